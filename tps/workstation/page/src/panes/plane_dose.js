// The dose on a pane's plane, sampled finer than its grid; isodose lines and wash are both drawn from it.
import { app } from "../core/store.js";
import { isolines } from "../image/isolines.js";

/** Step of the samples: a part of the grid's own, for lines that are round where the dose is. */
const PART_OF_SPACING = 0.5;
/** The same while something is dragged, when many pictures a second count for more than round lines. */
const PART_WHILE_DRAGGED = 1;

/** Values on the part of the plane that the dose grid covers; null where it does not reach. */
export function doseOnPlane(dose, pane) {
  if (!dose) return null;
  const { frame, plane } = pane;
  const corners = dose.corners().map((c) => frame.toFrame(c));
  const low = [0, 1, 2].map((i) => Math.min(...corners.map((c) => c[i])));
  const high = [0, 1, 2].map((i) => Math.max(...corners.map((c) => c[i])));
  const depth = pane.depth();
  if (depth < low[plane.w] || depth > high[plane.w]) return null;
  const step = Math.max(0.5, Math.min(...dose.spacing) * (app.preview ? PART_WHILE_DRAGGED : PART_OF_SPACING));
  const columns = Math.floor((high[plane.u] - low[plane.u]) / step) + 1;
  const rows = Math.floor((high[plane.v] - low[plane.v]) / step) + 1;
  const start = [0, 0, 0];
  start[plane.u] = low[plane.u];
  start[plane.v] = low[plane.v];
  start[plane.w] = depth;
  const along = (axis) => frame.axes[axis].map((x) => x * step);
  const values = dose.onPlane(frame.toPatient(start), along(plane.u), along(plane.v), columns, rows, pane.samples?.(columns * rows));
  const u0 = low[plane.u], v0 = low[plane.v];
  return { values, columns, rows, step, u0, v0, box: [u0 - step / 2, v0 - step / 2, u0 + (columns - 0.5) * step, v0 + (rows - 0.5) * step] };
}

/** SVG path of one level's lines, in the pane's mm. */
export function isodosePath(sampled, gy) {
  const { values, columns, rows, step, u0, v0 } = sampled;
  return isolines(values, columns, rows, gy)
    .map((line) => {
      let text = "";
      for (let i = 0; i < line.length; i += 2) {
        text += `${i ? "L" : "M"}${(u0 + line[i] * step).toFixed(2)} ${(v0 + line[i + 1] * step).toFixed(2)}`;
      }
      return text;
    })
    .join("");
}

/** Colours between the levels' own; nothing below the lowest. */
export function paintWash(canvas, sampled, levels, opacity) {
  const shown = levels.filter((l) => l.shown).sort((a, b) => a.gy - b.gy);
  canvas.width = sampled.columns;
  canvas.height = sampled.rows;
  const image = new ImageData(sampled.columns, sampled.rows);
  const out = new Uint32Array(image.data.buffer);
  const colours = shown.map((l) => rgb(l.colour));
  const alpha = Math.round(255 * opacity) << 24;
  for (let i = 0; i < out.length; i++) {
    const value = sampled.values[i];
    let at = -1;
    while (at + 1 < shown.length && value >= shown[at + 1].gy) at++;
    if (at < 0) continue;
    const next = Math.min(at + 1, shown.length - 1);
    const f = next === at ? 0 : (value - shown[at].gy) / (shown[next].gy - shown[at].gy);
    const [a, b] = [colours[at], colours[next]];
    const mix = (c) => Math.round(a[c] + (b[c] - a[c]) * f);
    out[i] = alpha | (mix(2) << 16) | (mix(1) << 8) | mix(0);
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
