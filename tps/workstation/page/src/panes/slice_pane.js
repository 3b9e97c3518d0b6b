// One slice through the scan: grey pixels and wash on a canvas, everything that has a name in SVG above it.
import { app, emit, on, shownPlan } from "../core/store.js";
import { el, perFrame, set, setText, svg } from "../core/dom.js";
import { kept } from "../core/kept.js";
import { t } from "../core/texts.js";
import { Overlay } from "./overlay.js";
import { listenToPointer } from "./pointer.js";
import { Viewport, barLength } from "./viewport.js";
import { coveredPlane, doseOnPlane, paintWash } from "./plane_dose.js";
import { displayBox } from "./box.js";

export class SlicePane {
  constructor(name) {
    this.name = name;
    this.frame = app.frame;
    this.plane = app.frame.planes[name];
    this.viewport = app.views[name] ??= new Viewport(app.frame, this.plane);
    this.slice = "";
    this.image = document.createElement("canvas");
    this.wash = document.createElement("canvas");
    this.build();
    this.overlay = new Overlay(this);
    this.sampled = kept((dose) => doseOnPlane(dose, this));
    this.otherSampled = kept((dose) => doseOnPlane(dose, this));
    this.painted = kept((...what) => this.paint(...what));
    this.sized = 0;
    this.draw = perFrame(() => this.drawNow());
    on("cursor plan preview dose display selection measures draft compared", () => this.draw());
    on("window", () => {
      this.slice = "";
      this.draw();
    });
    new ResizeObserver(() => this.resize()).observe(this.node);
    listenToPointer(this);
  }

  build() {
    this.canvas = el("canvas", { "aria-hidden": "true" });
    this.svg = svg("svg", { class: "overlay" });
    this.title = el("div", { class: "pane-title" });
    this.windowText = el("div", { class: "pane-window" });
    this.bar = el("div", { class: "scale-bar" });
    const letters = Object.entries(this.plane.letters).map(([side, text]) => el("span", { class: `letter ${side}`, text }));
    this.node = el(
      "section",
      { class: "pane slice", tabindex: 0, "data-pane": this.name, role: "group" },
      this.canvas, this.svg, this.title, this.windowText, this.bar, letters,
    );
    this.node.addEventListener("focus", () => {
      app.display.active = this.name;
      emit("layout");
    });
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (!width || !height) return;
    const ratio = window.devicePixelRatio || 1;
    const fresh = this.viewport.size[0] === 1;
    const before = this.viewport.size;
    this.viewport.size = [width, height];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.sized++; // which emptied the canvas
    set(this.svg, "viewBox", `0 0 ${width} ${height}`);
    if (fresh) this.reset();
    else this.viewport.scale *= Math.min(width / before[0], height / before[1]);
    this.draw();
  }

  /** Shows the implant with some room around it. */
  reset() {
    this.viewport.fit(...displayBox(app.plan, app.contours, this.frame));
    this.draw();
  }

  currentSlice() {
    return this.frame.slice(this.name, app.cursor);
  }

  /** Frame mm of the shown plane along its normal. */
  depth() {
    return this.currentSlice() * this.frame.spacing[this.plane.w];
  }

  /** How many slices before and behind the shown one its slab takes. */
  halfSlab() {
    return Math.floor(app.display.slab / 2 / this.frame.spacing[this.plane.w]);
  }

  drawNow() {
    const { width, height } = this.canvas;
    if (!app.ct || width < 2) return;
    const slice = this.currentSlice();
    this.dose = app.display.dose || app.display.isodoses ? this.shownDose() : null;
    this.otherDose = app.otherDose && app.display.isodoses ? this.otherSampled(app.otherDose, this.depth()) : null;
    const { scale, centre } = this.viewport;
    const { levels, washOpacity, window: grey } = app.display;
    const wash = app.display.dose ? this.dose : null;
    const washed = wash && levels.map((l) => [l.shown, l.gy, l.colour]).join(";") + washOpacity;
    this.painted(slice, this.halfSlab(), grey, this.sized, scale, ...centre, wash, washed);
    this.overlay.draw();
    this.label(slice);
  }

  /** Grey pixels and wash: what moves above them is no reason to paint them again. */
  paint(slice, half, _grey, _sized, _scale, _u, _v, wash) {
    const { width, height } = this.canvas;
    const shown = `${slice}/${half}`;
    if (shown !== this.slice) {
      const pixels = app.ct.pixels(this.name, slice, half);
      this.image.width = pixels.width;
      this.image.height = pixels.height;
      this.image.getContext("2d").putImageData(pixels, 0, 0);
      this.slice = shown;
    }
    const context = this.canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = "#000";
    context.fillRect(0, 0, width, height);
    const ratio = width / this.viewport.size[0];
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.imageSmoothingQuality = "medium";
    this.drawImage(context, this.image, this.box());
    if (!wash) return;
    paintWash(this.wash, wash, app.display.levels, app.display.washOpacity);
    this.drawImage(context, this.wash, wash.box, wash);
  }

  /** The dose of what is dragged, where the server was asked for this plane; else that of the plan. */
  shownDose() {
    if (!app.planes) return this.sampled(app.dose, this.depth());
    const live = app.planes[this.name];
    return live?.depth === this.depth() ? live : null;
  }

  /** Where the dose is to be looked at while something is dragged. */
  dosePlane() {
    return app.display.dose || app.display.isodoses ? coveredPlane(app.dose, this, 1) : null;
  }

  /** Edges of the slice in frame mm: half a voxel beyond the outer centres. */
  box() {
    const edges = (axis) => [-0.5 * this.frame.spacing[axis], this.frame.extent(axis) + 0.5 * this.frame.spacing[axis]];
    const [u, v] = [edges(this.plane.u), edges(this.plane.v)];
    return [u[0], v[0], u[1], v[1]];
  }

  /** `image` over a box of frame mm; the wash's rows and columns run with the frame, slices come as they are shown. */
  drawImage(context, image, [u0, v0, u1, v1], alongFrame = null) {
    const [xa, ya] = this.viewport.toScreen(u0, v0);
    const [xb, yb] = this.viewport.toScreen(u1, v1);
    if (!alongFrame) {
      context.drawImage(image, Math.min(xa, xb), Math.min(ya, yb), Math.abs(xb - xa), Math.abs(yb - ya));
      return;
    }
    context.save();
    context.translate(xa, ya);
    context.scale((xb - xa) / image.width, (yb - ya) / image.height);
    context.drawImage(image, 0, 0);
    context.restore();
  }

  label(slice) {
    const count = this.frame.shape[this.plane.w];
    const at = this.frame.atSlice(this.name, app.cursor, slice)[this.plane.w];
    const shown = `${t(`pane.${this.name}`)}  ${slice + 1}/${count}  ${"xyz"[this.plane.w]} ${at.toFixed(1)} mm`;
    const { window: w } = app.display;
    setText(this.title, shown);
    const slab = app.display.slab ? `${t("slab.shown", { mm: app.display.slab })}\n` : "";
    setText(this.windowText, slab + t("window.shown", { width: w.width, level: w.level }));
    set(this.node, "aria-label", t("pane.slice.label", { name: t(`pane.${this.name}`), slice: slice + 1, count }));
    set(this.node, "data-slice", slice);
    const mm = barLength(this.viewport.scale);
    setText(this.bar, `${mm} mm`);
    this.bar.style.width = `${mm * this.viewport.scale}px`;
    this.node.classList.toggle("active", app.display.active === this.name);
    this.node.classList.toggle("preview", app.preview !== null || shownPlan()?.checked === "preview");
  }
}
