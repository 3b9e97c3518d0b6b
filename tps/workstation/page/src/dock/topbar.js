// The bar at the top: what state the plan is in, and what can be done.
import { app, canEdit, emit, isImplant, on } from "../core/store.js";
import { button, el, perFrame, setText } from "../core/dom.js";
import { LANGUAGES, currentLanguage, shownName, t } from "../core/texts.js";
import { redo, undo } from "../edit/commands.js";
import { chooseTool, clearMeasures } from "../edit/tools.js";
import { setWindow } from "../core/windowing.js";
import { WINDOWS } from "../image/ct.js";
import { doseAt } from "../panes/plane_dose.js";
import { layout, toggle } from "../core/keys.js";
import { check, exportPlan, sign } from "../dialogs/finish.js";
import { showHelp } from "../dialogs/help.js";

/** Slabs of which the brightest is shown, mm. */
const SLABS_MM = [0, 5, 10, 20, 40];

export class TopBar {
  /** `changeLanguage(name)` draws the page anew; `resetViews()` is what R does, `takePicture()` what S does. */
  constructor({ changeLanguage, resetViews, takePicture }) {
    this.state = el("div", { class: "state", role: "status", "aria-label": t("state") });
    this.undo = button(t("undo"), undo, { title: "Ctrl+Z" });
    this.redo = button(t("redo"), redo, { title: "Ctrl+Shift+Z" });
    this.check = button(t("check"), check);
    this.sign = button(t("sign"), sign);
    this.export = button(t("export"), exportPlan);
    this.toggles = [["dose", "D", "toggle.wash"], ["contours", "C", "toggle.contours"], ["isodoses", "I", "toggle.isodoses"]].map(([name, key, label]) => [name, button(t(label), () => toggle(name), { title: key, "data-toggle": name })]);
    this.window = el("select", { "aria-label": t("window"), on: { change: (e) => setWindow(WINDOWS.find((w) => w.key === e.target.value)) } }, WINDOWS.map((w) => el("option", { value: w.key, text: `${t(`window.${w.key}`)} ${w.width}/${w.level}` })), el("option", { value: "free", text: t("window.free"), hidden: true }));
    this.measure = button(t("tool.measure"), () => chooseTool("measure"), { title: "M", "data-tool": "measure" });
    const adds = isImplant() ? "seed" : "needle";
    this.add = button(t(`tool.${adds}`), () => chooseTool(adds), { "data-tool": adds });
    this.slab = el("select", { "aria-label": t("slab"), class: "slab", on: { change: (e) => showSlab(Number(e.target.value)) } }, SLABS_MM.map((mm) => el("option", { value: mm, text: mm ? t("slab.of", { mm }) : t("slab.none") })));
    this.slab.value = app.display.slab;
    this.clear = button(t("tool.clear"), clearMeasures);
    this.full = button(t("layout.all"), () => layout("all"));
    const language = el("select", { "aria-label": t("language"), class: "language", on: { change: (e) => changeLanguage(e.target.value) } }, Object.entries(LANGUAGES).map(([value, text]) => el("option", { value, text, lang: value })));
    language.value = currentLanguage();
    this.node = el(
      "header", { class: "topbar" },
      el("div", { class: "bar" }, el("h1", {}, el("span", { class: "brand", text: "seedwright" }), el("span", { class: "case", text: app.server.patient ?? "" })), this.state, el("div", { class: "spring" }), el("span", { class: "notice", text: t("notice") }), language, button("?", showHelp, { "aria-label": t("help"), title: "?" })),
      el(
        "div", { class: "bar tools", role: "toolbar", "aria-label": t("tools") },
        el("div", { class: "group" }, this.undo, this.redo), el("div", { class: "group" }, this.toggles.map(([, b]) => b)), this.window, this.slab,
        el("div", { class: "group" }, this.add, this.measure, this.clear), el("div", { class: "group" }, button(t("layout.reset"), resetViews, { title: "R" }), button(t("picture"), takePicture, { title: "S", "data-picture": "" }), this.full),
        el("div", { class: "spring" }), el("div", { class: "group" }, this.check, this.sign, this.export),
      ),
    );
    this.update = perFrame(() => this.show());
    on("plan preview role display job layout window busy drag draft measures", () => this.update());
    this.show();
  }

