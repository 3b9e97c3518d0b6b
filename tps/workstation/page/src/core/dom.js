// Elements are made here and nowhere else. Text only ever becomes a text node: names come from DICOM files.

const SVG = "http://www.w3.org/2000/svg";
/** Set on the element itself: as attributes they would only be its beginning. */
const PROPERTIES = { value: 1, checked: 1, disabled: 1 };

/** An HTML element; `attributes` may hold `class`, `text`, `on` (listeners) and any attribute. */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    // Of ARIA's attributes, false is a value; of all others it says that they are not there.
    if (value === false && !name.startsWith("aria-") && !(name in PROPERTIES)) continue;
    if (name === "text") node.textContent = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name in PROPERTIES) node[name] = value;
    else node.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
  }
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== false) node.append(child);
  return node;
}

/** A button with its label, which is its accessible name too. */
export function button(label, onClick, attributes = {}) {
  return el("button", { type: "button", text: label, on: { click: onClick }, ...attributes });
}

/** Sets only what differs: writing an equal value would make the browser lay out again. */
export function set(node, name, value) {
  const text = String(value);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A table of rows of strings or nodes. */
export function table(head, rows, attributes = {}) {
  return el(
    "table",
    attributes,
    el("thead", {}, el("tr", {}, head.map((text) => el("th", { scope: "col", text })))),
    el("tbody", {}, rows),
  );
}

/** Calls at most once a frame, with the newest arguments. */
export function perFrame(action) {
  let waiting = false;
  let latest = [];
  return (...args) => {
    latest = args;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      action(...latest);
    });
  };
}
