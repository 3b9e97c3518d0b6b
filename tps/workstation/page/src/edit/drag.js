// Dragging: the object follows the hand at once, the server's dose and figures as fast as they come.
import { app, canEdit, emit, isExact, needleOf } from "../core/store.js";
import { onMessage, send } from "../core/socket.js";
import { readPlanesMessage } from "../image/dose.js";
import { say, warn } from "../core/say.js";
import { t } from "../core/texts.js";
import { pictured } from "../core/timing.js";
import { takePlan } from "./plans.js";

let serial = 0;
let current = null; // {base, edit, since, queued, inFlight, asked, planes}
let released = null; // {revision, at}: what was let go of, until its exact figures are there

/** Starts a drag; `to(edit, since)` says where it is now and when the hand went there, `end(commit)` finishes it. */
export function beginDrag() {
  if (!canEdit() || current) return { to() {}, end() {} };
  const drag = { base: app.plan.revision, edit: null, since: 0, queued: false, inFlight: 0, asked: 0, planes: [] };
  current = drag;
  emit("drag");
  return {
    to(edit, since) {
      // Places go in steps: most movements of the hand lead to where it is already.
      if (current !== drag || JSON.stringify(edit) === JSON.stringify(drag.edit)) return;
      Object.assign(drag, { edit, since });
      moveLocally(edit);
      follow(drag);
    },
    end(commit) {
      if (current === drag) finish(drag, commit);
    },
  };
}

export const dragging = () => current !== null;

/** Takes the hand's move back: nothing is committed. */
export function cancelDrag(reason = "drag.cancelled") {
  if (!current) return false;
  const drag = current;
  finish(drag, false);
  say(t(reason));
  return true;
}

/** Asks for the newest place; while an answer is awaited, once that is there. */
function follow(drag) {
  if (drag.inFlight) drag.queued = true;
  else ask(drag);
}

/** Another slice is looked at while the hand rests: its dose is asked for too. */
export function lookedElsewhere() {
  if (!current?.edit) return;
  current.since = performance.now();
  follow(current);
}

function ask(drag) {
  Object.assign(drag, { queued: false, inFlight: ++serial, asked: drag.since, planes: planesOnScreen() });
  const planes = drag.planes.map(({ plane: { origin, right, down, columns, rows } }) => ({ origin_mm: origin, right_mm: right, down_mm: down, columns, rows }));
  if (!send({ type: "drag", serial: drag.inFlight, base_revision: drag.base, edit: drag.edit, planes })) lost();
}

/** What of the dose is seen, pane by pane: the server looks nowhere else while something is dragged. */
function planesOnScreen() {
  const panes = Object.entries(app.page.panes).filter(([, pane]) => !pane.node.hidden);
  return panes.map(([name, pane]) => ({ name, plane: pane.dosePlane?.() })).filter(({ plane }) => plane);
}

function finish(drag, commit) {
  current = null;
  emit("drag");
  if (!drag.edit) return;
  released = commit ? { revision: drag.base, at: performance.now() } : null;
  send({ type: "drag-end", serial: ++serial, base_revision: drag.base, commit, edit: drag.edit });
  if (!commit) putBack();
}

function lost() {
  if (!current) return;
  current = null;
  emit("drag");
  putBack();
  warn(t("drag.lost"));
}

/** Everything is where it was before the hand took it. */
function putBack() {
  app.planes = null;
  takePlan(app.plan);
}

onMessage("lost", lost);
onMessage("preview", (message) => {
  if (current && message.serial === current.inFlight) applyFigures(message);
});
onMessage("ruled", (message) => {
  if (current && app.preview) applyRules(message);
});
onMessage("binary", (buffer) => {
  const { header, values } = readPlanesMessage(buffer);
  if (!current || header.serial !== current.inFlight) return;
  app.planes = Object.fromEntries(current.planes.map(({ name, plane }, i) => [name, { ...plane, values: values[i] }]));
  emit("dose");
  pictured("drag", current.asked);
  answered();
});
onMessage("error", (message) => {
  say(message.message, "bad");
  if (current) {
    if (message.serial === current.inFlight) answered();
    return;
  }
  // What was let go of is not possible.
  putBack();
});
onMessage("plan", ({ plan }) => {
  if (current) return;
  takePlan(plan);
  if (!released || !isExact(plan) || plan.revision <= released.revision) return;
  pictured("exact", released.at);
  released = null;
});

function answered() {
  current.inFlight = 0;
  if (current.queued) ask(current);
}

/** The object at the hand's place, before the server has answered. */
function moveLocally(edit) {
  const plan = app.preview?.plan ?? { ...app.plan, checked: "preview" };
  app.preview = { serial, plan: { ...plan, ...moved(edit) } };
  emit("preview");
}

function moved(edit) {
  const from = app.plan;
  // A seed that was found is on no needle: it goes by itself.
  if (edit.position_mm) return { seeds: from.seeds.map((s) => (s.id === edit.seed ? { ...s, position_mm: edit.position_mm } : s)) };
  const needleId = edit.needle ?? from.seeds.find((s) => s.id === edit.seed).needle;
  const old = needleOf(from, needleId);
  const needle = { ...old, entry_mm: edit.entry_mm ?? old.entry_mm, tip_mm: edit.tip_mm ?? old.tip_mm };
  const way = needle.tip_mm.map((x, i) => x - needle.entry_mm[i]);
  const length = Math.hypot(...way);
  const direction = way.map((x) => x / length);
  const seeds = from.seeds.map((s) => {
    if (s.needle !== needleId || (edit.seed && s.id !== edit.seed)) return s;
    const depth = edit.depth_mm ?? s.depth_from_tip_mm;
    return { ...s, direction, depth_from_tip_mm: depth, position_mm: needle.tip_mm.map((x, i) => x - depth * direction[i]) };
  });
  return { needles: from.needles.map((n) => (n.id === needleId ? { ...needle, length_mm: length } : n)), seeds };
}

function applyFigures(message) {
  const shown = app.preview?.plan ?? app.plan;
  // Of a region without a preview nothing is shown meanwhile.
  const known = Object.entries(shown.dvh).filter(([name]) => Object.hasOwn(message.dvh, name));
  const dvh = Object.fromEntries(known.map(([name, curve]) => [name, { ...curve, ...message.dvh[name] }]));
  app.preview = { serial: message.serial, plan: { ...shown, checked: "preview", metrics: message.metrics, dvh } };
  emit("preview");
}

function applyRules(message) {
  const shown = app.preview.plan;
  // Where the hand has gone on meanwhile, its place holds.
  const newest = message.serial === serial && !current.queued;
  const replaced = (now, fresh) => now.map((item) => {
    const answer = fresh.find((f) => f.id === item.id);
    if (!answer) return item;
    return newest ? { ...item, ...answer } : { ...item, rules: answer.rules };
  });
  app.preview = { serial: message.serial, plan: { ...shown, needles: replaced(shown.needles, message.needles), seeds: replaced(shown.seeds, message.seeds) } };
  const rules = [message.impossible, ...message.rules].filter(Boolean);
  if (rules.length) say(rules.join(" · "), "bad");
  else say(t(message.asked ? "drag.fine" : "preparing.rules"), message.asked ? "good" : "info");
  emit("preview");
}
