// Where one was, in the address bar's fragment: it is never sent, and a reload comes back to the same place.
import { app } from "./store.js";
import { currentLanguage } from "./texts.js";

export function readFragment() {
  const values = new URLSearchParams(location.hash.slice(1));
  const at = (values.get("at") ?? "").split(",").map(Number);
  return {
    at: at.length === 3 && at.every(Number.isFinite) ? at : null,
    layout: ["all", "axial", "sagittal", "coronal", "space", "needle"].find((name) => name === values.get("layout")) ?? null,
    lang: ["en", "zh"].find((name) => name === values.get("lang")) ?? null,
  };
}

let timer = 0;

/** Written a moment later, once: browsers slow pages down that change their address often. */
export function writeFragment() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const at = app.cursor.map((x) => x.toFixed(2)).join(",");
    history.replaceState(null, "", `${location.pathname}#at=${at}&layout=${app.display.layout}&lang=${currentLanguage()}`);
  }, 150);
}
