// The needle's eye: the plane that holds the chosen needle, skin on the left, tip on the right, and what it passes.
import { app, emit, hasBodies, needleOf, on, shownPlan } from "../core/store.js";
import { el, perFrame, set, setText, svg } from "../core/dom.js";
import { number, t } from "../core/texts.js";
import { getJson } from "../core/api.js";
import { isolines } from "../image/isolines.js";
import { dashes } from "./overlay.js";
import { barLength } from "./viewport.js";

/** What is shown before the skin, beyond the tip, and to either side of the needle, mm. */
const BEFORE_MM = 15;
const BEYOND_MM = 25;
const ASK_AFTER_MS = 250;

const unit = (a) => {
  const length = Math.hypot(...a);
  return a.map((x) => x / length);
};

export class NeedlePane {
  constructor() {
    this.name = "needle";
    this.canvas = el("canvas", { "aria-hidden": "true" });
    this.svg = svg("svg", { class: "overlay" });
    this.title = el("div", { class: "pane-title" });
    this.list = el("ol", { class: "crossed" });
    this.empty = el("p", { class: "empty", text: t("pane.needle.none") });
    this.bar = el("div", { class: "scale-bar" });
    this.letters = ["top", "bottom"].map((side) => el("span", { class: `letter ${side}` }));
    this.node = el(
      "section", { class: "pane needle-eye", tabindex: 0, "data-pane": "needle", role: "group" },
      this.canvas, this.svg, this.title, this.list, this.empty, this.bar, this.letters,
    );
    this.node.addEventListener("focus", () => {
      app.display.active = "needle";
      emit("layout");
    });
    this.around = null;
    this.image = document.createElement("canvas");
    this.draw = perFrame(() => this.drawNow());
    on("plan preview selection dose display window", () => this.draw());
    on("plan selection", () => this.ask());
    new ResizeObserver(() => this.resize()).observe(this.node);
    this.ask();
  }

