// Tools that a click on a pane serves: measuring, and a new needle by its entry and its tip.
import { app, emit, select } from "../core/store.js";
import { say } from "../core/say.js";
import { t } from "../core/texts.js";
import { doEdit } from "./commands.js";

export function chooseTool(name) {
  app.display.tool = app.display.tool === name ? "look" : name;
  app.draft = null;
  if (app.display.tool === "needle") say(t("tool.needle.entry"));
  if (app.display.tool === "measure") say(t("tool.measure.from"));
  if (app.display.tool === "forbid") say(t("forbid.region.how"));
  if (app.display.tool === "forbid-directions") say(t("forbid.directions.how"));
  if (app.display.tool === "seed") say(t("tool.seed.at"));
  emit("display");
  emit("draft");
}

export async function toolClick(point) {
  if (app.display.tool === "measure") measure(point);
  else if (app.display.tool === "seed") await addSeed({ position_mm: point });
  else if (!app.draft?.entry) {
    app.draft = { entry: point };
    say(t("tool.needle.tip"));
  } else await addNeedle(app.draft.entry, point);
  emit("draft");
}

function measure(point) {
  if (!app.draft?.entry) {
    app.draft = { entry: point };
    say(t("tool.measure.to"));
    return;
  }
  app.measures = [...app.measures, { from: app.draft.entry, to: point }];
  app.draft = null;
  emit("measures");
}

async function addNeedle(entry, tip) {
  app.draft = null;
  const before = new Set(app.plan.needles.map((n) => n.id));
  const rounded = (p) => p.map((x) => Math.round(x * 10) / 10);
  if (await doEdit({ type: "add-needle", entry_mm: rounded(entry), tip_mm: rounded(tip) })) {
    const added = app.plan.needles.find((n) => !before.has(n.id));
    if (added) select(added.id);
    app.display.tool = "look";
    emit("display");
  }
}

/** A seed that the finder did not see: where the click was, along its neighbours unless a direction is known. */
export async function addSeed(where) {
  const before = new Set(app.plan.seeds.map((s) => s.id));
  if (await doEdit({ type: "add-seed", ...where })) {
    const added = app.plan.seeds.find((s) => !before.has(s.id));
    if (added) select(added.needle || null, added.id);
    app.display.tool = "look";
    emit("display");
  }
}

/** The loose end follows the pointer. */
export function toolMove(point) {
  if (!app.draft?.entry) return;
  app.draft.tip = point;
  emit("draft");
}

export function clearMeasures() {
  app.measures = [];
  app.draft = null;
  emit("measures");
}
