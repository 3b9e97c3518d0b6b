// What the page knows, in one place, and who wants to hear of a change.

export const app = {
  server: null, // /api/state, without its plans
  role: "reader",
  connected: false,
  plan: null, // the committed plan
  original: null,
  preview: null, // {serial, plan} while something is dragged
  compared: null, // another plan to compare with
  frame: null,
  ct: null,
  contours: [],
  dose: null, // of the committed plan
  planes: null, // by pane: the dose of what is dragged, and of what was let go of until the plan's own is there
  otherDose: null, // of the compared plan
  cursor: [0, 0, 0],
  selection: { needle: null, seed: null },
  display: {
    dose: false,
    contours: true,
    isodoses: true,
    washOpacity: 0.35,
    slab: 0, // mm: the brightest of a slab this thick is shown; 0: one slice
    window: { width: 400, level: 40, key: "soft" },
    levels: [],
    hidden: new Set(),
    layout: "all",
    active: "axial",
    tool: "look",
    relative: false,
    tab: "needles",
  },
  views: {},
  measures: [],
  forbidden: { forbidden: [], not_from: [] }, // before there is a plan: afterwards it is the plan's
  draft: null,
  job: null,
};

let listeners = new Map();

/** Calls `listener` after every `emit` of one of the topics (space separated). */
export function on(topics, listener) {
  for (const topic of topics.split(" ")) {
    if (!listeners.has(topic)) listeners.set(topic, new Set());
    listeners.get(topic).add(listener);
  }
}

export function emit(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

/** Forgets all listeners: before the whole page is drawn anew in another language. */
export function forgetListeners() {
  listeners = new Map();
}

/** What is on screen: the preview while something is dragged, else the plan. */
export function shownPlan() {
  return app.preview?.plan ?? app.plan;
}

/** Whether seeds that were found after an implant lie on the desk, not a plan. */
export const isImplant = () => app.plan?.kind === "implant";

export const needleOf = (plan, id) => plan?.needles.find((n) => n.id === id) ?? null;
export const seedOf = (plan, id) => plan?.seeds.find((s) => s.id === id) ?? null;

/** Whether figures come from the full evaluation: no preview, and not only what the folder says. */
export const isExact = (plan) => plan.checked !== "preview" && plan.checked !== "stored";

/** Why nothing can be edited, as the key of a text; null where something can. */
export function whyNotEdit() {
  if (!app.connected) return "server.lost";
  if (app.role !== "editor") return "drag.reader";
  if (app.job !== null) return "plan.running";
  if (app.plan === null) return "no-plan";
  return app.plan.preparing === "editing" ? "preparing.editing" : null;
}

/** Whether targets and organs of a plan are bodies on the server: distances and surfaces need them. */
export const hasBodies = (plan) => !["editing", "organs"].includes(plan.preparing);

export const canEdit = () => whyNotEdit() === null;

export function select(needle, seed = null) {
  if (app.selection.needle === needle && app.selection.seed === seed) return;
  app.selection = { needle, seed };
  emit("selection");
}

export function moveCursor(point) {
  app.cursor = app.frame.clamped(point);
  emit("cursor");
}
