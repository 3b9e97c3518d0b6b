// Needles and seeds as tables. A click goes there; a number that is typed moves.
import { app, canEdit, moveCursor, needleOf, on, select, shownPlan } from "../core/store.js";
import { button, el, perFrame, table } from "../core/dom.js";
import { number, t } from "../core/texts.js";
import { doEdit } from "../edit/commands.js";
import { placeOf } from "../edit/nudge.js";

const LAG_MS = 200;

/** A table whose rows are made anew only when no field of it is being typed into. */
export class LiveTable {
  constructor(topics) {
    this.node = el("div", { class: "scroll" });
    this.update = perFrame(() => {
      if (this.node.contains(document.activeElement) && document.activeElement.matches("input")) return;
      // What is not seen is filled when it is.
      this.stale = !this.node.offsetParent && this.last !== undefined;
      if (this.stale) return;
      // Rows that say the same stay: one that is being clicked on must not go from under the pointer.
      const shown = JSON.stringify([this.shown(shownPlan()), app.selection, canEdit()]);
      if (shown === this.last) return;
      this.last = shown;
      this.keepFocus(() => this.fill());
    });
    on(topics, () => this.update());
    // A drag brings many previews a second; rows are for reading.
    on("preview", () => {
      this.waiting ||= setTimeout(() => {
        this.waiting = 0;
        this.update();
      }, LAG_MS);
    });
    on("display", () => this.stale && this.update());
    this.node.addEventListener("focusout", () => this.update());
  }

  /** The row that had the focus has it again. */
  keepFocus(action) {
    const had = this.node.contains(document.activeElement) ? document.activeElement.closest("[data-focus]")?.dataset.focus : null;
    const top = this.node.scrollTop;
    action();
    this.node.scrollTop = top;
    if (had) this.node.querySelector(`[data-focus="${had}"]`)?.focus({ preventScroll: true });
    const chosen = this.node.querySelector("tr.chosen");
    if (chosen && this.lastChosen !== chosen.dataset.focus) {
      const [row, box] = [chosen.getBoundingClientRect(), this.node.getBoundingClientRect()];
      if (row.top < box.top + 24 || row.bottom > box.bottom) this.node.scrollTop += row.top - box.top - box.height / 3;
    }
    this.lastChosen = chosen?.dataset.focus;
  }
}

/** A number that can be typed over; Enter or leaving does it, Esc leaves it as it was. */
export function field(value, label, digits, commit) {
  const shown = number(value, digits);
  const input = el("input", { type: "text", inputmode: "decimal", value: shown, "aria-label": label, class: "cell", disabled: !canEdit() });
  const done = () => {
    const typed = Number(input.value.replace(",", "."));
    if (input.value === shown || !Number.isFinite(typed)) input.value = shown;
    else commit(typed);
  };
  input.addEventListener("change", done);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") input.blur();
    if (event.key === "Escape") {
      input.value = shown;
      input.blur();
    }
  });
  input.addEventListener("click", (event) => event.stopPropagation());
  return input;
}

export function row(key, chosen, label, go, cells, extra = {}) {
  const node = el("tr", { tabindex: 0, "data-focus": key, "aria-selected": chosen, "aria-label": label, class: chosen ? "chosen" : null, ...extra }, cells);
  node.addEventListener("click", (event) => event.target.closest("button, input") || go());
  node.addEventListener("keydown", (event) => {
    if (event.target !== node) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      go();
    }
    const next = { ArrowDown: node.nextElementSibling, ArrowUp: node.previousElementSibling }[event.key];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });
  return node;
}

function lockButton(kind, item) {
  return button(item.locked ? t("unlock") : t("lock"), () => doEdit({ type: item.locked ? "unlock" : "lock", [kind]: item.id }), {
    class: item.locked ? "small lock on" : "small lock", "aria-pressed": Boolean(item.locked), "aria-label": t(item.locked ? `unlock.${kind}` : `lock.${kind}`, { id: item.id }), disabled: !canEdit(),
  });
}

function rulesCell(rules, { preparing }) {
  if (rules.length) return el("td", { class: "rules broken" }, el("ul", {}, rules.map((text) => el("li", { text: `⚠ ${text}` }))));
  return el("td", { class: "rules" }, preparing ? el("span", { class: "waiting", text: "…", title: t("preparing.rules") }) : el("span", { class: "fine", text: "✓" }));
}

export class NeedleTable extends LiveTable {
  constructor() {
    super("plan selection role");
    this.fill();
  }

  shown(plan) {
    return [plan?.needles, plan?.preparing];
  }

