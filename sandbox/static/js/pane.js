// One person's window: who sits there, their lists, and the chat that is open.
import { act, chatMenu, messageMenu, react } from "./actions.js";
import { attach } from "./attach.js";
import { ChatList, TopicList, topicLook } from "./chatlist.js";
import { Composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { withEmoji } from "./emoji.js";
import { follow } from "./links.js";
import { notice } from "./notices.js";
import { avatar, badge } from "./people.js";
import { gist } from "./rows.js";
import { keyOf, store } from "./store.js";
import { t } from "./words.js";
import { emptyView, View } from "./view.js";

const drafts = new Map();

export class Pane {
  /** `hooks`: pickPerson(pane, button), close(pane), fold(pane), moved(pane). */
  constructor({ user, chat = null, thread = null, width = null, folded = false }, hooks) {
    this.user = user;
    this.hooks = hooks;
    this.place = { chat, thread };
    this.chosen = chat !== null;
    this.width = width;
    this.folded = folded;
    this.seat = h("header.seat");
    this.head = h("header.chat-head");
    this.pinned = h("button.pinned", { type: "button", hidden: true });
    this.middle = h("div.chat-middle");
    this.bottom = h("div.chat-bottom");
    this.chatBox = h("section.chat", null, this.head, this.pinned, this.middle, this.bottom);
    this.body = h("div.pane-body");
    this.drop = h("div.drop", { "aria-hidden": "true" }, t("drop"));
    this.element = h("section.pane", { tabindex: "-1" }, this.seat, this.body, this.drop);
    this.element.addEventListener("keydown", (event) => this.keys(event));
    this.dropping();
    this.settle();
  }

  /** Choose what this person would look at when nothing was chosen: a single chat, or the first group. */
  settle() {
    this.keepDraft();
    const chats = store.chatsOf(this.user);
    const known = chats.find((chat) => chat.id === this.place.chat);
    if (!known) this.place = { chat: chats[0]?.id ?? null, thread: null };
    const chat = store.chats.get(this.place.chat);
    this.level = chat?.forum && !this.place.thread ? "topics" : "chat";
    // Beside the list, where there is room, stands the topic in which something was said last.
    if (this.level === "topics") this.place.thread = store.lastIn(chat)?.thread || null;
    this.openLists();
    this.openChat();
  }

  openLists() {
    const chats = store.chatsOf(this.user);
    const many = chats.length > 1;
    const chat = store.chats.get(this.place.chat);
    this.lists = [];
    if (many && (this.level === "chats" || !chat?.forum)) this.lists.push(new ChatList(this.user, (id) => this.enter(id)));
    else if (chat?.forum) this.lists.push(new TopicList(this.user, chat.id, (id, thread) => this.show(id, thread), many ? () => this.leave() : null));
    this.hasList = this.lists.length > 0;
    fill(this.body, this.lists.map((list) => list.element), this.chatBox);
    this.element.dataset.level = this.hasList ? (this.level === "chat" ? "chat" : "list") : "chat";
    this.element.classList.toggle("listed", this.hasList);
    this.update(new Set(["list", "people"]));
  }

  /** A chat of the list was chosen: a divided group shows its topics first. */
  enter(id) {
    const chat = store.chats.get(id);
    if (!chat?.forum) return this.show(id, null);
    this.level = "topics";
    this.place = { chat: id, thread: null };
    this.openLists();
    this.openChat();
    this.lists[0]?.list.element.querySelector("[tabindex='0']")?.focus();
    return undefined;
  }

  leave() {
    this.level = "chats";
    this.openLists();
    this.lists[0]?.list.element.querySelector("[tabindex='0']")?.focus();
  }

  show(chat, thread, { focus = true } = {}) {
    this.keepDraft();
    this.chosen = true;
    this.place = { chat, thread: thread || null };
    this.level = "chat";
    const wanted = store.chats.get(chat)?.forum ? TopicList : ChatList;
    if (!(this.lists[0] instanceof wanted) || (wanted === TopicList && this.lists[0].chat !== chat)) this.openLists();
    this.element.dataset.level = "chat";
    this.openChat();
    if (focus) this.focus();
    this.hooks.moved(this);
  }

  /** Back to the list, where the pane is too narrow for both. */
  back() {
    if (!this.hasList || this.element.dataset.level === "list") return false;
    const chat = store.chats.get(this.place.chat);
    this.level = chat?.forum ? "topics" : "chats";
    this.element.dataset.level = "list";
    (this.lists[0].list.element.querySelector(".selected") || this.lists[0].list.element.querySelector("[tabindex='0']"))?.focus();
    return true;
  }

  get at() {
    return { user: this.user, chat: this.place.chat, thread: this.place.thread, pane: this.element };
  }

  keepDraft() {
    if (this.composer) drafts.set(`${this.user}:${keyOf(this.place.chat, this.place.thread)}`, this.composer.draft);
  }

  openChat() {
    this.view?.close?.();
    const { chat, thread } = this.place;
    this.view = null;
    if (!chat) {
      fill(this.middle, emptyView(t("pick_chat")));
    } else {
      const at = this.at;
      this.view = new View(chat, thread, {
        user: this.user, group: store.chats.get(chat)?.kind === "group", pane: this.element,
        menu: (row, where) => messageMenu(at, row, where, { reply: (m) => this.composer?.reply(m), edit: (m) => this.composer?.edit(m) }),
        react: (message, face) => react(at, message, face),
        reply: (message) => this.composer?.reply(message),
        link: (href) => follow(href, this),
        command: (text) => act(at, { do: "send", text }),
        failed: (error) => notice(t("failed", { why: error.message }), this.element, "bad"),
        seen: () => this.inSight(),
        write: () => this.composer?.focus(),
      });
      fill(this.middle, this.view.element);
    }
    this.bottomSign = null;
    this.update(new Set(["list", "people"]));
  }

  /** Whether the open chat can be seen now (a list may cover it in a narrow pane). */
  inSight() {
    return !document.hidden && !this.folded && this.chatBox.offsetParent !== null && this.chatBox.offsetWidth > 0;
  }

  update(changed) {
    const key = keyOf(this.place.chat, this.place.thread);
    if (changed.has("list") || changed.has("people")) {
      const chat = store.chats.get(this.place.chat);
      if (this.place.thread && chat && !chat.topics.has(this.place.thread)) {
        // The topic was deleted under our eyes.
        this.place.thread = null;
        this.composer = null;
        this.settle();
        return;
      }
      for (const list of this.lists) list.update(this.place);
      this.drawSeat();
      this.drawHead();
      this.drawBottom();
    }
    if (changed.has(key)) {
      this.view?.update();
      this.drawPinned();
    } else if (changed.has("list")) this.drawPinned();
  }

  drawSeat() {
    const user = store.users.get(this.user) || { id: this.user, name: "?" };
    const unread = store.unreadFor(this.user);
    const sign = [user.name, user.role_hint, unread, this.folded].join("|");
    if (sign === this.seatSign) return;
    this.seatSign = sign;
    this.element.setAttribute("aria-label", t("seat_of", { name: user.name }));
    const who = h("button.seat-who", { type: "button", title: this.folded ? t("unfold_pane", { name: user.name }) : t("choose_person"), "aria-haspopup": this.folded ? null : "menu" }, avatar(user.id, user.name, "person", "small"), h("span.seat-name", null, user.name), h("span.seat-role", null, user.role_hint), badge(unread, t("unread_n", { n: unread })), this.folded ? h("span.offscreen", null, t("unfold_pane", { name: user.name })) : icon("down", 14));
    who.addEventListener("click", () => (this.folded ? this.hooks.fold(this) : this.hooks.pickPerson(this, who)));
    fill(this.seat, who,
      h("button.icon-button.seat-fold", { type: "button", title: t("fold_pane"), "aria-label": t("fold_pane"), onclick: () => this.hooks.fold(this) }, icon("fold", 16)),
      h("button.icon-button.seat-close", { type: "button", title: t("close_pane"), "aria-label": t("close_pane"), onclick: () => this.hooks.close(this) }, icon("close", 16)));
  }

  drawHead() {
    const chat = store.chats.get(this.place.chat);
    const topic = chat?.topics.get(this.place.thread);
    const group = chat?.kind === "group";
    const title = topic ? topic.name : group && chat.forum ? t("general") : chat ? store.titleOf(chat) : store.bot.name;
    const detail = group ? (chat.forum ? chat.title : t("members", { n: (chat.members || []).length })) : t("bot");
    const user = store.users.get(this.user);
    const sign = [this.place.chat, title, detail, topic?.icon, topic?.emoji, topic?.closed, user?.blocked, this.hasList].join("|");
    if (sign === this.headSign) return;
    this.headSign = sign;
    const menu = h("button.icon-button", { type: "button", title: t("menu"), "aria-label": t("menu"), "aria-haspopup": "menu" }, icon("more"));
    menu.addEventListener("click", () => chatMenu(this.at, menu));
    fill(this.head,
      this.hasList && h("button.icon-button.back", { type: "button", title: t("back"), "aria-label": t("back"), onclick: () => this.back() }, icon("back")),
      topic ? topicLook(topic) : avatar(chat?.id, title, group ? "group" : "bot", "small"),
      h("div.head-words", null, h("h2", { title }, withEmoji(title)), h("small", null, detail)),
      topic?.closed && h("span.head-mark", { title: t("topic_closed") }, icon("lock", 16)),
      topic || !group || chat.forum ? menu : null);
  }

  drawPinned() {
    const { list } = store.thread(this.place.chat, this.place.thread);
    const message = list.findLast((each) => each.pinned);
    this.pinned.hidden = !message;
    if (!message) return;
    fill(this.pinned, icon("pin", 16), h("span.pinned-words", null, h("strong", null, t("pinned")), h("span", null, withEmoji(gist(message, t)))));
    this.pinned.title = t("jump_pinned");
    this.pinned.onclick = () => this.view?.jump(message.id);
  }

  drawBottom() {
    const chat = store.chats.get(this.place.chat);
    const topic = chat?.topics.get(this.place.thread);
    const user = store.users.get(this.user) || {};
    const privately = chat?.kind !== "group";
    // Telegram lets administrators write into a closed topic.
    const admin = (chat?.admins || []).includes(this.user);
    const closed = topic ? topic.closed : chat?.forum && chat.general_closed;
    const state = !this.place.chat ? "none" : privately && user.blocked ? "blocked" : privately && user.started === false ? "start" : closed && !admin ? "closed" : "write";
    const sign = `${state}|${closed}|${this.place.chat}|${this.place.thread}`;
    if (sign === this.bottomSign) return;
    this.bottomSign = sign;
    this.composer = null;
    const big = (words, label, what) => h("div.big-bottom", null, h("p", null, words), label && h("button.button.primary.big", { type: "button", onclick: () => act(this.at, what) }, label));
    if (state === "none") fill(this.bottom);
    else if (state === "blocked") fill(this.bottom, big(t("blocked_hint", { name: user.name }), t("unblock"), { do: "unblock" }));
    else if (state === "start") fill(this.bottom, big(t("start_hint", { name: user.name }), t("start"), { do: "start" }));
    else if (state === "closed") fill(this.bottom, big(t("topic_closed_hint")));
    else {
      this.composer = new Composer(this.at, closed ? t("topic_closed_write") : topic ? t("write_topic") : t("write"), drafts.get(`${this.user}:${keyOf(this.place.chat, this.place.thread)}`));
      fill(this.bottom, this.composer.element);
    }
  }

  dropping() {
    let depth = 0;
    const has = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
    this.element.addEventListener("dragenter", (event) => {
      if (has(event) && this.composer) this.element.classList.toggle("dropping", (depth += 1) > 0);
    });
    this.element.addEventListener("dragleave", () => this.element.classList.toggle("dropping", (depth = Math.max(0, depth - 1)) > 0));
    this.element.addEventListener("dragover", (event) => has(event) && event.preventDefault());
    this.element.addEventListener("drop", (event) => {
      depth = 0;
      this.element.classList.remove("dropping");
      if (!has(event)) return;
      event.preventDefault();
      if (this.composer) this.composer.attach([...event.dataTransfer.files]);
      else attach(this.at, []);
    });
  }

  focus() {
    if (this.folded) this.hooks.fold(this);
    const target = this.element.dataset.level === "list" && this.hasList ? this.lists[0].list.element.querySelector("[tabindex='0']") : this.composer?.input || this.bottom.querySelector("button");
    (target && target.offsetParent !== null ? target : this.composer?.input || this.element).focus({ preventScroll: true });
  }

  keys(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.composer?.giveUp() || this.back()) event.preventDefault();
    else if (this.composer && document.activeElement !== this.composer.input) this.composer.focus();
  }

  close() {
    this.keepDraft();
    this.view?.close?.();
    this.element.remove();
  }
}
