// Every word of the page, in each of its languages: they stand with all other texts of the program, in tps/language.
import en from "../../../../language/data/workstation_en.json";
import zh from "../../../../language/data/workstation_zh.json";

const CATALOGUES = { en, zh };
export const LANGUAGES = { en: "English", zh: "简体中文" };
let language = "en";

export function setLanguage(name) {
  language = name in CATALOGUES ? name : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
}

export const currentLanguage = () => language;

/** The text of a key; `{name}` in it becomes `values.name`. */
export function t(key, values = {}) {
  const text = CATALOGUES[language][key] ?? CATALOGUES.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A region's name; one that was found in the CT was named by the program, and is called so in the page's language. */
export function shownName({ name, kind }) {
  const key = `region.${name}`;
  return kind === "derived" && hasText(key) ? t(key) : name;
}

/** Whether the catalogue has a text: for keys that a server's word leads to. */
export const hasText = (key) => key in CATALOGUES.en;

export const number = (value, digits = 1) =>
  value === null || value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits);

export const percent = (fraction, digits = 1) => (fraction === null || fraction === undefined ? "–" : `${(100 * fraction).toFixed(digits)} %`);