  reset() {
    this.draw();
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.node.clientWidth * ratio);
    this.canvas.height = Math.round(this.node.clientHeight * ratio);
    this.sized = (this.sized ?? 0) + 1; // which emptied the canvas
    set(this.svg, "viewBox", `0 0 ${this.node.clientWidth} ${this.node.clientHeight}`);
    this.draw();
  }

  /** What lies around the needle, from the server: distances to each structure. */
  ask() {
    clearTimeout(this.timer);
    const id = app.selection.needle;
    // Distances need bodies: asked for again when the plan is told with them.
    if (id === null || !app.plan || !hasBodies(app.plan)) return;
    const revision = app.plan.revision;
    this.timer = setTimeout(async () => {
      try {
        const around = await getJson(`/api/plane?needle=${id}`);
        if (app.selection.needle !== id || app.plan.revision !== revision) return;
        this.around = { id, revision, ...around };
      } catch {
        this.around = null;
      }
      this.draw();
    }, ASK_AFTER_MS);
  }

  drawNow() {
    const plan = shownPlan();
    const needle = plan && needleOf(plan, app.selection.needle);
    this.empty.hidden = Boolean(needle);
    this.node.classList.toggle("active", app.display.active === "needle");
    for (const node of [this.canvas, this.svg, this.bar, this.list, ...this.letters]) node.classList.toggle("gone", !needle);
    setText(this.title, needle ? t("pane.needle.of", { id: needle.id, length: number(needle.length_mm) }) : t("pane.needle"));
    set(this.node, "aria-label", this.title.textContent);
    if (!needle || !app.ct || this.canvas.width < 4) return;
    this.look(needle);
    this.drawImage();
    this.drawOver(plan, needle);
    this.fillList(needle);
  }

  /** Right on the screen is along the needle; up is as near to the head as the needle lets it be. */
  look(needle) {
    const along = unit(needle.tip_mm.map((x, i) => x - needle.entry_mm[i]));
    const wanted = Math.abs(along[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
    const dot = along.reduce((sum, x, i) => sum + x * wanted[i], 0);
    const up = unit(wanted.map((x, i) => x - dot * along[i]));
    const { clientWidth: width, clientHeight: height } = this.node;
    const scale = width / (BEFORE_MM + needle.length_mm + BEYOND_MM);
    const origin = needle.entry_mm.map((x, i) => x - BEFORE_MM * along[i] + (height / 2 / scale) * up[i]);
    this.plane = { along, down: up.map((x) => -x), scale, origin };
    this.letters[0].textContent = app.frame.letter(up);
    this.letters[1].textContent = app.frame.letter(up.map((x) => -x));
    const mm = barLength(scale);
    setText(this.bar, `${mm} mm`);
    this.bar.style.width = `${mm * scale}px`;
  }

  drawImage() {
    const { plane, canvas, image } = this;
    // The scan along a needle that stays where it is need not be looked up again for every step of a dose.
    const key = JSON.stringify([plane.origin, plane.along, plane.scale, this.sized, app.display.window]);
    if (key === this.imageOf) return;
    this.lookUp();
    this.imageOf = key;
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "medium";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }

  lookUp() {
    const { plane, image } = this;
    const width = Math.min(420, this.node.clientWidth);
    const height = Math.max(1, Math.round((width * this.node.clientHeight) / this.node.clientWidth));
    const step = this.node.clientWidth / width / plane.scale;
    const pixels = app.ct.oblique(plane.origin, plane.along.map((x) => x * step), plane.down.map((x) => x * step), width, height);
    image.width = width;
    image.height = height;
    image.getContext("2d").putImageData(pixels, 0, 0);
  }

  /** Screen place of a patient point. */
  at(p) {
    const { origin, along, down, scale } = this.plane;
    const d = p.map((x, i) => x - origin[i]);
    return [along, down].map((axis) => scale * axis.reduce((sum, x, i) => sum + x * d[i], 0));
  }

  drawOver(plan, needle) {
    const parts = [];
    if (app.display.contours && this.around?.id === needle.id && !app.preview) parts.push(...this.outlines());
    if (app.display.isodoses) parts.push(...this.isodoses(needle));
    const [a, b] = [this.at(needle.entry_mm), this.at(needle.tip_mm)];
    parts.push(svg("line", { class: "eye-needle", x1: a[0], y1: a[1], x2: b[0], y2: b[1] }));
    let from = 0;
    for (const run of needle.crossed) {
      from = run.from_mm ?? from;
      const x = a[0] + from * this.plane.scale;
      const width = run.mm * this.plane.scale;
      parts.push(svg("rect", { class: `run ${run.class}`, x, y: a[1] + 9, width, height: 4 }, svg("title", { text: `${run.name} ${number(run.mm)} mm` })));
      from += run.mm;
    }
    const half = (plan.seed_length_mm ?? 4.5) / 2;
    for (const seed of plan.seeds.filter((s) => s.needle === needle.id)) {
      const ends = [-half, half].map((h) => this.at(seed.position_mm.map((x, i) => x + h * seed.direction[i])));
      const values = { x1: ends[0][0], y1: ends[0][1], x2: ends[1][0], y2: ends[1][1] };
      parts.push(svg("line", { class: seed.id === app.selection.seed ? "eye-seed chosen" : "eye-seed", ...values }));
      parts.push(svg("text", { class: "eye-label", x: (ends[0][0] + ends[1][0]) / 2, y: ends[0][1] - 9, text: String(seed.id) }));
    }
    this.svg.replaceChildren(...parts);
  }

  /** Regions where this plane cuts them, as the server found them. */
  outlines() {
    const { corner_mm: corner, right, down, outlines } = this.around;
    return app.contours.filter(({ structure }) => outlines[structure.key]?.length && !app.display.hidden.has(structure.name)).map(({ structure }) => {
      const d = outlines[structure.key].map((line) => "M" + Array.from({ length: line.length / 2 }, (_, i) => {
        const p = corner.map((x, a) => x + line[2 * i] * right[a] + line[2 * i + 1] * down[a]);
        return this.at(p).map((x) => x.toFixed(1)).join(" ");
      }).join("L")).join("");
      return svg("path", { class: `contour ${structure.kind}`, d, stroke: structure.colour, "stroke-dasharray": dashes(structure.dash) });
    });
  }

  isodoses(needle) {
    const sampled = this.shownDose(needle);
    if (!sampled) return [];
    const { values, columns, rows, step } = sampled;
    const px = this.plane.scale * step;
    return app.display.levels.filter((l) => l.shown).map((level) => {
      const d = isolines(values, columns, rows, level.gy)
        .map((line) => "M" + Array.from({ length: line.length / 2 }, (_, i) => `${(line[2 * i] * px).toFixed(1)} ${(line[2 * i + 1] * px).toFixed(1)}`).join("L"))
        .join("");
      return svg("path", { class: "isodose", d, stroke: level.colour, "stroke-dasharray": dashes(level.dash), "stroke-width": level.percent === 100 ? 2.2 : 1.3 });
    });
  }

  /** The dose of what is dragged, where the server was asked for this needle's plane; else that of the plan. */
  shownDose(needle) {
    if (app.planes) return app.planes.needle?.id === needle.id ? app.planes.needle : null;
    if (!app.dose) return null;
    const { origin, right, down, columns, rows, step } = this.covered(needle, 0.5);
    return { values: app.dose.onPlane(origin, right, down, columns, rows), columns, rows, step };
  }

  /** All of the pane, at the step of the dose grid times `part`. */
  covered(needle, part) {
    const { origin, along, down, scale } = this.plane;
    const step = Math.max(0.7, Math.min(...app.dose.spacing) * part);
    const count = (pixels) => Math.ceil(pixels / scale / step) + 1;
    return { id: needle.id, origin, right: along.map((x) => x * step), down: down.map((x) => x * step), columns: count(this.node.clientWidth), rows: count(this.node.clientHeight), step };
  }

  /** Where the dose is to be looked at while something is dragged. */
  dosePlane() {
    const needle = needleOf(shownPlan(), app.selection.needle);
    if (!needle || !app.dose || !app.display.isodoses) return null;
    this.look(needle);
    return this.covered(needle, 1);
  }

  fillList(needle) {
    const passed = needle.crossed.map((run) =>
      el("li", { class: run.class, text: t("crossed", { name: run.name, mm: number(run.mm) }) }),
    );
    const near = this.around?.id === needle.id ? this.around.beside.filter((n) => n.mm > 0).slice(0, 4) : [];
    const distances = near.map((n) => el("li", { class: "near", text: t("near", { name: n.name, mm: number(n.mm) }) }));
    const rules = needle.rules.map((text) => el("li", { class: "rule", text }));
    const items = [...rules, ...passed, ...distances];
    const shown = items.map((item) => `${item.className} ${item.textContent}`).join("|");
    if (shown === this.listed) return;
    this.listed = shown;
    this.list.replaceChildren(...items);
  }
}
