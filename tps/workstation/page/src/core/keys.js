// Keys that work wherever the focus is, and those of the pane that has it. No single key deletes anything.
import { app, emit, moveCursor, select } from "./store.js";
import { cancelDrag } from "../edit/drag.js";
import { redo, undo } from "../edit/commands.js";
import { nudgeNeedle, nudgeSeed, placeOf } from "../edit/nudge.js";
import { chooseTool } from "../edit/tools.js";
import { setWindow } from "./windowing.js";
import { WINDOWS } from "../image/ct.js";
import { savePicture } from "../picture/picture.js";
import { stepSlice } from "../panes/pointer.js";

/** What the help shows, in order: keys and the text's key. */
export const SHORTCUTS = [
  ["Wheel, ↑ ↓", "help.slice"], ["PgUp PgDn", "help.slices"], ["Home End", "help.ends"], ["Click", "help.cursor"], ["Shift + move", "help.follow"],
  ["Ctrl + wheel", "help.zoom"], ["Middle / Ctrl drag", "help.pan"], ["Right drag", "help.window"], ["1 2 3", "help.presets"], ["R", "help.reset"], ["F", "help.full"],
  ["D C I", "help.toggles"], ["N P", "help.needles"], ["Arrows on a seed", "help.nudge"], ["Ctrl+Z", "help.undo"], ["Ctrl+Shift+Z", "help.redo"],
  ["M", "help.measure"], ["S", "help.picture"], ["Esc", "help.escape"], ["?", "help.help"],
];

export function listenToKeys({ panes, showHelp, closeDialog }) {
  const active = () => panes[app.display.active] ?? panes.axial;
  const simple = {
    1: () => setWindow(WINDOWS[0]),
    2: () => setWindow(WINDOWS[1]),
    3: () => setWindow(WINDOWS[2]),
    r: () => Object.values(panes).forEach((p) => p.reset()),
    f: () => layout(app.display.layout === "all" ? app.display.active : "all"),
    d: () => toggle("dose"),
    c: () => toggle("contours"),
    i: () => toggle("isodoses"),
    m: () => chooseTool("measure"),
    s: () => savePicture(active()),
    n: () => nextNeedle(1),
    p: () => nextNeedle(-1),
    "?": showHelp,
  };
  const keydown = (event) => {
    if (event.key === "Escape") return void (cancelDrag() || escape(panes, closeDialog));
    if (event.target.closest("dialog")) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      event.shiftKey ? redo() : undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (ofPane(event, active)) return event.preventDefault();
    const action = simple[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  document.addEventListener("keydown", keydown);
  return () => document.removeEventListener("keydown", keydown);
}

function ofPane(event, active) {
  const seed = event.target.closest("[data-seed]");
  const handle = event.target.closest("[data-handle]");
  if (event.key === "Enter" || event.key === " ") {
    if (!seed && !handle) return false;
    const id = Number(seed?.dataset.seed);
    select(seed ? app.plan.seeds.find((s) => s.id === id).needle || null : Number(handle.dataset.needle), seed ? id : null);
    return true;
  }
  if (seed) return nudgeSeed(active(), Number(seed.dataset.seed), event);
  const pane = event.target.closest("[data-pane]");
  // The needle's eye has a plane of its own, and no slices.
  if (!pane || !active().frame) return false;
  if (handle) return nudgeNeedle(active(), Number(handle.dataset.needle), handle.dataset.handle, event);
  const last = active().frame.shape[active().plane.w];
  const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -last, End: last }[event.key];
  if (!steps) return false;
  stepSlice(active(), steps);
  return true;
}

function escape(panes, closeDialog) {
  if (closeDialog()) return;
  Object.values(panes).forEach((p) => p.cancelGesture?.());
  if (app.display.tool !== "look") chooseTool(app.display.tool);
  else if (app.selection.needle !== null) select(null);
}

export function toggle(name) {
  app.display[name] = !app.display[name];
  emit("display");
}

export function layout(name) {
  app.display.layout = name;
  emit("layout");
}

export function nextNeedle(way) {
  const ids = app.plan?.needles.map((n) => n.id) ?? [];
  if (!ids.length) return;
  const at = ids.indexOf(app.selection.needle);
  const id = ids[(at < 0 ? (way > 0 ? 0 : -1) : at + way + ids.length) % ids.length] ?? ids.at(-1);
  select(id);
  moveCursor(placeOf(id));
}
