// The page's parts and where they stand.
import { app, emit, isImplant, on } from "./core/store.js";
import { button, el } from "./core/dom.js";
import { t } from "./core/texts.js";
import { layout } from "./core/keys.js";
import { SlicePane } from "./panes/slice_pane.js";
import { SpacePane } from "./panes/space_pane.js";
import { NeedlePane } from "./panes/needle_pane.js";
import { Dvh } from "./dock/dvh.js";
import { Metrics } from "./dock/metrics.js";
import { NeedleTable, SeedTable } from "./dock/tables.js";
import { FoundSeeds } from "./dock/found_seeds.js";
import { EditList, Legend, StructureList } from "./dock/lists.js";
import { Compare } from "./dock/compare.js";
import { Steer } from "./dock/steer.js";
import { savePicture } from "./picture/picture.js";
import { Readout, TopBar } from "./dock/topbar.js";

export function buildPage({ changeLanguage, ask }) {
  const panes = {
    axial: new SlicePane("axial"), sagittal: new SlicePane("sagittal"), coronal: new SlicePane("coronal"),
    space: new SpacePane(), needle: new NeedlePane(),
  };
  const grid = el("main", { class: "panes", "aria-label": t("panes") }, Object.values(panes).map((p) => p.node));
  panes.axial.node.append(new Legend().node);
  for (const pane of Object.values(panes)) {
    pane.node.addEventListener("dblclick", () => layout(app.display.layout === "all" ? pane.name : "all"));
  }
  const arrange = () => {
    grid.dataset.layout = app.display.layout;
    for (const pane of Object.values(panes)) {
      pane.node.hidden = app.display.layout !== "all" && app.display.layout !== pane.name;
      pane.node.classList.toggle("active", app.display.active === pane.name);
    }
  };
  on("layout", arrange);
  arrange();
  const resetViews = () => Object.values(panes).forEach((p) => p.reset());
  const takePicture = () => savePicture(panes[app.display.active] ?? panes.axial);
  const top = new TopBar({ changeLanguage, resetViews, takePicture });
  const dock = el("aside", { class: "dock", "aria-label": t("dock") }, new Dvh().node, new Metrics().node, tabs());
  return { node: el("div", { class: "page" }, top.node, grid, dock), panes, readout: new Readout(ask) };
}

function tabs() {
  const parts = isImplant()
    ? { found: new FoundSeeds(), structures: new StructureList(), edits: new EditList(), compare: new Compare() }
    : { needles: new NeedleTable(), seeds: new SeedTable(), structures: new StructureList(), edits: new EditList(), steer: new Steer(), compare: new Compare() };
  if (!(app.display.tab in parts)) [app.display.tab] = Object.keys(parts);
  const buttons = Object.keys(parts).map((name) =>
    button(t(`tab.${name}`), () => choose(name), { role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` }),
  );
  const panels = Object.entries(parts).map(([name, part]) => el("div", { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}` }, part.node));
  const choose = (name) => {
    app.display.tab = name;
    show();
    emit("display");
  };
  const show = () => {
    buttons.forEach((b) => {
      const chosen = b.id === `tab-${app.display.tab}`;
      b.setAttribute("aria-selected", chosen);
      b.tabIndex = chosen ? 0 : -1;
    });
    panels.forEach((p) => (p.hidden = p.id !== `panel-${app.display.tab}`));
  };
  const list = el("div", { role: "tablist", "aria-label": t("dock") }, buttons);
  list.addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.stopPropagation();
    const next = buttons[(buttons.indexOf(document.activeElement) + way + buttons.length) % buttons.length];
    next.click();
    next.focus();
  });
  show();
  return el("section", { class: "card tabs" }, list, panels);
}