  fill() {
    const plan = shownPlan();
    if (!plan) return this.node.replaceChildren(el("p", { class: "empty", text: t("no-plan") }));
    const head = ["needle", "seeds", "needle.depth", "needle.tilt", "needle.skin-angle", "needle.lung", "rules", ""].map((key) => (key ? t(key) : ""));
    const rows = plan.needles.map((n) => {
      const go = () => {
        select(n.id);
        moveCursor(placeOf(n.id));
      };
      return row(`needle${n.id}`, app.selection.needle === n.id, t("needle.title", { id: n.id, length: number(n.length_mm) }), go, [
        el("th", { scope: "row", text: String(n.id) }),
        el("td", { text: String(n.seeds.length) }),
        el("td", { text: number(n.depth_mm ?? n.length_mm) }),
        el("td", { text: number(n.tilt_deg, 0) }),
        el("td", { text: number(n.skin_angle_deg, 0) }),
        el("td", { text: n.lung_mm ? number(n.lung_mm, 0) : "–" }),
        rulesCell(n.rules, plan),
        el("td", {}, lockButton("needle", n)),
      ], { "data-needle-row": n.id });
    });
    this.node.replaceChildren(table(head, rows, { class: "numbers rows", "aria-label": t("needles") }), this.details(plan));
  }

  /** Entry and tip of the chosen needle as numbers, and what can be done with it. */
  details(plan) {
    const needle = needleOf(plan, app.selection.needle);
    if (!needle) return el("p", { class: "hint", text: t("needle.choose") });
    const ends = ["entry", "tip"].map((end) =>
      el("div", { class: "coordinates" }, el("span", { text: t(`needle.${end}`) }), ["x", "y", "z"].map((axis, i) =>
        field(needle[`${end}_mm`][i], t("needle.coordinate", { end: t(`needle.${end}`), axis, id: needle.id }), 1, (value) => {
          const point = [...needle[`${end}_mm`]];
          point[i] = value;
          doEdit({ type: "move-needle", needle: needle.id, [`${end}_mm`]: point });
        }),
      )),
    );
    const deep = field(null, t("seed.add.depth"), 1, () => {});
    deep.value = "10";
    deep.classList.add("depth");
    const add = () => doEdit({ type: "add-seed", needle: needle.id, depth_mm: Number(deep.value) || 0 });
    const actions = el("div", { class: "actions" },
      el("label", {}, t("seed.add.at"), " ", deep, " mm"), button(t("seed.add"), add, { disabled: !canEdit() || needle.locked }),
      button(t("needle.remove", { id: needle.id }), () => doEdit({ type: "remove-needle", needle: needle.id }), { disabled: !canEdit() || needle.locked }),
    );
    return el("section", { class: "details", "aria-label": t("needle.details", { id: needle.id }) }, ends, actions);
  }
}

export class SeedTable extends LiveTable {
  constructor() {
    super("plan selection role");
    this.fill();
  }

  shown(plan) {
    return [plan?.seeds, plan?.preparing, plan?.needles.map((n) => n.locked)];
  }

  fill() {
    const plan = shownPlan();
    if (!plan) return this.node.replaceChildren(el("p", { class: "empty", text: t("no-plan") }));
    const head = ["seed", "needle", "seed.depth", "seed.position", "seed.strength", "rules", ""].map((key) => (key ? t(key) : ""));
    const rows = plan.seeds.map((s) => {
      const locked = s.locked || needleOf(plan, s.needle)?.locked;
      const go = () => {
        select(s.needle, s.id);
        moveCursor(s.position_mm);
      };
      const depth = locked ? number(s.depth_from_tip_mm) : field(s.depth_from_tip_mm, t("seed.depth.of", { id: s.id }), 1, (value) => doEdit({ type: "move-seed", seed: s.id, depth_mm: value }));
      const strength = `${number(s.strength_u, 3)}${s.manual ? ` · ${t("seed.manual")}` : ""}`;
      return row(`seed${s.id}`, app.selection.seed === s.id, t("seed.label", { id: s.id, needle: s.needle, depth: number(s.depth_from_tip_mm) }), go, [
        el("th", { scope: "row", text: String(s.id) }), el("td", { text: String(s.needle) }), el("td", {}, depth),
        el("td", { class: "position", text: s.position_mm.map((x) => number(x)).join(", ") }), el("td", { text: strength }), rulesCell(s.rules, plan),
        el("td", {}, lockButton("seed", s), button("×", () => doEdit({ type: "remove-seed", seed: s.id }), { class: "small", "aria-label": t("seed.remove", { id: s.id }), disabled: !canEdit() || locked })),
      ], { "data-seed-row": s.id });
    });
    this.node.replaceChildren(table(head, rows, { class: "numbers rows", "aria-label": t("seeds") }));
  }
}
