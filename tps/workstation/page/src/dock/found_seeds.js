// Seeds found after an implant: who is who, and everything that a person can correct in them.
import { app, canEdit, moveCursor, seedOf, select, shownPlan } from "../core/store.js";
import { button, el, table } from "../core/dom.js";
import { number, t } from "../core/texts.js";
import { doEdit } from "../edit/commands.js";
import { addSeed } from "../edit/tools.js";
import { standingText } from "../panes/found_marks.js";
import { LiveTable, field, row } from "./tables.js";

const AXES = ["x", "y", "z"];

export class FoundSeeds extends LiveTable {
  constructor() {
    super("plan selection role");
    this.fill();
  }

  shown(plan) {
    return [plan?.seeds, plan?.lost, plan?.counts];
  }

  fill() {
    const plan = shownPlan();
    if (!plan) return;
    const head = ["seed", "found.is", "seed.position", "found.moved", "found.sure", ""].map((key) => (key ? t(key) : ""));
    const rows = plan.seeds.map((s) => this.seedRow(s));
    this.node.replaceChildren(
      ...[
        el("p", { class: "counts", text: t("found.counts", plan.counts) }), this.details(plan),
        table(head, rows, { class: "numbers rows", "aria-label": t("found.seeds") }), this.lost(plan), this.doubtful(plan),
      ].filter(Boolean),
    );
  }

  seedRow(s) {
    const go = () => {
      select(s.needle || null, s.id);
      moveCursor(s.position_mm);
    };
    const sure = s.manual ? t("found.by-hand") : `${number(100 * s.confidence, 0)} %, ± ${number(s.sigma_mm)} mm`;
    const moved = s.along_mm === null ? "–" : `${number(s.along_mm)}, ${number(s.across_mm)}`;
    const remove = button("×", () => doEdit({ type: "remove-seed", seed: s.id }), { class: "small", "aria-label": t("found.remove", { id: s.id }), disabled: !canEdit() });
    return row(`seed${s.id}`, app.selection.seed === s.id, t("found.label", { id: s.id, standing: standingText(s) }), go, [
      el("th", { scope: "row", text: String(s.id) }), el("td", { class: s.standing === "planned" ? null : "odd", text: standingText(s) }),
      el("td", { class: "position", text: s.position_mm.map((x) => number(x)).join(", ") }), el("td", { text: moved }), el("td", { text: sure }), el("td", {}, remove),
    ], { "data-seed-row": s.id });
  }

  /** Place and axis of the chosen seed as numbers, and what can be done with it. */
  details(plan) {
    const seed = seedOf(plan, app.selection.seed);
    if (!seed) return el("p", { class: "hint", text: t("found.choose") });
    const numbers = (key, label, digits) => el("div", { class: "coordinates" }, el("span", { text: t(label) }), AXES.map((axis, i) =>
      field(seed[key][i], t("found.coordinate", { what: t(label), axis, id: seed.id }), digits, (value) => {
        const changed = [...seed[key]];
        changed[i] = value;
        doEdit({ type: "move-seed", seed: seed.id, [key]: changed });
      }),
    ));
    const actions = el("div", { class: "actions" },
      button(t("found.split", { id: seed.id }), () => doEdit({ type: "split-seed", seed: seed.id }), { disabled: !canEdit(), "data-split": seed.id }),
      button(t("found.remove", { id: seed.id }), () => doEdit({ type: "remove-seed", seed: seed.id }), { disabled: !canEdit() }),
    );
    return el("section", { class: "details", "aria-label": t("found.details", { id: seed.id }) }, numbers("position_mm", "found.place", 1), numbers("direction", "found.axis", 3), actions);
  }

  lost(plan) {
    const items = plan.lost.map((lost) => el("li", {}, button(t("lost.title", { seed: lost.seed, needle: lost.needle ?? "–" }), () => moveCursor(lost.planned_at_mm), { class: "link" }), " ",
      button(t("lost.take"), () => addSeed({ position_mm: lost.planned_at_mm, direction: lost.direction }), { class: "small", disabled: !canEdit(), "data-take": `lost${lost.seed}` })));
    return listed(t("lost"), items);
  }

  doubtful(plan) {
    const items = plan.doubtful.map((one, i) => el("li", {}, button(t("doubtful.title", { confidence: number(100 * one.confidence, 0) }), () => moveCursor(one.position_mm), { class: "link" }), " ",
      button(t("doubtful.take"), () => addSeed({ position_mm: one.position_mm, direction: one.direction }), { class: "small", disabled: !canEdit(), "data-take": `doubtful${i}` })));
    return listed(t("doubtful"), items);
  }
}

const listed = (title, items) => (items.length ? el("section", { class: "found-list" }, el("h3", { text: title }), el("ul", {}, items)) : null);
