// What the page says in words: one line that screen readers hear, and a banner for what must not be missed.
import { el, setText } from "./dom.js";

let line = null;
let banner = null;
let timer = 0;

export function sayings() {
  line = el("div", { id: "message", role: "status", "aria-live": "polite" });
  banner = el("div", { id: "banner", role: "alert", hidden: true });
  return { line, banner };
}

/** A short word on what was just done, or why it was not. */
export function say(text, kind = "info") {
  if (!line) return;
  setText(line, text);
  line.title = text;
  line.className = kind;
  clearTimeout(timer);
  timer = setTimeout(() => setText(line, ""), 12000);
}

/** Stays until it is taken away. */
export function warn(text) {
  if (!banner) return;
  banner.hidden = !text;
  setText(banner, text ?? "");
}
