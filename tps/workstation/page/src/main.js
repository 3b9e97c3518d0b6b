// Starts the page: takes the token, loads scan and plan, builds the panes, and keeps them with the server.
import { app, emit, forgetListeners, hasBodies, isExact, moveCursor, on } from "./core/store.js";
import { el } from "./core/dom.js";
import { setLanguage, t, currentLanguage } from "./core/texts.js";
import { Refused, getBinary, getJson, takeToken } from "./core/api.js";
import { connect } from "./core/socket.js";
import { say, sayings } from "./core/say.js";
import { latencies } from "./core/timing.js";
import { listenToKeys } from "./core/keys.js";
import { Frame } from "./image/frame.js";
import { Ct } from "./image/ct.js";
import { loadRegions, takeRegions } from "./image/regions.js";
import { levelsOf } from "./image/levels.js";
import { lookedElsewhere } from "./edit/drag.js";
import { refresh, takePlan } from "./edit/plans.js";
import { onMessage } from "./core/socket.js";
import { buildPage } from "./page.js";
import { closeDialog } from "./dialogs/dialog.js";
import { showHelp } from "./dialogs/help.js";
import { readFragment, writeFragment } from "./core/fragment.js";
import { opened } from "./opening.js";

let leaveKeys = () => {};

async function start() {
  const kept = readFragment();
  setLanguage(kept.lang ?? "en");
  if (!takeToken()) return fail(t("boot.no-token"));
  try {
    kept.at = (await opened(kept.at)) ?? kept.at;
    const state = await getJson("/api/state");
    if (!kept.lang) setLanguage(state.language);
    await takeScene(state);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return fail(error.status === 401 ? t("boot.no-token") : error.message || t("server.lost"));
  }
  if (!app.plan) app.display.tab = "steer";
  app.display.layout = kept.layout ?? "all";
  app.cursor = app.frame.clamped(kept.at ?? firstPlace());
  build();
  connect();
  afterScene();
  document.body.dataset.ready = "true";
}

/** Scan, regions and plan as the server has them now. */
async function takeScene(state) {
  app.server = state;
  app.frame = new Frame(state.ct);
  const [scan] = await Promise.all([app.ct ? null : getBinary("/api/ct"), loadRegions(state.structures)]);
  if (scan) app.ct = new Ct(new Int16Array(scan.bytes), app.frame);
  app.original = state.original;
  app.plan = state.plan;
  app.surfaces = null;
  app.display.levels = levelsOf(state.levels);
}

function afterScene() {
  takePlan(app.plan, true);
  loadSurfaces();
  const { restored } = app.server;
  if (restored?.steps) say([t("restored", { steps: restored.steps }), restored.note].filter(Boolean).join(" "));
}

/** The planner has been at work: other regions, another plan, perhaps the first one. */
async function sceneChanged() {
  const first = !app.plan;
  await takeScene(await getJson("/api/state"));
  build();
  afterScene();
  if (first && app.plan) {
    moveCursor(firstPlace());
    Object.values(app.page.panes).forEach((pane) => pane.reset());
  }
}

function build() {
  forgetListeners();
  leaveKeys();
  const page = buildPage({ changeLanguage, ask });
  app.page = page;
  const { line, banner } = sayings();
  document.getElementById("app").replaceChildren(banner, page.node, el("footer", { class: "statusbar" }, page.readout.node, line));
  leaveKeys = listenToKeys({ panes: page.panes, showHelp, closeDialog });
  on("cursor layout", writeFragment);
  on("cursor layout", lookedElsewhere);
  on("plan", loadSurfaces);
  if (app.surfaces) page.panes.space.setSurfaces(app.surfaces, app.server.structures);
}

function changeLanguage(name) {
  setLanguage(name);
  closeDialog();
  build();
  writeFragment();
  refresh();
  document.querySelector(".language").focus();
}

const ask = async (point) => {
  try {
    return await getJson(`/api/point?x=${point[0]}&y=${point[1]}&z=${point[2]}`);
  } catch {
    return null;
  }
};

/** Regions as surfaces: once they are bodies, which every edit needs too. */
async function loadSurfaces() {
  if (app.surfaces || (app.plan && !hasBodies(app.plan))) return;
  app.surfaces = {};
  try {
    app.surfaces = await getJson("/api/surfaces");
    app.page.panes.space.setSurfaces(app.surfaces, app.server.structures);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/** The coldest place of the first target, its middle, or the middle of the scan. */
function firstPlace() {
  const target = app.contours.find((c) => c.structure.kind === "target");
  return target ? target.centre() : app.frame.toPatient([0, 1, 2].map((i) => app.frame.extent(i) / 2));
}

function fail(text) {
  document.getElementById("app").replaceChildren(el("p", { id: "boot", class: "failed", role: "alert", text }));
}

onMessage("state", sceneChanged);
onMessage("regions", ({ structures }) => takeRegions(structures));
onMessage("welcome", ({ revision, regions, preparing, exact }) => {
  const { plan } = app;
  // After a lost line the server may be a new one: everything that was decided there holds. And what was told before this
  // line was open was not heard.
  const known = !plan || (revision === plan.revision && preparing === plan.preparing && exact === isExact(plan));
  if (plan && !(known && regions === app.server.structures.length)) refresh();
  else emit("plan");
});

// For measuring from outside: times of the last drags, no data of the patient.
Object.defineProperty(window, "seedwright", { value: Object.freeze({ latencies, language: currentLanguage, cursor: () => [...app.cursor], moveCursor }) });

start().catch((error) => {
  fail(t("boot.failed"));
  throw error;
});
