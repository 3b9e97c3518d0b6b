// One dialog at a time, over the page; Esc closes it, the focus goes back to where it was.
import { button, el } from "../core/dom.js";
import { t } from "../core/texts.js";

let open = null;

/** Shows a dialog with a heading, content and buttons, each {label, action, primary}; an action that gives false keeps it open. */
export function showDialog(title, content, buttons = []) {
  closeDialog();
  const close = () => dialog.close();
  const actions = buttons.map(({ label, action, primary, disabled }) =>
    button(label, async () => (await action()) !== false && close(), { class: primary ? "primary" : null, disabled }),
  );
  const dialog = el("dialog", { "aria-label": title }, el("h2", { text: title, tabindex: -1 }), content, el("div", { class: "actions" }, actions, button(t("close"), close)));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (open === dialog) open = null;
  });
  document.body.append(dialog);
  open = dialog;
  dialog.showModal();
  // To be read from its beginning, however far down its first field is.
  dialog.querySelector("h2").focus();
  return dialog;
}

export function closeDialog() {
  if (!open) return false;
  open.close();
  return true;
}