  show() {
    const { plan } = app;
    const free = canEdit() && !app.working;
    this.undo.disabled = !free || !plan.can_undo;
    this.redo.disabled = !free || !plan.can_redo;
    this.add.disabled = !free;
    this.sign.hidden = isImplant();
    this.check.disabled = this.sign.disabled = this.export.disabled = !free || Boolean(plan?.preparing);
    this.clear.hidden = !app.measures.length;
    this.full.hidden = app.display.layout === "all";
    for (const [name, node] of this.toggles) node.setAttribute("aria-pressed", app.display[name]);
    for (const node of [this.measure, this.add]) node.setAttribute("aria-pressed", app.display.tool === node.dataset.tool);
    this.window.value = app.display.window.key;
    document.body.dataset.tool = app.display.tool;
    document.body.dataset.preparing = plan?.preparing ?? "";
    const chips = this.chips(plan);
    const shown = chips.map(([, text]) => text).join("|");
    if (shown === this.shown) return;
    this.shown = shown;
    this.state.replaceChildren(...chips.map(([kind, text]) => el("span", { class: `chip ${kind}`, text })));
  }

  chips(plan) {
    const chips = [];
    if (!plan) chips.push(["warn", t("no-plan")]);
    else {
      const status = isImplant() ? "delivered" : (plan.approval?.status ?? "unsigned");
      chips.push([{ signed: "good", delivered: "" }[status] ?? "warn", t(`state.${status}`)]);
      chips.push(["", t("state.revision", { revision: plan.revision })]);
      if (app.preview) chips.push(["warn", t("checked.preview")]);
      else if (plan.checked !== "checked") chips.push(["warn", t(`checked.${plan.checked}`)]);
      else chips.push(["good", t("checked.checked")]);
      if (plan.preparing) chips.push(["busy", t(`preparing.${plan.preparing}`)]);
    }
    if (app.working) chips.push(["busy", app.working]);
    if (app.job) chips.push(["busy", t("plan.running")]);
    if (!app.connected) chips.push(["bad", t("state.offline")]);
    else if (app.role !== "editor") chips.push(["bad", t("state.reader")]);
    return chips;
  }
}

function showSlab(mm) {
  app.display.slab = mm;
  emit("display");
}

const shownNameOf = (name) => shownName(app.contours.find((c) => c.structure.name === name)?.structure ?? { name });

/** The place of a point in words and numbers, under the panes. */
export class Readout {
  constructor(ask) {
    this.node = el("div", { class: "readout", "data-readout": "", "aria-label": t("readout") });
    this.ask = ask;
    this.hover = perFrame((about) => this.show(about));
    on("hover", (about) => this.hover(about));
    on("cursor dose plan", () => this.hover(null));
    if (app.ct) this.hover(null);
    else setText(this.node, t("readout.none"));
  }

  show(about) {
    const point = about?.point ?? app.cursor;
    if (!app.ct) return;
    clearTimeout(this.timer);
    const structures = app.contours.filter((c) => c.structure.kind !== "body" && c.contains(point)).map((c) => shownName(c.structure));
    const dose = doseAt(point);
    this.write(point, app.ct.at(point), dose, structures, true);
    this.timer = setTimeout(() => this.exactly(point), 90);
  }

  /** The server's own figures, a moment after the pointer has come to rest. */
  async exactly(point) {
    if (app.preview) return;
    const answer = await this.ask(point);
    if (answer) this.write(point, answer.hu, answer.dose_gy, answer.structures.map(shownNameOf), false);
  }

  write(point, hu, gy, structures, about) {
    const prescribed = app.plan?.prescription.dose_gy;
    const parts = [
      `x ${point[0].toFixed(1)}  y ${point[1].toFixed(1)}  z ${point[2].toFixed(1)} mm`,
      hu === null || hu === undefined ? "– HU" : `${Math.round(hu)} HU`,
      gy === null || gy === undefined ? (app.plan && !app.preview ? t("readout.no-dose") : "") : `${about ? "≈ " : ""}${gy.toFixed(1)} Gy (${((100 * gy) / prescribed).toFixed(0)} %)`,
      structures.join(", ") || "–",
    ];
    this.node.replaceChildren(...parts.filter(Boolean).map((text) => el("span", { text })));
    this.node.dataset.exact = String(!about);
  }
}

