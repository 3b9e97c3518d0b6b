// Dose-volume histograms: what the server computed, drawn; the same values stand in a table for everybody else.
import uPlot from "uplot";
import { app, emit, on, shownPlan } from "../core/store.js";
import { button, el, perFrame, table } from "../core/dom.js";
import { number, t } from "../core/texts.js";

const STEP_GY = 1;
/** The axis ends here, in prescriptions: beyond lies only what is next to a seed. */
const MOST_PRESCRIPTIONS = 3;
const TABLE_PERCENT = [50, 90, 100, 120, 150, 200];

/** Volume fraction of a curve at a dose: linear between its points, none beyond them. */
export function fractionAt(curve, gy) {
  const doses = curve.dose_gy;
  const volumes = curve.volume_fraction;
  if (gy <= doses[0]) return volumes[0];
  if (gy >= doses.at(-1)) return gy > doses.at(-1) ? 0 : volumes.at(-1);
  let low = 0, high = doses.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (doses[middle] <= gy) low = middle;
    else high = middle;
  }
  return volumes[low] + ((volumes[high] - volumes[low]) * (gy - doses[low])) / (doses[high] - doses[low]);
}

export class Dvh {
  constructor() {
    this.plotBox = el("div", { class: "plot", "aria-hidden": "true" });
    this.readout = el("div", { class: "dvh-readout", role: "status" });
    this.legend = el("ul", { class: "legend", "aria-label": t("dvh.curves") });
    this.values = el("div", { class: "dvh-values" });
    this.relative = button("", () => {
      app.display.relative = !app.display.relative;
      emit("display");
    }, { class: "small" });
    this.node = el(
      "section", { class: "card dvh", "aria-label": t("dvh") },
      el("header", {}, el("h2", { text: t("dvh") }), this.readout, this.relative),
      this.plotBox, this.legend,
      (this.details = el("details", { on: { toggle: () => app.plan && this.fillValues() } }, el("summary", { text: t("dvh.table") }), this.values)),
    );
    this.update = perFrame(() => this.updateNow());
    on("plan preview compared", () => this.update());
    on("display", () => this.rebuild());
    new ResizeObserver(() => this.size()).observe(this.plotBox);
    this.rebuild();
  }

  curves() {
    const plan = shownPlan();
    if (!plan) return [];
    const other = app.compared?.plan ?? (plan.edited || app.preview ? app.original : null);
    const own = Object.entries(plan.dvh).map(([name, curve]) => ({ name, curve, dashed: false }));
    const before = other ? Object.entries(other.dvh).map(([name, curve]) => ({ name, curve, dashed: true })) : [];
    return [...own, ...before].filter(({ name }) => !app.display.hidden.has(name));
  }

