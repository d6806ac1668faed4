// Where people write: Enter sends, Shift+Enter breaks the line, ↑ edits the last own message, / shows the commands.
import { act, otherMenu } from "./actions.js";
import { attach } from "./attach.js";
import { suggest } from "./commands.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { gist, wordsOf } from "./rows.js";
import { store } from "./store.js";
import { t } from "./words.js";

const HIGHEST = 180;

export class Composer {
  /** `at`: {user, chat, thread, pane}. */
  constructor(at, placeholder, draft) {
    this.at = at;
    this.target = null;
    this.input = h("textarea.write", { rows: 1, placeholder, "aria-label": placeholder, value: draft || "" });
    this.bar = h("div.target", { hidden: true });
    this.suggestions = h("div.suggestions", { role: "listbox", hidden: true, "aria-label": t("commands") });
    this.picker = this.filePicker({});
    this.voices = this.filePicker({ accept: "audio/*", voice: true });
    const commands = h("button.icon-button", { type: "button", title: t("commands"), "aria-label": t("commands"), onclick: () => this.slash() }, icon("slash"));
    const clip = h("button.icon-button", { type: "button", title: t("attach"), "aria-label": t("attach"), onclick: () => this.picker.click() }, icon("clip"));
    const other = h("button.icon-button.other", { type: "button", title: t("other"), "aria-label": t("other"), "aria-haspopup": "menu" }, icon("plus"));
    other.addEventListener("click", () => otherMenu(at, other, () => this.voices.click()));
    this.sendButton = h("button.icon-button.send", { type: "button", title: t("send"), "aria-label": t("send"), onclick: () => this.send() }, icon("send"));
    this.element = h("div.composer", null, this.suggestions, this.bar, h("div.composer-line", null, clip, other, this.input, commands, this.sendButton), this.picker, this.voices);
    this.input.addEventListener("keydown", (event) => this.keys(event));
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("paste", (event) => this.pasted(event));
    this.typed();
  }

  filePicker({ accept, voice }) {
    return h("input.offscreen", { type: "file", multiple: true, accept, tabindex: "-1", "aria-hidden": "true", dataset: { role: voice ? "voice" : "files" }, onchange: async (event) => {
      const files = [...event.target.files];
      event.target.value = "";
      await this.attach(files, voice);
    } });
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  get draft() {
    return this.target?.edit ? "" : this.input.value;
  }

  typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, HIGHEST)}px`;
    this.input.classList.toggle("tall", this.input.scrollHeight > HIGHEST);
    this.sendButton.classList.toggle("ready", Boolean(this.input.value.trim()) || Boolean(this.target?.edit));
    this.chooser?.close();
    this.chooser = suggest(this.at, this.input.value, this.suggestions, (command) => {
      this.input.value = command;
      this.send();
    });
  }

  slash() {
    if (!this.input.value.startsWith("/")) this.input.value = `/${this.input.value}`;
    this.focus();
    this.typed();
  }

  pasted(event) {
    const files = [...(event.clipboardData?.files || [])];
    if (!files.length) return;
    event.preventDefault();
    this.attach(files);
  }

  async attach(files, voice = false) {
    const replyTo = this.target?.reply?.id ?? null;
    const sent = await attach({ ...this.at, replyTo }, files, { caption: this.input.value, voice });
    if (sent) this.clear();
    this.focus();
  }

  reply(message) {
    this.aim({ reply: message }, t("replying", { name: message.from?.id === this.at.user ? t("you") : message.from?.name || "" }), gist(message, t), "reply");
  }

  edit(message) {
    if (!this.target?.edit) this.before = this.input.value;
    this.aim({ edit: message }, t("editing"), gist(message, t), "edit");
    this.input.value = wordsOf(message);
    this.typed();
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  aim(target, title, words, name) {
    this.target = target;
    this.bar.hidden = false;
    fill(this.bar, icon(name, 18), h("span.target-words", null, h("strong", null, title), h("span", null, words)), h("button.icon-button", { type: "button", title: t("cancel"), "aria-label": t("cancel"), onclick: () => this.giveUp() }, icon("close", 18)));
    this.focus();
  }

  /** Give up a reply or an edit; false if there is none. */
  giveUp() {
    if (!this.target) return false;
    if (this.target.edit) this.input.value = this.before || "";
    this.target = null;
    this.bar.hidden = true;
    this.typed();
    this.focus();
    return true;
  }

  clear() {
    this.target = null;
    this.bar.hidden = true;
    this.input.value = "";
    this.typed();
  }

  async send() {
    const text = this.input.value;
    const { target } = this;
    if (!text.trim()) return;
    this.clear();
    if (target?.edit) this.input.value = this.before || "";
    this.typed();
    const what = target?.edit ? { do: "edit", message: target.edit.id, text } : { do: "send", text, reply_to: target?.reply?.id ?? null };
    const done = await act(this.at, what);
    if (!done && !this.input.value) {
      // Refused: what was written is given back rather than lost.
      this.input.value = text;
      this.typed();
    }
    this.focus();
  }

  keys(event) {
    if (event.isComposing) return;
    if (this.chooser?.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) this.send();
    else if (event.key === "ArrowUp" && !this.input.value && !event.shiftKey) {
      const { list } = store.thread(this.at.chat, this.at.thread);
      const own = list.findLast((each) => each.from?.id === this.at.user && wordsOf(each) && !each.service);
      if (!own) return;
      this.edit(own);
    } else if (event.key === "Escape" && this.target) {
      this.giveUp();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }
}
