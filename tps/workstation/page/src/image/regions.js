// The regions of the scan: those that were drawn, and later those that the server found in the CT.
import { app, emit } from "../core/store.js";
import { getJson } from "../core/api.js";
import { onDark } from "../core/colour.js";
import { Contours } from "./contours.js";

/** All regions anew. */
export async function loadRegions(structures) {
  const drawn = await getJson("/api/contours");
  app.contours = [];
  add(structures, drawn);
}

/** Regions that are not there yet. */
export async function takeRegions(structures) {
  const known = new Set(app.contours.map(({ structure }) => structure.key));
  const fresh = structures.filter((s) => s.kind === "derived" && !known.has(s.key));
  if (!fresh.length) return;
  const drawn = await getJson("/api/contours?kind=derived");
  // Two may have asked at once.
  if (app.contours.some(({ structure }) => structure.key === fresh[0].key)) return;
  app.server.structures = structures;
  add(fresh, drawn);
  emit("display");
}

function add(structures, drawn) {
  for (const s of structures) s.colour = onDark(s.colour);
  app.contours = [...app.contours, ...structures.filter((s) => drawn[s.key]?.length).map((s) => new Contours(s, drawn[s.key], app.frame))];
  // Thin outlines of what was found in the CT would cover the picture: shown when asked for.
  for (const s of structures) if (s.kind === "derived") app.display.hidden.add(s.name);
}
