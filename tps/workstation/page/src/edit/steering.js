// Where the next planning lets no needle go: drawn on an axial slice, a region by its outline, directions by an arc.
import { app, emit } from "../core/store.js";
import { el } from "../core/dom.js";
import { say } from "../core/say.js";
import { number, t } from "../core/texts.js";
import { showDialog } from "../dialogs/dialog.js";
import { doEdit } from "./commands.js";

/** A hand draws more points than an outline needs: those nearer than this to the last are left out, mm. */
const CORNER_MM = 1.5;
/** What is drawn is forbidden this far above and below its slice, unless the person says otherwise, mm. */
const HIGH_MM = 10;
/** An arc that is narrower is a slip of the hand, degrees. */
const LEAST_DEG = 3;

/** What is forbidden: of the plan, or of the patient who has none yet. */
export const forbiddenNow = () => app.plan ?? app.forbidden;

/** Drawing on a slice: `at(x, y)` gives patient points. */
export function drawingGesture(pane, at, x, y) {
  if (pane.name !== "axial") return { end: () => say(t("forbid.axial"), "bad") };
  return app.display.tool === "forbid" ? outlineGesture(pane, at, x, y) : arcGesture(pane, at, x, y);
}

function outlineGesture(pane, at, x, y) {
  const corners = [at(x, y)];
  const show = () => {
    app.draft = { outline: corners };
    emit("draft");
  };
  return {
    move: (px, py) => {
      const point = at(px, py);
      if (Math.hypot(point[0] - corners.at(-1)[0], point[1] - corners.at(-1)[1]) < CORNER_MM) return;
      corners.push(point);
      show();
    },
    end: (committed) => {
      app.draft = null;
      emit("draft");
      if (committed && corners.length > 2) askHeight(pane, corners);
    },
  };
}

/** From which slice to which the outline holds. */
function askHeight(pane, corners) {
  const { frame } = pane;
  const slice = pane.currentSlice();
  const step = frame.spacing[2];
  const count = frame.shape[2];
  const [low, high] = [-1, 1].map((way) => Math.max(0, Math.min(count - 1, slice + way * Math.round(HIGH_MM / step))));
  const field = (id, value) => el("input", { id, type: "number", min: 1, max: count, step: 1, value: value + 1 });
  const [first, last] = [field("forbid-from", low), field("forbid-to", high)];
  const name = el("input", { id: "forbid-name", type: "text", maxlength: 60, placeholder: t("forbid.name.own") });
  const labelled = (input, text) => el("label", { class: "field", for: input.id }, el("span", { text }), input);
  const content = el("div", {}, el("p", { text: t("forbid.what") }), el("div", { class: "form" }, labelled(first, t("forbid.from")), labelled(last, t("forbid.to")), labelled(name, t("forbid.name"))));
  const action = () => {
    const heights = [first, last].map((input) => frame.atSlice("axial", corners[0], Number(input.value) - 1)[2]);
    const outline = corners.map((p) => [p[0], p[1]].map((v) => Math.round(v * 10) / 10));
    // Half a slice to either side: each of them is forbidden whole.
    forbid({ type: "forbid-region", name: name.value.trim() || null, outline_mm: outline, from_z_mm: Math.min(...heights) - step / 2, to_z_mm: Math.max(...heights) + step / 2 });
    return true;
  };
  showDialog(t("forbid.region"), content, [{ label: t("forbid.do"), action, primary: true }]);
}

/** The middle of the first target: where needles go. */
export function aimPoint() {
  const target = app.contours.find((c) => c.structure.kind === "target");
  return target ? target.centre() : app.cursor;
}

function arcGesture(pane, at, x, y) {
  const centre = aimPoint();
  const from = angleOf(pane.frame, centre, at(x, y));
  let to = from;
  return {
    move: (px, py) => {
      to = angleOf(pane.frame, centre, at(px, py));
      app.draft = { arc: ordered(from, to) };
      emit("draft");
    },
    end: (committed) => {
      app.draft = null;
      emit("draft");
      const arc = ordered(from, to);
      if (committed && width(arc) >= LEAST_DEG) forbid({ type: "forbid-directions", from_deg: Math.round(arc.from_deg), to_deg: Math.round(arc.to_deg) });
    },
  };
}

/** The axial-plane angle of the needle sheet: 0 from straight above in the image, positive from its right. */
export function angleOf(frame, centre, point) {
  const d = frame.directionToFrame(point.map((value, i) => value - centre[i]));
  return (Math.atan2(d[0], -d[1]) * 180) / Math.PI;
}

/** The nearer way around from one angle to the other, upwards. */
function ordered(a, b) {
  return (((b - a) % 360) + 360) % 360 <= 180 ? { from_deg: a, to_deg: b } : { from_deg: b, to_deg: a };
}

export const width = ({ from_deg: a, to_deg: b }) => (((b - a) % 360) + 360) % 360;

/** Patient point so far from the aim in a direction. */
export function alongAngle(frame, centre, degrees, mm) {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return centre.map((value, i) => value + mm * (sin * frame.axes[0][i] - cos * frame.axes[1][i]));
}

async function forbid(edit) {
  app.display.tool = "look";
  emit("display");
  if (app.plan) return doEdit(edit);
  // No plan, no history yet: it goes with the first request.
  const { forbidden } = app;
  const name = edit.name ?? `Forbidden ${forbidden.forbidden.length + 1}`;
  if (edit.type === "forbid-region") forbidden.forbidden.push({ name, outline_mm: edit.outline_mm, from_z_mm: edit.from_z_mm, to_z_mm: edit.to_z_mm });
  else forbidden.not_from.push({ from_deg: edit.from_deg, to_deg: edit.to_deg });
  emit("plan");
}

export function allow(edit) {
  if (app.plan) return doEdit({ type: "allow", ...edit });
  const { forbidden } = app;
  if ("region" in edit) forbidden.forbidden = forbidden.forbidden.filter((r) => r.name !== edit.region);
  else forbidden.not_from.splice(edit.directions, 1);
  emit("plan");
}

/** What is forbidden in words, each with a button that allows it again. */
export function forbiddenList(disabled) {
  const { forbidden, not_from: ranges } = forbiddenNow();
  const line = (text, edit) => el("li", {}, el("span", { text }), " ", el("button", { type: "button", class: "small", text: t("forbid.allow"), "aria-label": t("forbid.allow.of", { what: text }), disabled, on: { click: () => allow(edit) } }));
  return [
    ...forbidden.map((r) => line(t("forbid.region.of", { name: r.name, from: number(r.from_z_mm), to: number(r.to_z_mm) }), { region: r.name })),
    ...ranges.map((d, i) => line(t("forbid.directions.of", { from: number(d.from_deg, 0), to: number(d.to_deg, 0) }), { directions: i })),
  ];
}
