// Planning from the page: a form made from the request's own schema, progress, cancel, and planning around what is locked.
import { app, emit, on } from "../core/store.js";
import { button, el, perFrame } from "../core/dom.js";
import { t } from "../core/texts.js";
import { getJson, post, Refused } from "../core/api.js";
import { onMessage } from "../core/socket.js";
import { say } from "../core/say.js";
import { refresh } from "../edit/plans.js";
import { forbiddenList, forbiddenNow } from "../edit/steering.js";
import { chooseTool } from "../edit/tools.js";
import { formOf } from "./schema_form.js";

export class Steer {
  constructor() {
    this.node = el("div", { class: "scroll" });
    this.form = el("div");
    this.keep = el("input", { type: "checkbox", checked: true, id: "keep-locked" });
    this.run = button(t("plan.run"), () => this.start(), { class: "primary" });
    this.cancel = button(t("plan.cancel"), () => this.stop());
    this.bar = el("progress", { max: 1, value: 0, "aria-label": t("plan.progress") });
    this.stage = el("p", { class: "stage", role: "status" });
    this.locked = el("p", { class: "hint" });
    this.draw = ["forbid", "forbid-directions"].map((name) => button(t(`tool.${name}`), () => chooseTool(name), { "data-tool": name }));
    this.forbidden = el("ul", { class: "forbidden-list", "aria-label": t("forbid.list") });
    this.node.append(
      el("label", { class: "keep", for: "keep-locked" }, this.keep, t("plan.keep-locked")), this.locked,
      el("div", { class: "actions" }, this.draw), this.forbidden,
      el("div", { class: "actions" }, this.run, this.cancel), this.bar, this.stage, this.form,
    );
    this.update = perFrame(() => this.show());
    on("plan role job display", () => this.update());
    onMessage("progress", ({ stage, fraction }) => this.progress(stage, fraction));
    onMessage("job", (job) => this.jobIs(job));
    this.show();
    this.load();
  }

  async load() {
    try {
      const answer = await getJson("/api/request-schema");
      this.read = formOf(this.form, answer.schema, answer.request, answer.rois);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.form.replaceChildren(el("p", { class: "hint", text: error.message }));
    }
  }

  show() {
    const running = app.job !== null;
    this.run.disabled = running || app.role !== "editor" || !app.connected;
    this.cancel.disabled = !running;
    this.bar.hidden = !running;
    const shown = JSON.stringify([forbiddenNow().forbidden, forbiddenNow().not_from, this.run.disabled]);
    if (shown !== this.shown) this.forbidden.replaceChildren(...forbiddenList(this.run.disabled));
    this.shown = shown;
    for (const node of this.draw) {
      node.disabled = this.run.disabled;
      node.setAttribute("aria-pressed", app.display.tool === node.dataset.tool);
    }
    const locked = app.plan?.needles.filter((n) => n.locked).map((n) => n.id) ?? [];
    const seeds = app.plan?.seeds.filter((s) => s.locked).map((s) => s.id) ?? [];
    this.locked.textContent = locked.length || seeds.length ? t("plan.locked", { needles: locked.join(", ") || "–", seeds: seeds.join(", ") || "–" }) : t("plan.none-locked");
  }

  async start() {
    if (!this.read) return;
    try {
      app.job = { state: "running" };
      emit("job");
      await post("/api/plan", { request: this.request(), keep_locked: this.keep.checked });
      this.stage.textContent = t("plan.started");
    } catch (error) {
      app.job = null;
      emit("job");
      if (!(error instanceof Refused)) throw error;
      this.stage.textContent = error.message;
      say(error.message, "bad");
    }
  }

  /** The form's; before there is a plan, with what was drawn. */
  request() {
    const request = this.read();
    return app.plan ? request : { ...request, steering: { ...request.steering, ...app.forbidden } };
  }

  async stop() {
    try {
      await post("/api/plan/cancel");
      this.stage.textContent = t("plan.cancelling");
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(error.message, "bad");
    }
  }

  progress(stage, fraction) {
    // Checking and writing tell how far they are too: only the planner's own is this form's.
    if (!app.job) return;
    this.bar.value = fraction ?? 0;
    this.stage.textContent = fraction === null || fraction === undefined ? stage : `${stage} · ${Math.round(100 * fraction)} %`;
    emit("job");
  }

  async jobIs({ state, message }) {
    const running = state === "running" || state === "started";
    app.job = running ? { state } : null;
    this.stage.textContent = message ?? t(`job.${state}`);
    emit("job");
    if (running) return;
    say(this.stage.textContent, state === "failed" ? "bad" : "info");
    if (state !== "done") await refresh();
  }
}

