// What a person draws on the panes: measured distances, and a needle that is about to be added.
import { app } from "../core/store.js";
import { set, setText, svg } from "../core/dom.js";

export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export function drawMarks(overlay) {
  app.measures.forEach((measure, i) => drawLine(overlay, `measure${i}`, "measure", measure.from, measure.to));
  if (app.draft?.entry) drawLine(overlay, "draft", "draft", app.draft.entry, app.draft.tip ?? app.draft.entry);
}

function drawLine(overlay, key, kind, from, to) {
  const { pane } = overlay;
  const { plane, frame } = pane;
  const [a, b] = [frame.toFrame(from), frame.toFrame(to)];
  const near = Math.min(Math.abs(a[plane.w] - pane.depth()), Math.abs(b[plane.w] - pane.depth()));
  if (kind === "measure" && near > frame.spacing[plane.w] / 2 + 0.1) return;
  const node = overlay.keep("marks", key, () => svg("g", { class: kind }, svg("line"), svg("text")));
  const [line, label] = node.children;
  const values = { x1: a[plane.u], y1: a[plane.v], x2: b[plane.u], y2: b[plane.v] };
  for (const [name, value] of Object.entries(values)) set(line, name, value.toFixed(3));
  const px = 1 / pane.viewport.scale;
  // Letters are upright whichever way the plane's axes run.
  set(label, "transform", `translate(${b[plane.u]} ${b[plane.v]}) scale(${plane.su * px} ${plane.sv * px}) translate(8 -6)`);
  setText(label, `${distance(from, to).toFixed(1)} mm`);
}
