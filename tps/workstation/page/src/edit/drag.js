// Dragging: the object follows the hand at once, the server's dose and figures as fast as they come.
import { app, canEdit, emit, needleOf } from "../core/store.js";
import { onMessage, send } from "../core/socket.js";
import { readDoseMessage } from "../image/dose.js";
import { say, warn } from "../core/say.js";
import { t } from "../core/texts.js";
import { forgetDose, takePlan } from "./plans.js";

let serial = 0;
let current = null; // {edit, queued, inFlight, sentAt}

/** Times from sending a drag to its last picture, ms, newest last: for whoever measures. */
export const latencies = [];

/** Starts a drag; `to(edit)` says where it is now, `end(commit)` finishes it. */
export function beginDrag() {
  if (!canEdit() || current) return { to() {}, end() {} };
  const drag = { edit: null, queued: null, inFlight: 0, base: app.plan.revision };
  current = drag;
  emit("drag");
  return {
    to(edit) {
      if (current !== drag) return;
      drag.edit = edit;
      moveLocally(edit);
      if (drag.inFlight) drag.queued = edit;
      else ask(drag, edit);
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

function ask(drag, edit) {
  drag.inFlight = ++serial;
  drag.sentAt = performance.now();
  if (!send({ type: "drag", serial: drag.inFlight, base_revision: drag.base, edit })) lost();
}

function finish(drag, commit) {
  current = null;
  emit("drag");
  forgetDose();
  if (!drag.edit) return;
  send({ type: "drag-end", serial: ++serial, base_revision: drag.base, commit, edit: drag.edit });
  if (!commit) takePlan(app.plan);
}

function lost() {
  if (!current) return;
  current = null;
  emit("drag");
  forgetDose();
  app.preview = null;
  emit("plan");
  warn(t("drag.lost"));
}

onMessage("lost", lost);
onMessage("preview", (message) => {
  if (!current || message.serial !== current.inFlight) return;
  applyPreview(message);
});
onMessage("binary", (buffer) => {
  const dose = readDoseMessage(buffer);
  if (!current || dose.header.serial !== current.inFlight) return;
  app.dose = dose;
  emit("dose");
  const { sentAt } = current;
  requestAnimationFrame(() => latencies.push(performance.now() - sentAt));
  answered();
});
onMessage("error", (message) => {
  say(message.message, "bad");
  if (current) {
    if (message.serial === current.inFlight) answered();
    return;
  }
  // What was let go of is not possible: everything is where it was.
  forgetDose();
  takePlan(app.plan);
});
onMessage("plan", ({ plan }) => {
  if (current) return;
  takePlan(plan);
});

function answered() {
  const drag = current;
  drag.inFlight = 0;
  if (!drag.queued) return;
  const edit = drag.queued;
  drag.queued = null;
  ask(drag, edit);
}

/** The object at the hand's place, before the server has answered. */
function moveLocally(edit) {
  const plan = app.preview?.plan ?? { ...app.plan, checked: "preview" };
  app.preview = { serial, plan: { ...plan, ...moved(edit) } };
  emit("preview");
}

function moved(edit) {
  const from = app.plan;
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

function applyPreview(message) {
  const shown = app.preview?.plan ?? app.plan;
  // Where the hand has gone on meanwhile, its place holds; the figures are the newest there are.
  const newest = !current.queued;
  const replaced = (now, fresh) => now.map((item) => {
    const answer = fresh.find((f) => f.id === item.id);
    if (!answer) return item;
    return newest ? { ...item, ...answer } : { ...item, rules: answer.rules };
  });
  const dvh = { ...shown.dvh };
  for (const [name, curve] of Object.entries(message.dvh)) if (Object.hasOwn(dvh, name)) dvh[name] = { ...dvh[name], ...curve };
  app.preview = {
    serial: message.serial,
    plan: { ...shown, checked: "preview", metrics: message.metrics, dvh, needles: replaced(shown.needles, message.needles), seeds: replaced(shown.seeds, message.seeds) },
  };
  const rules = [message.impossible, ...message.rules].filter(Boolean);
  say(rules.length ? rules.join(" · ") : t("drag.fine"), rules.length ? "bad" : "good");
  emit("preview");
}
