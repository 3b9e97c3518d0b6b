// What mouse, pen and finger do on a slice.
import { app, emit, isImplant, moveCursor, needleOf, seedOf, select, shownPlan, whyNotEdit } from "../core/store.js";
import { t } from "../core/texts.js";
import { beginDrag } from "../edit/drag.js";
import { say } from "../core/say.js";
import { pictured } from "../core/timing.js";
import { setWindow } from "../core/windowing.js";
import { drawingGesture } from "../edit/steering.js";
import { toolClick, toolMove } from "../edit/tools.js";

/** Pixels that a pointer may shake before it counts as a drag. */
const START_PX = 3;
/** Wheel units of one notch, for devices that count in pixels. */
const NOTCH_PX = 100;
/** Least part of a needle's direction that must lie in the pane to drag along it. */
const SEEN_ALONG = 0.2;

export function listenToPointer(pane) {
  const { node } = pane;
  let gesture = null;
  const place = (event) => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left - node.clientLeft, event.clientY - box.top - node.clientTop];
  };

  node.addEventListener("pointerdown", (event) => {
    if (gesture) return;
    node.focus({ preventScroll: true });
    const [x, y] = place(event);
    gesture = { ...begin(pane, event, x, y), x, y, startX: x, startY: y, id: event.pointerId, moved: false };
    node.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  node.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    emit("hover", { pane, point: pane.viewport.patient(x, y, pane.frame.atSlice(pane.name, app.cursor, pane.currentSlice())) });
    if (!gesture) {
      if (event.shiftKey && app.display.tool === "look") moveCursor(pointAt(pane, x, y));
      else toolMove(pointAt(pane, x, y));
      return;
    }
    if (event.pointerId !== gesture.id) return;
    if (!gesture.moved && Math.hypot(x - gesture.startX, y - gesture.startY) < START_PX) return;
    gesture.moved = true;
    gesture.move?.(x, y, x - gesture.x, y - gesture.y, event);
    gesture.x = x;
    gesture.y = y;
  });
  node.addEventListener("pointerup", (event) => {
    if (!gesture || event.pointerId !== gesture.id) return;
    const ended = gesture;
    gesture = null;
    ended.end?.(true, ended.moved);
  });
  const cancel = () => {
    const ended = gesture;
    gesture = null;
    ended?.end?.(false, ended.moved);
  };
  node.addEventListener("pointercancel", cancel);
  node.addEventListener("lostpointercapture", () => gesture && cancel());
  window.addEventListener("blur", cancel);
  node.addEventListener("pointerleave", () => emit("hover", null));
  node.addEventListener("contextmenu", (event) => event.preventDefault());
  listenToWheel(pane, place);
  pane.cancelGesture = cancel;
}

function listenToWheel(pane, place) {
  let turned = 0;
  pane.node.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const [x, y] = place(event);
      if (event.ctrlKey || event.metaKey) {
        pane.viewport.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, x, y);
        pane.draw();
        return;
      }
      // A mouse notch is one slice; a touchpad's small steps are summed up to notches.
      const delta = event.deltaMode === 0 ? event.deltaY / NOTCH_PX : Math.sign(event.deltaY);
      turned = Math.sign(turned) === -Math.sign(delta) ? delta : turned + delta;
      const steps = Math.trunc(turned + Math.sign(turned) * 1e-6);
      if (!steps) return;
      turned -= steps;
      stepSlice(pane, steps);
      pictured("wheel", event.timeStamp);
    },
    { passive: false },
  );
}

/** Goes some slices further; downwards and PgDn towards higher numbers. */
export function stepSlice(pane, steps) {
  moveCursor(pane.frame.atSlice(pane.name, app.cursor, pane.currentSlice() + steps));
}

/** Tools that draw while the button is held. */
const DRAWN = new Set(["forbid", "forbid-directions"]);

const pointAt = (pane, x, y) => pane.viewport.patient(x, y, app.cursor);

