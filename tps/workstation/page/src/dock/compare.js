// Two plans of the same patient side by side: metrics with differences; DVHs and isodoses lie over each other.
import { app, emit, on } from "../core/store.js";
import { button, el, perFrame, table } from "../core/dom.js";
import { t } from "../core/texts.js";
import { getBinary, getJson, Refused } from "../core/api.js";
import { Dose } from "../image/dose.js";
import { say } from "../core/say.js";
import { metricLabel, metricText } from "./metrics.js";

export class Compare {
  constructor() {
    this.node = el("div", { class: "scroll" });
    this.update = perFrame(() => this.fill());
    on("plan compared", () => this.update());
    this.fill();
  }

  versions() {
    const made = (app.plan.versions ?? []).filter((v) => v.number > 0);
    return [{ id: "original", label: t("compare.original") }, ...made.map((v) => ({ id: String(v.number), label: t("compare.version", { number: v.number, author: v.author ?? "" }) }))];
  }

  fill() {
    if (!app.plan) return this.node.replaceChildren(el("p", { class: "empty", text: t("no-plan") }));
    const choice = el("select", { "aria-label": t("compare.with") }, this.versions().map((v) => el("option", { value: v.id, text: v.label })));
    choice.value = app.compared?.id ?? "original";
    const start = button(t("compare.start"), () => this.start(choice.value));
    const stop = button(t("compare.stop"), () => this.stop(), { disabled: !app.compared });
    this.node.replaceChildren(el("div", { class: "actions" }, el("label", {}, t("compare.with"), " ", choice), start, stop), app.compared ? this.rows() : el("p", { class: "hint", text: t("compare.hint") }));
  }

  async start(id) {
    try {
      const { other, rows } = await getJson(`/api/compare?with=${encodeURIComponent(id)}`);
      const { header, bytes } = await getBinary(`/api/dose?version=${encodeURIComponent(id)}`);
      app.otherDose = new Dose(header, new Float32Array(bytes));
      app.compared = { id, plan: other, rows, revision: app.plan.revision, checked: app.plan.checked };
      emit("compared");
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(error.message, "bad");
    }
  }

  stop() {
    app.compared = null;
    app.otherDose = null;
    emit("compared");
  }

  /** The server's own rows; asked for anew when the plan has changed since. */
  rows() {
    const { compared, plan } = app;
    if (compared.revision !== plan.revision || compared.checked !== plan.checked) this.start(compared.id);
    const groups = new Map();
    for (const row of compared.rows) groups.set(row.roi, [...(groups.get(row.roi) ?? []), row]);
    const rows = [...groups].flatMap(([name, metrics]) => [
      el("tr", { class: "group" }, el("th", { colspan: 4, scope: "rowgroup", text: name })),
      ...metrics.map((m) => el("tr", { "data-compared": `${name}/${m.key}` }, el("th", { scope: "row", text: metricLabel(m) }), el("td", { text: metricText(m, m.value) }), el("td", { text: metricText(m, m.other) }), el("td", { class: "change", text: metricText(m, m.difference, true) }))),
    ]);
    const count = ({ needles, seeds }) => t("compare.count", { needles: sized(needles), seeds: sized(seeds) });
    const head = ["", `${t("compare.shown")} · ${count(plan)}`, `${t("compare.other")} · ${count(compared.plan)}`, t("compare.difference")];
    return table(head, rows, { class: "numbers", "aria-label": t("compare") });
  }
}

const sized = (list) => list.length ?? list;
