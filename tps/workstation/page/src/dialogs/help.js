// All shortcuts, and what this program is.
import { app } from "../core/store.js";
import { el, table } from "../core/dom.js";
import { t } from "../core/texts.js";
import { SHORTCUTS } from "../core/keys.js";
import { showDialog } from "./dialog.js";

export function showHelp() {
  const rows = SHORTCUTS.map(([keys, key]) => el("tr", {}, el("th", { scope: "row" }, el("kbd", { text: t(`keys.${keys}`) === `keys.${keys}` ? keys : t(`keys.${keys}`) })), el("td", { text: t(key) })));
  const content = el("div", {}, table([t("help.keys"), t("help.what")], rows, { class: "rows", "aria-label": t("help.keys") }), el("p", { text: t("help.units") }), el("p", { text: `${app.server.software}. ${app.server.notice}` }));
  showDialog(t("help"), content);
}
