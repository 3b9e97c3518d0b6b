// A form out of a JSON schema: what the request may say, with its own words, limits and defaults.
import { el } from "../core/dom.js";
import { hasText, t } from "../core/texts.js";

/** Fields that name regions of the scan: chosen from a list, for names may hold anything. */
const REGIONS = new Set(["targets", "cross", "avoid"]);

/** Shown open; everything else of the request waits under "more". */
const FIRST = ["targets", "prescription", "strength_u", "avoid", "cross", "limits", "max_needles", "margin_mm", "steering", "protocol"];

/**
 * Fills `box` and returns a function that reads the request back. Fields that were left alone keep the value they came
 * with, whatever it is; fields that no form can show (nested lists) are kept too. `rois`: regions to choose from.
 */
export function formOf(box, schema, values, rois = []) {
  const root = { defs: schema.$defs ?? {}, rois };
  const names = Object.keys(schema.properties ?? {});
  const fields = new Map();
  const open = el("div", { class: "form" });
  const more = el("div", { class: "form" });
  for (const name of [...FIRST.filter((n) => names.includes(n)), ...names.filter((n) => !FIRST.includes(n))]) {
    const made = fieldOf(name, schema.properties[name], values[name], root, [name]);
    if (!made) continue;
    fields.set(name, made);
    (FIRST.includes(name) ? open : more).append(made.node);
  }
  box.replaceChildren(open, el("details", {}, el("summary", { text: t("plan.more") }), more));
  return () => readAll(values, fields);
}

function readAll(values, fields) {
  const read = { ...values };
  for (const [name, field] of fields) {
    const value = field.read();
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function resolved(schema, root) {
  if (schema.$ref) return { ...resolved(root.defs[schema.$ref.split("/").at(-1)], root), ...without(schema, "$ref") };
  const options = schema.anyOf ?? schema.oneOf;
  if (!options) return schema;
  const real = options.filter((o) => o.type !== "null");
  const chosen = real.find((o) => o.type === "number" || o.type === "integer") ?? real.find((o) => o.type === "string") ?? real[0];
  return { ...resolved(chosen, root), ...without(schema, "anyOf", "oneOf"), nullable: real.length < options.length };
}

const without = (object, ...names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

const labelOf = (path) => {
  const key = `request.${path.join(".")}`;
  return hasText(key) ? t(key) : path.at(-1).replaceAll("_", " ");
};

function fieldOf(name, given, value, root, path) {
  const schema = resolved(given, root);
  const now = value === undefined ? schema.default : value;
  if (path.length === 1 && REGIONS.has(path[0]) && root.rois.length) return regions(schema, now, root.rois, path);
  if (schema.enum) return choice(schema, now, path);
  if (schema.type === "boolean") return check(schema, now, path);
  if (schema.type === "number" || schema.type === "integer") return numeric(schema, now, path);
  if (schema.type === "string") return text(schema, now, path);
  if (schema.type === "array") return list(schema, now, root, path);
  if (schema.type === "object" && schema.properties) return group(schema, now ?? {}, root, path);
  if (schema.type === "object") return mapping(schema, now ?? {}, path);
  return null;
}

const labelled = (schema, path, input) => el("label", { class: "field", title: schema.description ?? "", "data-field": path.join(".") }, el("span", { text: labelOf(path) }), input);

function keptUnless(input, shown, read) {
  return () => (String(input.value) === shown ? undefined : read());
}

function numeric(schema, now, path) {
  const shown = now === null || now === undefined ? "" : String(now);
  const limits = { min: schema.minimum ?? schema.exclusiveMinimum, max: schema.maximum ?? schema.exclusiveMaximum };
  const input = el("input", { type: "number", step: schema.type === "integer" ? 1 : "any", value: shown, ...limits });
  return { node: labelled(schema, path, input), read: keptUnless(input, shown, () => (input.value === "" ? null : Number(input.value))) };
}

function text(schema, now, path) {
  const shown = now ?? "";
  const input = el("input", { type: "text", value: shown });
  return { node: labelled(schema, path, input), read: keptUnless(input, shown, () => input.value) };
}

function check(schema, now, path) {
  const input = el("input", { type: "checkbox", checked: Boolean(now) });
  return { node: labelled(schema, path, input), read: () => input.checked };
}

function choice(schema, now, path) {
  const input = el("select", {}, schema.enum.map((value) => el("option", { value, text: value })));
  input.value = now ?? schema.enum[0];
  return { node: labelled(schema, path, input), read: () => input.value };
}

/** Words or numbers with commas between; pairs of numbers as two fields would be. Lists of objects are left alone. */
function list(schema, now, root, path) {
  const item = resolved(schema.items ?? schema.prefixItems?.[0] ?? {}, root);
  if (!["string", "number", "integer"].includes(item.type)) return null;
  const shown = (now ?? []).join(", ");
  const input = el("input", { type: "text", value: shown, placeholder: t("form.list") });
  const parts = () => input.value.split(",").map((x) => x.trim()).filter(Boolean);
  return { node: labelled(schema, path, input), read: keptUnless(input, shown, () => (item.type === "string" ? parts() : parts().map(Number))) };
}

/** Regions to tick; where each may have a number (a clearance), a field for it beside the name. */
function regions(schema, now, rois, path) {
  const numbered = schema.type === "object";
  const chosen = numbered ? (now ?? {}) : Object.fromEntries((now ?? []).map((name) => [name, null]));
  const lines = rois.map((name) => {
    const tick = el("input", { type: "checkbox", checked: Object.hasOwn(chosen, name) });
    const shown = numbered && typeof chosen[name] === "number" ? String(chosen[name]) : "";
    const value = numbered ? el("input", { type: "number", class: "cell", min: 0, step: "any", value: shown, placeholder: "mm", "aria-label": t("form.clearance", { name }) }) : null;
    return { name, tick, value, node: el("div", { class: "region-line" }, el("label", { "data-region": name }, tick, el("span", { text: name })), value) };
  });
  const ticked = () => lines.filter((l) => l.tick.checked);
  const read = () => (numbered ? Object.fromEntries(ticked().map((l) => [l.name, l.value.value === "" ? null : Number(l.value.value)])) : ticked().map((l) => l.name));
  const box = el("fieldset", { class: "group regions", "data-field": path.join(".") }, el("legend", { text: labelOf(path) }), lines.map((l) => l.node));
  return { node: box, read };
}

/** Names with a number or nothing each: `Portal vein: 5, Bowel`. */
function mapping(schema, now, path) {
  const shown = Object.entries(now).map(([name, value]) => (value === null ? name : `${name}: ${value}`)).join(", ");
  const input = el("input", { type: "text", value: shown, placeholder: t("form.mapping") });
  const read = () => Object.fromEntries(input.value.split(",").map((x) => x.trim()).filter(Boolean).map((x) => {
    const at = x.lastIndexOf(":");
    return at < 0 ? [x, null] : [x.slice(0, at).trim(), Number(x.slice(at + 1))];
  }));
  return { node: labelled(schema, path, input), read: keptUnless(input, shown, read) };
}

function group(schema, now, root, path) {
  const fields = new Map();
  const box = el("details", { class: "group", open: path.length === 1 && path[0] === "prescription" }, el("summary", { text: labelOf(path) }));
  for (const [name, sub] of Object.entries(schema.properties)) {
    const made = fieldOf(name, sub, now[name], root, [...path, name]);
    if (!made) continue;
    fields.set(name, made);
    box.append(made.node);
  }
  return { node: box, read: () => readAll(now, fields) };
}
