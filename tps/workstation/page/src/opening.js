// Before the plan is there: how far its opening is, and the scan as soon as it is read. Nothing can be changed here.
import { app, emit, forgetListeners, moveCursor } from "./core/store.js";
import { onDark } from "./core/colour.js";
import { el, setText } from "./core/dom.js";
import { t } from "./core/texts.js";
import { Refused, getBinary, getJson } from "./core/api.js";
import { Frame } from "./image/frame.js";
import { Ct } from "./image/ct.js";
import { Contours } from "./image/contours.js";
import { Dose } from "./image/dose.js";
import { levelsOf } from "./image/levels.js";
import { SlicePane } from "./panes/slice_pane.js";

const SHOWN = ["axial", "sagittal", "coronal"];
let panes = [];
let went = null; // where the page itself went when the plan came

/** Resolves once the plan is there, to where somebody went meanwhile; `at` is where to look first. Throws what the server says where there will be none. */
export async function opened(at) {
  const line = el("p", { id: "opening", role: "status" });
  let seen = -1;
  let scan = null;
  let look = null;
  for (;;) {
    const now = await getJson(`/api/opening?seen=${seen}`);
    if (now.error) throw new Refused(422, now.error);
    if (now.ready) break;
    seen = now.number;
    setText(line, words(now));
    if (!line.isConnected) document.getElementById("boot")?.replaceChildren(line);
    if (now.ct && !scan) scan = showScan(now.ct, line, at);
    // What cannot be shown yet is not needed: the plan itself comes soon.
    if (now.look && !look) look = scan?.then(showPlan).catch(() => {});
  }
  // Its slices are drawn by the page's own panes from now on.
  const begun = await scan;
  await look;
  forgetListeners();
  Object.assign(app, { views: {}, contours: [], plan: null, dose: null });
  return begun && app.cursor !== begun && app.cursor !== went ? app.cursor : null;
}

function words({ stage, done, of, look }) {
  if (of) return t("opening.images", { done, of });
  const begun = stage ? t("opening.stage", { stage }) : t("opening.begun");
  return look ? `${begun} ${t("opening.look")}` : begun;
}

/** Contours, needles, seeds and isodoses as they were opened: nobody has judged them yet, and nothing can be moved. */
async function showPlan(begun) {
  const { structures, contours, plan, levels } = await getJson("/api/look");
  const dose = await getBinary("/api/look/dose").catch(() => null);
  for (const s of structures) s.colour = onDark(s.colour);
  app.contours = structures.filter((s) => contours[s.key].length).map((s) => new Contours(s, contours[s.key], app.frame));
  app.plan = { ...plan, checked: "opening" };
  app.dose = dose && new Dose(dose.header, new Float32Array(dose.bytes));
  app.display.levels = levelsOf(levels);
  if (app.cursor === begun) {
    const target = app.contours.find((c) => c.structure.kind === "target");
    if (target) moveCursor(target.centre());
    else emit("cursor");
    went = app.cursor;
    panes.forEach((pane) => pane.reset());
  }
  emit("plan");
}

async function showScan(ct, line, at) {
  const { bytes } = await getBinary("/api/ct");
  app.frame = new Frame(ct);
  app.ct = new Ct(new Int16Array(bytes), app.frame);
  app.cursor = app.frame.clamped(at ?? app.frame.toPatient([0, 1, 2].map((i) => app.frame.extent(i) / 2)));
  panes = SHOWN.map((name) => new SlicePane(name));
  const grid = el("main", { class: "panes", "aria-label": t("panes"), "data-layout": "all" }, panes.map((pane) => pane.node));
  document.getElementById("app").replaceChildren(el("div", { class: "page opening" }, line, grid));
  return app.cursor;
}
