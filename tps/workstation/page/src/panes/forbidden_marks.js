// Forbidden regions and directions over the slices, and what is just being drawn.
import { app } from "../core/store.js";
import { set, svg } from "../core/dom.js";
import { t } from "../core/texts.js";
import { aimPoint, alongAngle, forbiddenNow, width } from "../edit/steering.js";

/** How far from the target a forbidden sector is drawn, and every so many degrees a corner of its arc. */
const SECTOR_MM = 70;
const CORNER_DEG = 6;

export function drawForbidden(overlay) {
  const { forbidden, not_from: ranges } = forbiddenNow();
  for (const region of forbidden) drawRegion(overlay, region);
  if (overlay.pane.name === "axial") ranges.forEach((range, i) => drawSector(overlay, `sector${i}`, "forbidden", range));
  if (!app.draft) return;
  if (app.draft.arc) drawSector(overlay, "sector-draft", "draft", app.draft.arc);
  if (app.draft.outline) path(overlay, "outline-draft", "draft", app.draft.outline.map((p) => overlay.pane.frame.toFrame(p)), "");
}

function drawRegion(overlay, region) {
  const { pane } = overlay;
  const { plane, frame } = pane;
  const at = (z) => region.outline_mm.map(([x, y]) => frame.toFrame([x, y, z]));
  const [low, high] = [at(region.from_z_mm), at(region.to_z_mm)];
  const depth = pane.depth();
  const name = t("forbid.region.title", { name: region.name });
  if (pane.name === "axial") {
    const inside = (low[0][2] - depth) * (high[0][2] - depth) <= 0;
    if (inside) path(overlay, `region${region.name}`, "forbidden", low, name);
    return;
  }
  // Seen from the side: spans of the outline that the plane cuts, as high as the region is.
  spans(low, plane.w, plane.u, depth).forEach(([a, b], i) => {
    const corner = (u, w) => {
      const f = [0, 0, 0];
      f[plane.u] = u;
      f[plane.v] = w;
      return f;
    };
    path(overlay, `region${region.name}/${i}`, "forbidden", [corner(a, low[0][2]), corner(b, low[0][2]), corner(b, high[0][2]), corner(a, high[0][2])], name);
  });
}

/** Where a line at `depth` along one axis runs inside an outline, as pairs along the other. */
function spans(outline, across, along, depth) {
  const cuts = [];
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length];
    if (a[across] > depth === b[across] > depth) return;
    cuts.push(a[along] + ((depth - a[across]) * (b[along] - a[along])) / (b[across] - a[across]));
  });
  cuts.sort((p, q) => p - q);
  return cuts.slice(1).flatMap((end, i) => (i % 2 === 0 ? [[cuts[i], end]] : []));
}

function drawSector(overlay, key, kind, range) {
  const { frame } = overlay.pane;
  const centre = aimPoint();
  const steps = Math.max(2, Math.ceil(width(range) / CORNER_DEG));
  const arc = Array.from({ length: steps + 1 }, (_, i) => alongAngle(frame, centre, range.from_deg + (i * width(range)) / steps, SECTOR_MM));
  path(overlay, key, kind, [centre, ...arc].map((p) => frame.toFrame(p)), t("forbid.directions.title"));
}

function path(overlay, key, kind, corners, title) {
  const { plane } = overlay.pane;
  const node = overlay.keep("marks", key, () => svg("path", { class: `forbidden-mark ${kind}`, "data-forbidden": key }, svg("title")));
  set(node, "d", `M${corners.map((f) => `${f[plane.u].toFixed(2)} ${f[plane.v].toFixed(2)}`).join("L")}Z`);
  node.firstChild.textContent = title;
}
