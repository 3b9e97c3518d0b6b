// Contours, isodoses, needles, seeds, crosshair: real elements in millimetres of the pane's plane.
import { app, isImplant, needleOf, shownPlan } from "../core/store.js";
import { set, svg } from "../core/dom.js";
import { kept } from "../core/kept.js";
import { number, shownName, t } from "../core/texts.js";
import { isodosePath } from "./plane_dose.js";
import { drawMarks } from "./marks.js";
import { drawForbidden } from "./forbidden_marks.js";
import { drawFound, seedLabel } from "./found_marks.js";

/** How far from the plane a seed or a needle is still drawn, mm: full, and faint. */
const NEAR_MM = 2.5;
const FAINT_MM = 6;

export class Overlay {
  constructor(pane) {
    this.pane = pane;
    this.world = svg("g", { class: "world" });
    this.layers = Object.fromEntries(
      ["contours", "isodoses", "other", "targets", "needles", "seeds", "handles", "marks"].map((name) => [name, svg("g", { class: name })]),
    );
    this.world.append(...Object.values(this.layers));
    this.cross = svg("g", { class: "crosshair" });
    this.hairs = [svg("line"), svg("line")];
    this.cross.append(...this.hairs);
    pane.svg.append(this.world, this.cross);
    this.kept = new Map();
    this.outlines = kept((contours, depth) => contours.map((contour) => outline(contour, pane.name, depth)));
    this.lines = { isodoses: kept(isodosePaths), other: kept(isodosePaths) };
  }

  /** An element of a layer, the same one each time: focus and hover stay on it. */
  keep(layer, key, make) {
    const name = `${layer}/${key}`;
    let node = this.kept.get(name);
    if (!node) {
      node = make();
      this.layers[layer].append(node);
      this.kept.set(name, node);
    }
    this.used.add(name);
    return node;
  }

  draw() {
    this.used = new Set();
    set(this.world, "transform", this.pane.viewport.matrix());
    if (app.display.contours) this.drawContours();
    if (app.display.isodoses) this.drawIsodoses();
    const plan = shownPlan();
    if (plan) this.drawImplant(plan);
    drawMarks(this);
    if (!plan || plan.forbidden) drawForbidden(this);
    if (plan?.lost) drawFound(this, plan);
    for (const [name, node] of this.kept) {
      if (this.used.has(name)) continue;
      node.remove();
      this.kept.delete(name);
    }
    this.drawCross();
  }

  drawContours() {
    const paths = this.outlines(app.contours, this.pane.depth());
    app.contours.forEach(({ structure }, i) => {
      const path = paths[i];
      if (!path || app.display.hidden.has(structure.name)) return;
      const node = this.keep(structure.kind === "target" ? "targets" : "contours", structure.key, () =>
        svg("path", { class: `contour ${structure.kind}`, stroke: structure.colour, "data-structure": structure.name, "stroke-dasharray": dashes(structure.dash) }, svg("title", { text: shownName(structure) })),
      );
      set(node, "d", path);
    });
  }

  drawIsodoses() {
    // Two plans in one picture: the shown one solid, the other dashed; colours still tell the levels.
    const sets = [["isodoses", this.pane.dose, this.pane.otherDose ? "none" : ""], ["other", this.pane.otherDose, "5 4"]];
    for (const [layer, sampled, dash] of sets) {
      if (!sampled) continue;
      const shown = app.display.levels.filter((level) => level.shown);
      const paths = this.lines[layer](sampled, shown.map((level) => level.gy).join(" "));
      for (const [i, level] of shown.entries()) {
        const path = paths[i];
        if (!path) continue;
        const node = this.keep(layer, level.id, () => svg("path", { class: "isodose" }, svg("title")));
        set(node, "d", path);
        set(node, "stroke", level.colour);
        set(node, "data-gy", level.gy);
        set(node, "stroke-dasharray", dash || dashes(level.dash));
        set(node, "stroke-width", level.percent === 100 ? 2.4 : 1.5);
        node.firstChild.textContent = t("isodose.title", { gy: number(level.gy), percent: number(level.percent, 0) });
      }
    }
  }

  drawImplant(plan) {
    const { plane, frame } = this.pane;
    const depth = this.pane.depth();
    const flat = (p) => {
      const f = frame.toFrame(p);
      return [f[plane.u], f[plane.v], f[plane.w] - depth];
    };
    for (const needle of plan.needles) this.drawNeedle(needle, flat(needle.entry_mm), flat(needle.tip_mm));
    for (const seed of plan.seeds) this.drawSeed(plan, seed, flat);
    const chosen = needleOf(plan, app.selection.needle);
    // Where a needle was planned is no longer to be moved.
    if (chosen && !isImplant()) this.drawHandles(chosen, flat(chosen.entry_mm), flat(chosen.tip_mm));
  }

  drawNeedle(needle, entry, tip) {
    const chosen = app.selection.needle === needle.id;
    const part = clipped(entry, tip, Math.max(NEAR_MM, app.display.slab / 2, this.pane.frame.spacing[this.pane.plane.w] / 2));
    if (!part && !chosen) return;
    const node = this.keep("needles", needle.id, () =>
      svg("g", { class: "needle", "data-needle": needle.id }, svg("line", { class: "whole" }), svg("line", { class: "grip" }), svg("line", { class: "near" }), svg("title")),
    );
    const [whole, grip, near, title] = node.children;
    place(whole, chosen ? [entry, tip] : null);
    place(grip, chosen ? [entry, tip] : part);
    place(near, part);
    title.textContent = t("needle.title", { id: needle.id, length: number(needle.length_mm) });
    node.classList.toggle("chosen", chosen);
    node.classList.toggle("broken", needle.rules.length > 0);
  }

