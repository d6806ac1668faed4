// Questions that wait for an answer. The browser's own dialog keeps the focus inside and closes with Esc.
import { add, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** Show a dialog; resolves with the value it was closed with, "" for Esc. */
export function open(title, content, buttons, { className = "" } = {}) {
  const dialog = h(`dialog.dialog${className ? `.${className}` : ""}`, { "aria-label": title });
  const close = (value) => dialog.close(value);
  const form = h("form", { method: "dialog", onsubmit: (event) => {
    event.preventDefault();
    close(buttons.at(-1)?.value ?? "");
  } });
  add(form, [
    h("header.dialog-head", null, h("h2", null, title), h("button.icon-button", { type: "button", title: t("close"), "aria-label": t("close"), onclick: () => close("") }, icon("close"))),
    h("div.dialog-body", null, content),
  ]);
  if (buttons.length) {
    form.append(h("footer.dialog-foot", null, buttons.map((each, i) => h(`button.button${each.tone ? `.${each.tone}` : ""}`, {
      type: i === buttons.length - 1 ? "submit" : "button", onclick: () => close(each.value),
    }, each.label))));
  }
  dialog.append(form);
  dialog.addEventListener("click", (event) => event.target === dialog && close(""));
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[autofocus]")?.focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    dialog.remove();
    before?.isConnected && before.focus();
    resolve(dialog.returnValue);
  }));
}

export const alertBox = (text) => open(t("bot"), h("p.dialog-text", null, text), [{ label: t("ok"), value: "ok", tone: "primary" }]);

export async function confirm(title, label, tone = "danger") {
  return (await open(title, null, [{ label: t("cancel"), value: "" }, { label, value: "yes", tone }])) === "yes";
}

/** Ask for several values at once: `fields` = [{name, label, value, rows}]. Null when given up. */
export async function askFor(title, fields, label = t("send")) {
  const inputs = new Map();
  const shown = fields.map((field, i) => {
    const input = h(field.rows ? "textarea" : "input", { name: field.name, rows: field.rows, maxlength: field.most, autofocus: i === 0, value: field.value ?? "" });
    inputs.set(field.name, input);
    return h("label.field", null, h("span", null, field.label), input);
  });
  const answer = await open(title, shown, [{ label: t("cancel"), value: "" }, { label, value: "yes", tone: "primary" }]);
  if (answer !== "yes") return null;
  return Object.fromEntries([...inputs].map(([name, input]) => [name, input.value]));
}
