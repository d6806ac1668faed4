// The buttons under a message of the bot: pressed, opened or copied, with the answer shown where it belongs.
import * as api from "./api.js";
import { alertBox } from "./dialogs.js";
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { notice } from "./notices.js";
import { t } from "./words.js";

const MARKS = { url: "link", copy: "copy" };

export async function copy(text, where) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the permission the old way still works.
    const area = h("textarea.offscreen", { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  notice(t("copied"), where);
}

async function press(element, button, message, on) {
  element.classList.add("waiting");
  element.setAttribute("aria-busy", "true");
  try {
    const { toast } = await api.act({ as: on.user, chat: message.chat, thread: message.thread || null, do: "press", message: message.id, data: button.data });
    if (toast?.url) on.link(toast.url);
    if (toast?.text && toast.alert) await alertBox(toast.text);
    else notice(toast?.text, on.pane);
  } catch (error) {
    notice(t("failed", { why: error.message }), on.pane, "bad");
  } finally {
    element.classList.remove("waiting");
    element.removeAttribute("aria-busy");
  }
}

export function keyboard(message, on) {
  if (!message.buttons?.length) return null;
  return h("div.keys", { role: "group" }, message.buttons.map((row) => h("div.keys-row", null, row.map((button) => {
    const made = h(`button.key${button.style && button.style !== "plain" ? `.${button.style}` : ""}`, {
      type: "button", dataset: { kind: button.kind },
      onclick: () => {
        if (button.kind === "url") on.link(button.url);
        else if (button.kind === "copy") copy(button.copy, on.pane);
        else if (!made.classList.contains("waiting")) press(made, button, message, on);
      },
    }, h("span.key-words", null, withEmoji(button.text)), MARKS[button.kind] && icon(MARKS[button.kind], 13));
    return made;
  }))));
}
