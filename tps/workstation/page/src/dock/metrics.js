// Metrics with their goals; changes since the plan was opened beside them.
import { app, on, shownPlan } from "../core/store.js";
import { el, perFrame } from "../core/dom.js";
import { hasText, t } from "../core/texts.js";

/** A value as the table of metrics says: unit and digits come from there. */
export function metricText(metric, value, signed = false) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const factor = metric.unit === "fraction" ? 100 : 1;
  const sign = signed && value * factor > 0 ? "+" : "";
  const unit = { fraction: " %", cm3: " cm³", "": "" }[metric.unit] ?? ` ${metric.unit}`;
  return `${sign}${(value * factor).toFixed(metric.digits ?? 1)}${unit}`;
}

export function metricLabel(metric) {
  const key = `metric.${metric.key}`;
  return hasText(key) ? t(key) : metric.label;
}

/** Metrics of the table that a region has. */
export function metricsOf(plan, roi) {
  const values = plan.metrics[roi] ?? {};
  const seen = new Set();
  return plan.metric_table.filter(({ key }) => key in values && !seen.has(key) && seen.add(key));
}

export class Metrics {
  constructor() {
    this.body = el("div", { class: "scroll" });
    this.state = el("p", { class: "checked", role: "status" });
    this.node = el("section", { class: "card metrics", "aria-label": t("metrics") }, el("header", {}, el("h2", { text: t("metrics") }), this.state), this.body);
    this.update = perFrame(() => this.updateNow());
    on("plan preview", () => this.update());
    this.updateNow();
  }

  updateNow() {
    const plan = shownPlan();
    if (!plan) return this.body.replaceChildren(el("p", { class: "empty", text: t("no-plan") }));
    this.state.textContent = t(`checked.${plan.checked}`);
    this.state.className = `checked ${plan.checked}`;
    // Goals and verdict are of the plan before the hand took it: nobody may read them beside the new figures.
    this.body.classList.toggle("moving", app.preview !== null);
    if (!Object.keys(plan.metrics).length) return this.body.replaceChildren(el("p", { class: "empty", text: t("figures.none") }));
    if (app.preview && plan.metrics === this.shown) return;
    this.shown = plan.metrics;
    if (app.preview && this.sameShape(plan)) return this.renew(plan);
    const targets = new Set(app.server.structures.filter((s) => s.kind === "target").map((s) => s.name));
    this.values = new Map();
    const names = Object.keys(plan.metrics).sort((a, b) => targets.has(b) - targets.has(a));
    this.body.replaceChildren(this.goals(plan), ...names.map((name) => this.region(plan, name, targets.has(name))));
  }

  /** Whether the figures on screen are those of the same regions and metrics. */
  sameShape(plan) {
    return this.values !== undefined && Object.keys(plan.metrics).every((name) => metricsOf(plan, name).every(({ key }) => this.values.has(`${name}/${key}`)));
  }

  /** Only the numbers anew: a drag brings many a second. */
  renew(plan) {
    for (const name of Object.keys(plan.metrics)) {
      for (const metric of metricsOf(plan, name)) {
        const { value, change } = this.values.get(`${name}/${metric.key}`);
        const text = metricText(metric, plan.metrics[name][metric.key]);
        if (value.textContent === text) continue;
        value.textContent = text;
        change.textContent = "";
      }
    }
  }

  goals(plan) {
    const items = plan.goals.map((goal) =>
      el("li", { class: goal.met ? "met" : "missed" }, el("b", { text: goal.met ? `✓ ${t("goal.met")}` : `✗ ${t("goal.missed")}` }), ` ${goal.text}`),
    );
    // None while figures are those of a preview.
    const said = plan.verdict ?? {};
    const missed = { dose: said.dose_met === false, limits: said.limits_kept === false };
    const verdict = ["dose", "limits", "access"].filter((name) => said[name]).map((name) => el("li", { class: missed[name] ? "verdict missed" : "verdict", text: said[name] }));
    return el("ul", { class: "goals" }, items, verdict);
  }

  region(plan, name, target) {
    const changes = plan.changes?.[name] ?? {};
    const cells = metricsOf(plan, name).map((metric) => {
      const change = changes[metric.key];
      // In the metric's own unit, which stands before it.
      const shown = change && metricText({ ...metric, unit: metric.unit === "fraction" ? "fraction" : "" }, change, true).replace(" %", "");
      const parts = { value: el("span", { class: "value", text: metricText(metric, plan.metrics[name][metric.key]) }), change: el("span", { class: "change", text: shown && /[1-9]/.test(shown) ? shown : "" }) };
      this.values.set(`${name}/${metric.key}`, parts);
      return el(
        "div", { class: "metric", title: metric.meaning ?? "", "data-metric": metric.key },
        el("dt", { text: metricLabel(metric) }),
        el("dd", {}, parts.value, parts.change, plannedText(plan, name, metric)),
      );
    });
    return el("section", { class: target ? "region target" : "region", "data-roi": name }, el("h3", { text: name }), el("dl", {}, cells));
  }
}

/** After an implant: what the plan promised, beside what was delivered. */
function plannedText(plan, name, metric) {
  const value = plan.planned_metrics?.[name]?.[metric.key];
  return value === undefined ? null : el("span", { class: "planned", text: t("metric.planned", { value: metricText(metric, value) }) });
}
