// Moving by keys: half a millimetre, five with Shift.
import { app, isImplant, needleOf, seedOf } from "../core/store.js";
import { doEdit, edits } from "./commands.js";
import { say } from "../core/say.js";
import { t } from "../core/texts.js";

const STEP_MM = 0.5;
const LARGE_STEP_MM = 5;

/** Arrow keys on a chosen seed: up is deeper, down is back towards the skin; one that was found goes as the screen's axes do. */
export function nudgeSeed(pane, seedId, event) {
  if (isImplant()) return nudgeFound(pane, seedId, event);
  const way = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (!way) return false;
  if (event.repeat && edits()) return true;
  const step = way * (event.shiftKey ? LARGE_STEP_MM : STEP_MM);
  doEdit((plan) => {
    const seed = seedOf(plan, seedId);
    if (!seed) return null;
    if (seed.locked) return say(t("drag.locked"));
    const depth = Math.round((seed.depth_from_tip_mm + step) * 100) / 100;
    return { type: "move-seed", seed: seedId, depth_mm: Math.max(0, depth) };
  });
  return true;
}

function nudgeFound(pane, seedId, event) {
  const offset = offsetOf(pane, event);
  if (!offset) return false;
  if (event.repeat && edits()) return true;
  doEdit((plan) => {
    const seed = seedOf(plan, seedId);
    return seed && { type: "move-seed", seed: seedId, position_mm: seed.position_mm.map((x, i) => x + offset[i]) };
  });
  return true;
}

/** How far an arrow key goes along the screen's axes of a pane, patient mm; null for another key. */
function offsetOf(pane, event) {
  const { u, v, su, sv } = pane.plane;
  const way = { ArrowRight: [u, su], ArrowLeft: [u, -su], ArrowDown: [v, sv], ArrowUp: [v, -sv] }[event.key];
  if (!way) return null;
  const step = way[1] * (event.shiftKey ? LARGE_STEP_MM : STEP_MM);
  return pane.frame.axes[way[0]].map((x) => x * step);
}

/** Arrow keys on a needle's end: along the screen's axes of the pane they are pressed in. */
export function nudgeNeedle(pane, needleId, end, event) {
  const offset = offsetOf(pane, event);
  if (!offset) return false;
  if (event.repeat && edits()) return true;
  doEdit((plan) => {
    const needle = needleOf(plan, needleId);
    if (!needle) return null;
    const name = `${end}_mm`;
    return { type: "move-needle", needle: needleId, [name]: needle[name].map((x, i) => x + offset[i]) };
  });
  return true;
}

/** Goes to a needle's place: the deepest seed, else the tip. */
export function placeOf(needleId) {
  const seeds = app.plan.seeds.filter((s) => s.needle === needleId);
  return seeds[0]?.position_mm ?? needleOf(app.plan, needleId)?.tip_mm;
}
