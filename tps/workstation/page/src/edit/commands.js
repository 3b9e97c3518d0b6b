// Edits one after the other; each names the revision that it starts from.
import { app, emit, whyNotEdit } from "../core/store.js";
import { post, Refused } from "../core/api.js";
import { say } from "../core/say.js";
import { t } from "../core/texts.js";
import { forgetDose, refresh, takePlan } from "./plans.js";

let queue = Promise.resolve();
let waiting = 0;

/** Does one edit; resolves to whether the server took it. `edit` may be a function of the plan as it then is. */
export function doEdit(edit) {
  return inTurn(async () => {
    const wanted = typeof edit === "function" ? edit(app.plan) : edit;
    if (!wanted) return false;
    return post("/api/edit", { base_revision: app.plan.revision, edit: wanted });
  });
}

export const undo = () => app.plan?.can_undo && inTurn(() => post("/api/undo"));
export const redo = () => app.plan?.can_redo && inTurn(() => post("/api/redo"));
export const backToOriginal = () => inTurn(() => post("/api/original"));

/** How many edits the server has not answered yet. */
export const edits = () => waiting;

function inTurn(action) {
  const why = whyNotEdit();
  if (why) {
    say(t(why), "bad");
    return Promise.resolve(false);
  }
  waiting++;
  emit("busy");
  const result = queue.then(async () => {
    try {
      const plan = await action();
      if (!plan) return false;
      forgetDose();
      takePlan(plan);
      sayRules(plan);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(error.message || t("server.lost"), "bad");
      if (error.status === 409) await refresh();
      return false;
    } finally {
      waiting--;
      emit("busy");
    }
  });
  queue = result.catch(() => undefined);
  return result;
}

function sayRules(plan) {
  const last = plan.edits.at(-1);
  const broken = plan.needles.filter((n) => n.rules.length).length + plan.seeds.filter((s) => s.rules.length).length;
  const text = last ? last.text : t("edits.none");
  const rules = plan.preparing ? t("preparing.rules") : broken ? t("rules.broken", { count: broken }) : "";
  say(rules ? `${text} · ${rules}` : text, broken ? "bad" : "info");
}