  drawSeed(plan, seed, flat) {
    const [u, v, away] = flat(seed.position_mm);
    const chosen = app.selection.seed === seed.id;
    const mine = app.selection.needle === seed.needle;
    // What lies in a slab is in the picture.
    const distance = Math.max(0, Math.abs(away) - app.display.slab / 2);
    if (distance > FAINT_MM && !chosen && !mine) return;
    const half = (plan.seed_length_mm ?? 4.5) / 2;
    const d = this.pane.frame.directionToFrame(seed.direction);
    const [du, dv] = [d[this.pane.plane.u] * half, d[this.pane.plane.v] * half];
    const node = this.keep("seeds", seed.id, () =>
      svg("g", { class: "seed", "data-seed": seed.id, tabindex: 0, role: "button" }, svg("circle", { class: "grip" }), svg("line", { class: "focus" }), svg("line", { class: "edge" }), svg("line", { class: "body" })),
    );
    const [grip, focus, edge, body] = node.children;
    const px = 1 / this.pane.viewport.scale;
    const width = Math.max(4, 0.8 / px);
    // A capsule seen end on is still a dot: a line needs some length to be drawn.
    const long = Math.hypot(du, dv) < 0.05 ? [0.05, 0] : [du, dv];
    for (const line of [focus, edge, body]) place(line, [[u - long[0], v - long[1]], [u + long[0], v + long[1]]]);
    set(body, "stroke-width", width);
    set(edge, "stroke-width", width + 2.5);
    set(focus, "stroke-width", width + 8);
    set(grip, "cx", u);
    set(grip, "cy", v);
    set(grip, "r", Math.max(half, 9 * px));
    set(node, "aria-label", seedLabel(seed) + (seed.locked ? `, ${t("locked")}` : ""));
    node.classList.toggle("faint", distance > NEAR_MM);
    node.classList.toggle("chosen", chosen);
    node.classList.toggle("broken", seed.rules.length > 0);
    node.classList.toggle("locked", Boolean(seed.locked));
    node.classList.toggle("manual", Boolean(seed.standing && seed.manual));
  }

  drawHandles(needle, entry, tip) {
    const px = 1 / this.pane.viewport.scale;
    for (const [end, at] of [["entry", entry], ["tip", tip]]) {
      const node = this.keep("handles", `${needle.id}/${end}`, () =>
        svg("g", { class: `handle ${end}`, "data-handle": end, "data-needle": needle.id, tabindex: 0, role: "button" }, svg("circle", { class: "grip" }), svg(end === "entry" ? "rect" : "circle", { class: "shape" })),
      );
      const [grip, shape] = node.children;
      set(grip, "cx", at[0]);
      set(grip, "cy", at[1]);
      set(grip, "r", 11 * px);
      const r = 5 * px;
      if (end === "entry") for (const [name, value] of Object.entries({ x: at[0] - r, y: at[1] - r, width: 2 * r, height: 2 * r })) set(shape, name, value);
      else for (const [name, value] of Object.entries({ cx: at[0], cy: at[1], r })) set(shape, name, value);
      set(node, "aria-label", t(`handle.${end}`, { id: needle.id }));
      node.classList.toggle("faint", Math.abs(at[2]) > FAINT_MM);
    }
  }

  drawCross() {
    const { viewport, plane, frame } = this.pane;
    const f = frame.toFrame(app.cursor);
    const [x, y] = viewport.toScreen(f[plane.u], f[plane.v]);
    const [width, height] = viewport.size;
    for (const [line, values] of [[this.hairs[0], [0, y, width, y]], [this.hairs[1], [x, 0, x, height]]]) {
      ["x1", "y1", "x2", "y2"].forEach((name, i) => set(line, name, values[i].toFixed(2)));
    }
    set(this.cross, "data-x", x.toFixed(2));
    set(this.cross, "data-y", y.toFixed(2));
  }
}

/** A dash pattern in pixels; dots of one pixel would vanish over a CT. */
export const dashes = (dash) => (dash?.length ? dash.map((x) => Math.max(2, x)).join(" ") : null);

function place(line, ends) {
  if (!ends) {
    line.setAttribute("visibility", "hidden");
    return;
  }
  line.removeAttribute("visibility");
  ["x1", "y1", "x2", "y2"].forEach((name, i) => set(line, name, ends[i >> 1][i & 1].toFixed(3)));
}

/** The part of a needle within `near` mm of the plane. */
function clipped(a, b, near) {
  let [low, high] = [0, 1];
  const change = b[2] - a[2];
  for (const limit of [near, -near]) {
    const over = (t) => (limit > 0 ? a[2] + t * change - limit : limit - a[2] - t * change);
    const [start, end] = [over(0), over(1)];
    if (start > 0 && end > 0) return null;
    if (start > 0) low = Math.max(low, start / (start - end));
    if (end > 0) high = Math.min(high, start / (start - end));
  }
  if (low >= high) return null;
  return [low, high].map((t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
}

/** Where the pane's plane cuts a region, as a path. */
const outline = (contour, plane, depth) => (plane === "axial" ? ringPath(contour.axial(depth)) : segmentPath(contour.across(plane === "sagittal" ? 0 : 1, depth)));

const isodosePaths = (sampled, levels) => levels.split(" ").filter(Boolean).map((gy) => isodosePath(sampled, Number(gy)));

function ringPath(rings) {
  let text = "";
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) text += `${i ? "L" : "M"}${ring[i].toFixed(2)} ${ring[i + 1].toFixed(2)}`;
    text += "Z";
  }
  return text;
}

const segmentPath = (segments) => segments.map(([a, b, c, d]) => `M${a.toFixed(2)} ${b.toFixed(2)}L${c.toFixed(2)} ${d.toFixed(2)}`).join("");
