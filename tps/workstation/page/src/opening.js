// Before the plan is there: how far its opening is, and the scan as soon as it is read. Nothing can be changed here.
import { app, forgetListeners } from "./core/store.js";
import { el, setText } from "./core/dom.js";
import { t } from "./core/texts.js";
import { Refused, getBinary, getJson } from "./core/api.js";
import { Frame } from "./image/frame.js";
import { Ct } from "./image/ct.js";
import { SlicePane } from "./panes/slice_pane.js";

const SHOWN = ["axial", "sagittal", "coronal"];

/** Resolves once the plan is there, to where somebody went meanwhile; `at` is where to look first. Throws what the server says where there will be none. */
export async function opened(at) {
  const line = el("p", { id: "opening", role: "status" });
  let seen = -1;
  let scan = null;
  for (;;) {
    const now = await getJson(`/api/opening?seen=${seen}`);
    if (now.error) throw new Refused(422, now.error);
    if (now.ready) break;
    seen = now.number;
    setText(line, words(now));
    if (!line.isConnected) document.getElementById("boot")?.replaceChildren(line);
    if (now.ct && !scan) scan = showScan(now.ct, line, at);
  }
  // Its slices are drawn by the page's own panes from now on.
  const begun = await scan;
  forgetListeners();
  app.views = {};
  return begun && app.cursor !== begun ? app.cursor : null;
}

function words({ stage, done, of }) {
  if (of) return t("opening.images", { done, of });
  return stage ? t("opening.stage", { stage }) : t("opening.begun");
}

async function showScan(ct, line, at) {
  const { bytes } = await getBinary("/api/ct");
  app.frame = new Frame(ct);
  app.ct = new Ct(new Int16Array(bytes), app.frame);
  app.cursor = app.frame.clamped(at ?? app.frame.toPatient([0, 1, 2].map((i) => app.frame.extent(i) / 2)));
  const panes = SHOWN.map((name) => new SlicePane(name));
  const grid = el("main", { class: "panes", "aria-label": t("panes"), "data-layout": "all" }, panes.map((pane) => pane.node));
  document.getElementById("app").replaceChildren(el("div", { class: "page opening" }, line, grid));
  return app.cursor;
}
