// The dose on a pane's plane, sampled finer than its grid; isodose lines and wash are both drawn from it.
import { app } from "../core/store.js";
import { isolines } from "../image/isolines.js";

/** Step of the samples: a part of the grid's own, for lines that are round where the dose is. */
const PART_OF_SPACING = 0.5;
const LEAST_STEP_MM = 0.5;

/** The part of a pane's plane that the dose grid covers, at the step of that grid times `part`; null where it does not reach. */
export function coveredPlane(dose, pane, part) {
  if (!dose) return null;
  const { frame, plane } = pane;
  const corners = dose.corners().map((c) => frame.toFrame(c));
  const low = [0, 1, 2].map((i) => Math.min(...corners.map((c) => c[i])));
  const high = [0, 1, 2].map((i) => Math.max(...corners.map((c) => c[i])));
  const depth = pane.depth();
  if (depth < low[plane.w] || depth > high[plane.w]) return null;
  const step = Math.max(LEAST_STEP_MM, Math.min(...dose.spacing) * part);
  const columns = Math.floor((high[plane.u] - low[plane.u]) / step) + 1;
  const rows = Math.floor((high[plane.v] - low[plane.v]) / step) + 1;
  const start = [0, 0, 0];
  start[plane.u] = low[plane.u];
  start[plane.v] = low[plane.v];
  start[plane.w] = depth;
  const along = (axis) => frame.axes[axis].map((x) => x * step);
  const u0 = low[plane.u], v0 = low[plane.v];
  const box = [u0 - step / 2, v0 - step / 2, u0 + (columns - 0.5) * step, v0 + (rows - 0.5) * step];
  return { origin: frame.toPatient(start), right: along(plane.u), down: along(plane.v), columns, rows, step, u0, v0, depth, box };
}

/** Values on the part of the plane that the dose grid covers; null where it does not reach. */
export function doseOnPlane(dose, pane) {
  const covered = coveredPlane(dose, pane, PART_OF_SPACING);
  if (!covered) return null;
  const { origin, right, down, columns, rows } = covered;
  return { ...covered, values: dose.onPlane(origin, right, down, columns, rows) };
}

/** Gy at a patient point: of what is dragged on the planes on screen only; null where none is known. */
export function doseAt(point) {
  if (!app.planes) return app.dose?.at(point) ?? null;
  const f = app.frame.toFrame(point);
  for (const [name, { values, columns, rows, step, u0, v0, depth }] of Object.entries(app.planes)) {
    const plane = app.frame.planes[name];
    if (!plane || Math.abs(f[plane.w] - depth) > 1e-3) continue;
    const x = (f[plane.u] - u0) / step, y = (f[plane.v] - v0) / step;
    if (x < 0 || y < 0 || x > columns - 1 || y > rows - 1) continue;
    const i = Math.min(columns - 2, x | 0), j = Math.min(rows - 2, y | 0);
    const [fx, fy, a] = [x - i, y - j, j * columns + i];
    return (values[a] * (1 - fx) + values[a + 1] * fx) * (1 - fy) + (values[a + columns] * (1 - fx) + values[a + columns + 1] * fx) * fy;
  }
  return null;
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