function begin(pane, event, x, y) {
  if (event.button === 2) return windowGesture();
  if (event.button === 1 || event.ctrlKey || event.metaKey) return { move: (_x, _y, dx, dy) => (pane.viewport.pan(dx, dy), pane.draw()) };
  if (DRAWN.has(app.display.tool)) return drawingGesture(pane, (px, py) => pointAt(pane, px, py), x, y);
  if (app.display.tool !== "look") return { end: (committed) => committed && toolClick(pointAt(pane, x, y)) };
  const target = event.target.closest?.("[data-handle],[data-seed],[data-needle]");
  if (target) return objectGesture(pane, target, x, y);
  const to = (px, py) => moveCursor(pointAt(pane, px, py));
  to(x, y);
  return { move: to };
}

function windowGesture() {
  const { width, level } = app.display.window;
  let [w, l] = [width, level];
  return {
    move: (_x, _y, dx, dy) => {
      w = Math.max(1, w + dx * 3);
      l -= dy * 3;
      setWindow({ key: "free", width: Math.round(w), level: Math.round(l) });
    },
  };
}

/** A first press chooses; only what is chosen can be dragged, so that nothing moves by mistake. */
function objectGesture(pane, target, x, y) {
  const plan = shownPlan();
  const seed = target.dataset.seed ? seedOf(plan, Number(target.dataset.seed)) : null;
  if (isImplant()) return foundGesture(pane, target, seed, x, y);
  const needle = needleOf(plan, seed ? seed.needle : Number(target.dataset.needle));
  if (!needle) return {};
  const wasChosen = seed ? app.selection.seed === seed.id : app.selection.needle === needle.id;
  select(needle.id, seed?.id ?? (wasChosen ? app.selection.seed : null));
  target.focus?.({ preventScroll: true });
  if (!wasChosen) return { move: () => say(t("drag.again")) };
  const locked = seed ? seed.locked || needle.locked : needle.locked;
  const why = locked ? "drag.locked" : whyNotEdit();
  if (why) return { move: () => say(t(why)) };
  if (seed) return seedGesture(pane, needle, seed, x, y);
  return needleGesture(pane, needle, target.dataset.handle ?? "whole", x, y);
}

/** A seed that was found lies where it lies: it goes anywhere in the plane of the picture. */
function foundGesture(pane, target, seed, x, y) {
  if (!seed) {
    select(Number(target.dataset.needle));
    return {};
  }
  const wasChosen = app.selection.seed === seed.id;
  select(seed.needle || null, seed.id);
  target.focus?.({ preventScroll: true });
  const why = wasChosen ? whyNotEdit() : "drag.again";
  if (why) return { move: () => say(t(why)) };
  const [from, start] = [pointAt(pane, x, y), seed.position_mm];
  return draggedBy((px, py) => {
    const to = pointAt(pane, px, py);
    return { type: "move-seed", seed: seed.id, position_mm: start.map((value, i) => Math.round((value + to[i] - from[i]) * 10) / 10) };
  });
}

function seedGesture(pane, needle, seed, x, y) {
  const { frame, plane, viewport } = pane;
  const d = frame.directionToFrame(seed.direction);
  const along = [d[plane.u], d[plane.v]];
  const seen = Math.hypot(...along);
  if (seen < SEEN_ALONG) return { move: () => say(t("drag.end-on")) };
  const [u0, v0] = viewport.fromScreen(x, y);
  const most = needle.length_mm;
  return draggedBy((px, py) => {
    const [u, v] = viewport.fromScreen(px, py);
    const moved = ((u - u0) * along[0] + (v - v0) * along[1]) / seen ** 2;
    const depth = Math.round((seed.depth_from_tip_mm - moved) * 2) / 2;
    return { type: "move-seed", seed: seed.id, depth_mm: Math.max(0, Math.min(most, depth)) };
  });
}

function needleGesture(pane, needle, part, x, y) {
  const from = pointAt(pane, x, y);
  return draggedBy((px, py) => {
    const to = pointAt(pane, px, py);
    const moved = (p) => p.map((value, i) => Math.round((value + to[i] - from[i]) * 10) / 10);
    const edit = { type: "move-needle", needle: needle.id };
    if (part !== "tip") edit.entry_mm = moved(needle.entry_mm);
    if (part !== "entry") edit.tip_mm = moved(needle.tip_mm);
    return edit;
  });
}

function draggedBy(editAt) {
  let drag = null;
  return {
    move: (x, y, _dx, _dy, event) => {
      drag ??= beginDrag();
      drag.to(editAt(x, y), event.timeStamp);
    },
    end: (commit, moved) => moved && drag?.end(commit),
  };
}
