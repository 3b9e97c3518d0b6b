// Which part of the scan the panes show first: the implant, its way in, the targets, and room around them.

const ROOM_MM = 25;

/** Lowest and highest frame mm to show; the whole scan where there is neither plan nor target. */
export function displayBox(plan, contours, frame) {
  const points = [];
  for (const needle of plan?.needles ?? []) points.push(frame.toFrame(needle.entry_mm), frame.toFrame(needle.tip_mm));
  for (const c of contours) {
    if (c.structure.kind !== "target") continue;
    for (const { rings, depth } of c.planes) for (const ring of rings) for (let i = 0; i < ring.length; i += 2) points.push([ring[i], ring[i + 1], depth]);
  }
  if (!points.length) return [[0, 0, 0], [0, 1, 2].map((i) => frame.extent(i))];
  const low = [0, 1, 2].map((i) => Math.max(-ROOM_MM, Math.min(...points.map((p) => p[i])) - ROOM_MM));
  const high = [0, 1, 2].map((i) => Math.min(frame.extent(i) + ROOM_MM, Math.max(...points.map((p) => p[i])) + ROOM_MM));
  return [low, high];
}