  /** The plot anew: when other curves are to be drawn than before. */
  rebuild() {
    this.plot?.destroy();
    this.plot = null;
    this.relative.textContent = t(app.display.relative ? "dvh.show-gy" : "dvh.show-percent");
    const curves = this.curves();
    this.shape = shapeOf(curves);
    this.fillLegend();
    if (!curves.length) return this.plotBox.replaceChildren(el("p", { class: "empty", text: t(app.plan ? "figures.none" : "no-plan") }));
    this.plotBox.replaceChildren();
    const { dose_gy: prescribed } = app.plan.prescription;
    const unit = app.display.relative ? "%" : "Gy";
    const axis = { stroke: "#9aa6b2", grid: { stroke: "#232a33", width: 1 }, ticks: { stroke: "#232a33" }, font: "11px system-ui", size: 34, labelSize: 16, labelFont: "11px system-ui" };
    this.plot = new uPlot(
      {
        width: Math.max(200, this.plotBox.clientWidth),
        height: Math.max(110, this.plotBox.clientHeight),
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, points: { size: 5 } },
        scales: { x: { time: false, range: [0, this.most() * (app.display.relative ? 100 / prescribed : 1)] }, y: { range: [0, 100] } },
        axes: [{ ...axis, label: t("dvh.dose", { unit }), size: 26 }, { ...axis, label: t("dvh.volume") }],
        series: [{}, ...curves.map(({ name, curve, dashed }) => ({ label: name, stroke: curve.colour, width: dashed ? 1.2 : 2, dash: dashed ? [5, 4] : (curve.dash ?? []), points: { show: false } }))],
        hooks: { setCursor: [(plot) => this.hover(plot)], draw: [(plot) => this.drawPrescription(plot)] },
      },
      this.data(curves),
      this.plotBox,
    );
    this.fillValues();
  }

  most() {
    return app.plan.prescription.dose_gy * MOST_PRESCRIPTIONS;
  }

  data(curves) {
    const doses = Array.from({ length: Math.ceil(this.most() / STEP_GY) + 1 }, (_, i) => i * STEP_GY);
    const factor = app.display.relative ? 100 / app.plan.prescription.dose_gy : 1;
    return [doses.map((x) => x * factor), ...curves.map(({ curve }) => doses.map((gy) => 100 * fractionAt(curve, gy)))];
  }

  updateNow() {
    const shown = [shownPlan()?.dvh, app.compared, app.original, shownPlan()?.edited || app.preview !== null];
    // Needles and seeds moved, and no curve with them yet.
    if (this.plot && app.preview && shown.every((x, i) => x === this.last?.[i])) return;
    this.last = shown;
    const curves = this.curves();
    if (shapeOf(curves) !== this.shape || !this.plot) return this.rebuild();
    this.plot.setData(this.data(curves));
    if (!app.preview || this.details.open) this.fillValues();
  }

  size() {
    const { clientWidth: width, clientHeight: height } = this.plotBox;
    if (width && height) this.plot?.setSize({ width, height });
  }

  drawPrescription(plot) {
    const { ctx } = plot;
    const x = plot.valToPos(app.display.relative ? 100 : app.plan.prescription.dose_gy, "x", true);
    ctx.save();
    ctx.strokeStyle = "#e6e9ed";
    ctx.setLineDash([2, 4]);
    ctx.beginPath();
    ctx.moveTo(x, plot.bbox.top);
    ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
    ctx.stroke();
    ctx.restore();
  }

  /** The curve nearest to the pointer, in words. */
  hover(plot) {
    const { left, top, idx } = plot.cursor;
    if (idx === null || idx === undefined || left < 0) return void (this.readout.textContent = "");
    const curves = this.curves();
    const value = plot.posToVal(top, "y");
    let best = null;
    curves.forEach((c, i) => {
      const away = Math.abs(plot.data[i + 1][idx] - value);
      if (!best || away < best.away) best = { away, ...c, percent: plot.data[i + 1][idx] };
    });
    if (!best) return;
    const gy = idx * STEP_GY;
    const values = { name: best.name, gy, percent: number((100 * gy) / app.plan.prescription.dose_gy, 0), volume: number(best.percent), cc: best.curve.volume_cc === null ? "–" : number((best.curve.volume_cc * best.percent) / 100, 2) };
    this.readout.textContent = t(best.dashed ? "dvh.hover.before" : "dvh.hover", values);
  }

  fillLegend() {
    const plan = shownPlan();
    const items = Object.entries(plan?.dvh ?? {}).map(([name, curve]) => {
      const shown = !app.display.hidden.has(name);
      const mark = el("span", { class: "swatch" });
      mark.style.borderTopColor = curve.colour;
      mark.style.borderTopStyle = curve.dash?.length ? "dashed" : "solid";
      return el("li", {}, el("button", { type: "button", "aria-pressed": shown, "data-curve": name, on: { click: () => flip(name) } }, mark, el("span", { text: name })));
    });
    this.legend.replaceChildren(...items);
  }

  fillValues() {
    const plan = shownPlan();
    const { dose_gy: prescribed } = plan.prescription;
    const head = [t("structure"), ...TABLE_PERCENT.map((p) => `${number((p * prescribed) / 100, 0)} Gy`)];
    const rows = Object.entries(plan.dvh).map(([name, curve]) =>
      el("tr", { "data-roi": name }, el("th", { scope: "row", text: name }), TABLE_PERCENT.map((p) => el("td", { text: `${number(100 * fractionAt(curve, (p * prescribed) / 100))} %`, "data-gy": (p * prescribed) / 100 }))),
    );
    this.values.replaceChildren(table(head, rows, { class: "numbers", "aria-label": t("dvh.table") }));
  }
}

const shapeOf = (curves) => JSON.stringify(curves.map(({ name, dashed }) => [name, dashed]));

function flip(name) {
  const { hidden } = app.display;
  hidden.has(name) ? hidden.delete(name) : hidden.add(name);
  emit("display");
}
