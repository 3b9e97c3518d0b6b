// The way out of an edited plan: checked in full, signed by those who answer for it, exported as a new version.
import { app, emit, isImplant } from "../core/store.js";
import { el, table } from "../core/dom.js";
import { t } from "../core/texts.js";
import { getJson, post, Refused } from "../core/api.js";
import { say } from "../core/say.js";
import { forgetDose, refresh, takePlan } from "../edit/plans.js";
import { showDialog } from "./dialog.js";

/** Runs an action; what the server refuses is said, not thrown. */
async function tried(action) {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message || t("server.lost"), "bad");
    return null;
  }
}

/** Something of the plan's may be asked for while it lasts: a busy word, then the answer. */
async function busy(text, action) {
  say(text);
  app.working = text;
  emit("busy");
  const answer = await tried(action);
  app.working = null;
  emit("busy");
  return answer;
}

const field = (input, label) => el("label", { class: "field", for: input.id }, el("span", { text: label }), input);
const line = (id, value = "") => el("input", { id, type: "text", autocomplete: "off", value });

/** The edited plan becomes a version: evaluated and second-checked in full, with who did it and why. */
export function check() {
  const author = line("check-author");
  const reason = line("check-reason");
  const content = el("div", {}, el("p", { text: t(isImplant() ? "check.what.found" : "check.what") }), el("div", { class: "form" }, field(author, t("check.author")), field(reason, t("check.reason"))));
  const action = async () => {
    if (missing(author, t("check.no-author"))) return false;
    const base = app.plan.revision;
    const answer = await busy(t("check.running"), () => post("/api/check", { base_revision: base, author: author.value.trim(), reason: reason.value.trim() }));
    if (!answer) return false;
    forgetDose();
    takePlan(answer.plan);
    say(t("check.done", { version: versionText(answer.version) }), "good");
    return true;
  };
  showDialog(t("check"), content, [{ label: t("check.do"), action, primary: true }]);
}

const versionText = (version) => (typeof version === "object" ? `${version.number} (${String(version.version).slice(0, 12)})` : String(version));

/** Whether a name was left out; says so and takes one there. */
function missing(input, text) {
  if (input.value.trim()) return false;
  input.focus();
  say(text, "bad");
  return true;
}

const NAMES_HIDDEN = new Set(["plan", "dvh", "dose", "number", "metrics", "strengths_u", "strength_u", "seed_step_mm", "exported", "key", "label"]);

/** Whatever the server says of what is signed or written: names and values in a table. */
function contentOf(answer) {
  const rows = Object.entries(answer).filter(([name]) => !NAMES_HIDDEN.has(name)).map(([name, value]) =>
    el("tr", {}, el("th", { scope: "row", text: labelOf(name) }), el("td", {}, valueOf(value))),
  );
  return table([t("sign.what"), t("sign.value")], rows, { class: "rows facts", "aria-label": t("sign.what") });
}

const labelOf = (name) => {
  const text = t(`fact.${name}`);
  return text === `fact.${name}` ? name.replaceAll("_", " ") : text;
};

function valueOf(value) {
  if (value === null || value === undefined || value === "") return el("span", { text: "–" });
  if (Array.isArray(value)) return value.length ? el("ul", {}, value.map((v) => el("li", {}, valueOf(v)))) : el("span", { text: "–" });
  if (typeof value === "object") return el("ul", {}, Object.entries(value).filter(([name]) => !NAMES_HIDDEN.has(name)).map(([name, v]) => el("li", {}, `${labelOf(name)}: `, valueOf(v))));
  if (typeof value === "boolean") return el("span", { text: t(value ? "yes" : "no") });
  if (typeof value === "number") return el("span", { text: Number.isInteger(value) ? String(value) : Number(value.toPrecision(6)).toString() });
  return el("span", { text: value });
}

export async function sign() {
  const facts = await tried(() => getJson("/api/sign-page"));
  if (!facts) return;
  const role = el("select", { id: "sign-role" }, ["prepared", "reviewed"].map((r) => el("option", { value: r, text: t(`sign.${r}`) })));
  if (facts.signatures?.prepared) role.value = "reviewed";
  const name = line("sign-name");
  const reason = line("sign-reason");
  const content = el("div", {}, el("p", { class: "hint", text: t("sign.read") }), contentOf(facts), el("div", { class: "form" }, field(role, t("sign.as")), field(name, t("sign.name")), field(reason, t("sign.reason"))));
  const action = async () => {
    if (missing(name, t("sign.no-name"))) return false;
    const answer = await tried(() => post("/api/sign", { number: facts.number, role: role.value, name: name.value.trim(), reason: reason.value.trim() }));
    if (!answer) return false;
    takePlan(answer.plan);
    say(t("sign.done", { role: t(`sign.${role.value}`), name: name.value.trim() }), "good");
    return true;
  };
  showDialog(t("sign"), content, [{ label: t("sign.do"), action, primary: true }]);
}

export function exportPlan() {
  const { plan } = app;
  if (!plan) return;
  if (plan.checked_version === null || plan.checked_version === undefined) return say(t("export.check-first"), "bad");
  const broken = brokenRules(plan);
  const name = line("export-name", `version-${plan.checked_version}`);
  const sure = el("input", { id: "export-sure", type: "checkbox" });
  const edits = plan.edits.map((e) => el("li", { text: e.text }));
  const unsigned = isImplant() || plan.approval?.status === "signed" ? null : el("p", { class: "warn-box", text: t("export.unsigned") });
  const content = el(
    "div", {},
    el("p", { text: t(isImplant() ? "export.what.found" : "export.what") }), unsigned,
    el("h3", { text: t("export.changes") }), edits.length ? el("ol", { class: "edits" }, edits) : el("p", { class: "hint", text: t("edits.none") }),
    broken.length ? el("div", { class: "warn-box" }, el("b", { text: t("export.broken") }), el("ul", {}, broken.map((text) => el("li", { text }))), el("label", { for: "export-sure" }, sure, t("export.sure"))) : null,
    el("div", { class: "form" }, field(name, t("export.name"))),
  );
  const action = async () => {
    if (broken.length && !sure.checked) {
      say(t("export.not-sure"), "bad");
      sure.focus();
      return false;
    }
    const answer = await busy(t("export.running"), () => post("/api/export", { number: plan.checked_version, name: name.value.trim() }));
    if (!answer) return false;
    await tried(refresh);
    const { folder, version, notes, files } = answer;
    showDialog(t("export.done"), contentOf({ folder, version: versionText(version), notes, files }));
    return false;
  };
  showDialog(t("export"), content, [{ label: t("export.do"), action, primary: true }]);
}

/** Each broken rule once, in the server's words. */
function brokenRules(plan) {
  return [...new Set([...plan.needles, ...plan.seeds].flatMap((item) => item.rules))];
}
