// After an implant: planned seeds that were not found, and what may be a seed and is not counted.
import { app } from "../core/store.js";
import { set, svg } from "../core/dom.js";
import { number, t } from "../core/texts.js";

/** Within this of the shown plane, or slab, mm. */
const NEAR_MM = 4;
const RADIUS_PX = 9;

/** What a seed is called: by its needle and depth in a plan, by what it was planned as after an implant. */
export function seedLabel(seed) {
  if (!seed.standing) return t("seed.label", { id: seed.id, needle: seed.needle, depth: number(seed.depth_from_tip_mm) });
  return t("found.label", { id: seed.id, standing: standingText(seed) });
}

export function standingText(seed) {
  return t(`standing.${seed.standing}`, { planned: seed.planned_seed, needle: seed.needle });
}

export function drawFound(overlay, plan) {
  plan.lost.forEach((lost) => ring(overlay, `lost${lost.seed}`, "lost", lost.planned_at_mm, t("lost.title", { seed: lost.seed, needle: lost.needle ?? "–" })));
  plan.doubtful.forEach((one, i) => ring(overlay, `doubtful${i}`, "doubtful", one.position_mm, t("doubtful.title", { confidence: number(100 * one.confidence, 0) })));
}

function ring(overlay, key, kind, point, title) {
  const { pane } = overlay;
  const f = pane.frame.toFrame(point);
  if (Math.abs(f[pane.plane.w] - pane.depth()) > NEAR_MM + app.display.slab / 2) return;
  const node = overlay.keep("marks", key, () => svg("circle", { class: `found-mark ${kind}`, "data-mark": key }, svg("title")));
  set(node, "cx", f[pane.plane.u]);
  set(node, "cy", f[pane.plane.v]);
  set(node, "r", RADIUS_PX / pane.viewport.scale);
  node.firstChild.textContent = title;
}
