// Edits, structures, isodose levels and warnings.
import { app, canEdit, emit, moveCursor, on } from "../core/store.js";
import { button, el, perFrame, table } from "../core/dom.js";
import { number, shownName, t } from "../core/texts.js";
import { backToOriginal } from "../edit/commands.js";

export class EditList {
  constructor() {
    this.node = el("div", { class: "scroll" });
    this.update = perFrame(() => this.fill());
    on("plan role", () => this.update());
    this.fill();
  }

  fill() {
    const { plan } = app;
    const edits = plan?.edits ?? [];
    const list = edits.length ? el("ol", { class: "edits" }, edits.map((e) => el("li", { text: e.text }))) : el("p", { class: "hint", text: t("edits.none") });
    const back = button(t("edits.original"), backToOriginal, { disabled: !canEdit() || !edits.length });
    const warnings = (plan?.warnings ?? []).map((text) => el("li", { text }));
    this.node.replaceChildren(
      list, el("div", { class: "actions" }, back),
      el("h3", { text: t("warnings") }), warnings.length ? el("ul", { class: "warnings" }, warnings) : el("p", { class: "hint", text: t("warnings.none") }),
    );
  }
}

export class StructureList {
  constructor() {
    this.node = el("div", { class: "scroll" });
    this.update = perFrame(() => this.fill());
    on("display plan", () => this.update());
    this.fill();
  }

  fill() {
    const rows = app.contours.map((contour) => {
      const { name, kind, colour, dash } = contour.structure;
      const mark = el("span", { class: "swatch" });
      mark.style.borderTopColor = colour;
      mark.style.borderTopStyle = dash?.length ? "dashed" : "solid";
      const shown = el("input", { type: "checkbox", checked: !app.display.hidden.has(name), "aria-label": t("structure.show", { name }), on: { change: () => this.flip(name) } });
      const go = () => moveCursor(contour.centre());
      return el("tr", { "data-structure-row": name }, el("td", {}, shown), el("td", {}, mark), el("th", { scope: "row" }, button(shownName(contour.structure), go, { class: "link" })), el("td", { text: t(`kind.${kind}`) }), el("td", {}, this.cold(name)));
    });
    this.node.replaceChildren(table([t("shown"), "", t("structure"), t("kind"), t("coldest")], rows, { class: "rows", "aria-label": t("tab.structures") }), this.levels());
  }

  flip(name) {
    const { hidden } = app.display;
    hidden.has(name) ? hidden.delete(name) : hidden.add(name);
    emit("display");
  }

  /** The coldest place of a target; a click goes there. */
  cold(name) {
    const coldest = app.plan?.coldest?.[name];
    return coldest ? button(`${number(coldest.dose_gy)} Gy`, () => moveCursor(coldest.at_mm), { class: "small", "aria-label": t("coldest.go", { name }) }) : null;
  }

  levels() {
    const prescribed = app.plan?.prescription.dose_gy;
    if (!prescribed) return null;
    const rows = app.display.levels.map((level) => {
      const shown = el("input", { type: "checkbox", checked: level.shown, "aria-label": t("level.show", { percent: number(level.percent, 0) }), on: { change: (e) => change(level, { shown: e.target.checked }) } });
      const mark = el("span", { class: "swatch" });
      mark.style.borderTopColor = level.colour;
      mark.style.borderTopStyle = level.dash?.length ? "dashed" : "solid";
      const input = (value, label, set) => el("input", { type: "number", class: "cell", min: 1, max: 100000, step: "any", value, "aria-label": label, on: { change: (e) => Number(e.target.value) > 0 && set(Number(e.target.value)), keydown: (e) => e.stopPropagation() } });
      return el("tr", { "data-level": level.id }, el("td", {}, shown), el("td", {}, mark),
        el("td", {}, input(number(level.gy), t("level.gy", { percent: number(level.percent, 0) }), (gy) => change(level, { gy, percent: (100 * gy) / prescribed })), " Gy"),
        el("td", {}, input(number(level.percent, 0), t("level.percent", { gy: number(level.gy) }), (percent) => change(level, { percent, gy: (percent * prescribed) / 100 })), " %"));
    });
    const opacity = el("input", { type: "range", min: 0.1, max: 0.8, step: 0.05, value: app.display.washOpacity, "aria-label": t("wash.opacity"), on: { input: (e) => { app.display.washOpacity = Number(e.target.value); emit("dose"); } } });
    return el("section", { class: "levels" }, el("h3", { text: t("levels") }), table([t("shown"), "", t("dose"), t("of-prescription")], rows, { "aria-label": t("levels") }), el("label", { class: "actions" }, t("wash.opacity"), opacity));
  }
}

function change(level, values) {
  Object.assign(level, values);
  emit("display");
}

/** The isodoses' legend that lies over the panes: Gy and per cent. */
export class Legend {
  constructor() {
    this.node = el("ul", { class: "isodose-legend", "aria-label": t("levels") });
    on("display plan", () => this.fill());
    this.fill();
  }

  fill() {
    const shown = app.plan && (app.display.isodoses || app.display.dose) ? app.display.levels.filter((l) => l.shown) : [];
    this.node.replaceChildren(...[...shown].sort((a, b) => b.gy - a.gy).map((level) => {
      const mark = el("span", { class: "swatch" });
      mark.style.borderTopColor = level.colour;
      mark.style.borderTopStyle = level.dash?.length ? (level.dash[0] <= 3 ? "dotted" : "dashed") : "solid";
      return el("li", {}, mark, el("span", { text: t("level.legend", { gy: number(level.gy), percent: number(level.percent, 0) }) }));
    }));
    this.node.classList.toggle("gone", !shown.length);
  }
}
