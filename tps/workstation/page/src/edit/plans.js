// Plans as they come from the server: taken over, and the dose that belongs to them fetched.
import { app, emit, isExact, needleOf, seedOf } from "../core/store.js";
import { getBinary, getJson, Refused } from "../core/api.js";
import { Dose } from "../image/dose.js";
import { takeRegions } from "../image/regions.js";
import { say } from "../core/say.js";

let doseOf = null; // what the shown dose belongs to
let fetching = null;

/**
 * Takes a plan over as the committed one. Answers and pushes come by two ways and may overtake each other: an older
 * revision, or a preview of what is evaluated in full already, is no news. `anew`: whatever was known counts for nothing.
 */
export function takePlan(plan, anew = false) {
  if (!plan) return;
  if (!anew && app.plan && plan !== app.plan) {
    if (plan.revision < app.plan.revision) return;
    if (plan.revision === app.plan.revision && !isExact(plan) && isExact(app.plan)) return;
  }
  app.plan = plan;
  app.preview = null;
  const { needle, seed } = app.selection;
  if (needle !== null && !needleOf(plan, needle)) app.selection = { needle: null, seed: null };
  else if (seed !== null && !seedOf(plan, seed)) app.selection = { needle, seed: null };
  emit("plan");
  fetchDose();
}

/** The dose of the plan: asked for once a revision, as it depends on nothing but needles and seeds. */
export async function fetchDose() {
  const { plan } = app;
  if (!plan) return;
  const wanted = plan.revision;
  if (doseOf === wanted || fetching === wanted) return;
  fetching = wanted;
  try {
    const { header, bytes } = await getBinary(`/api/dose?revision=${plan.revision}`);
    if (fetching !== wanted) return;
    app.dose = new Dose(header, new Float32Array(bytes));
    doseOf = wanted;
    // Until now the planes of what was let go of were shown; those of a drag that goes on stay.
    if (!app.preview) app.planes = null;
    emit("dose");
  } catch (error) {
    if (error instanceof Refused) say(error.message, "bad");
    else throw error;
  } finally {
    if (fetching === wanted) fetching = null;
  }
}

/** Whatever dose is there is no longer known to be the plan's. */
export function forgetDose() {
  doseOf = null;
}

/** Everything anew from the server: after the line was lost. */
export async function refresh() {
  const state = await getJson("/api/state");
  app.server = { ...app.server, ...state };
  app.original = state.original;
  await takeRegions(state.structures);
  forgetDose();
  takePlan(state.plan, true);
}
