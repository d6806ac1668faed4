// The chats of one person, and the topics of a divided group: both as lists with last words, time and unread marks.
import { add, fill, h } from "./dom.js";
import { emoji, withEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { arrange, walkable } from "./lists.js";
import { avatar, badge } from "./people.js";
import { gist } from "./rows.js";
import { keyOf, store } from "./store.js";
import { shortOf } from "./times.js";
import { t } from "./words.js";

const FILTERS = ["all", "unread", "open", "closed"];

function item(look, title, tail, last, { unread, closed, selected, group, user, run }) {
  const says = last && group && !last.service && last.from ? `${last.from.id === user ? t("you") : last.from.name}：` : "";
  const made = h(`div.list-item${selected ? ".selected" : ""}${unread ? ".unread" : ""}`, { role: "option", tabindex: "-1", "aria-selected": String(selected), onclick: run });
  add(made, [
    look,
    h("div.list-words", null,
      h("div.list-line", null, h("span.list-title", null, withEmoji(title)), closed && h("span.list-closed", { title: t("topic_closed"), "aria-label": t("topic_closed") }, icon("lock", 13)), h("time", null, last ? shortOf(last.date, store.now()) : "")),
      h("div.list-line", null, tail && h("span.list-tail", null, tail), h("span.list-gist", null, last ? [says && h("span.list-says", null, says), withEmoji(gist(last, t))] : ""), badge(unread, t("unread_n", { n: unread })))),
  ]);
  return made;
}

/** `SJ-2026-0042 食堂 · 待受理` is long for a narrow list: what follows the last dot stands apart and is never cut off. */
function split(name) {
  const at = name.lastIndexOf(" · ");
  return at > 0 && name.length - at < 14 ? [name.slice(0, at), name.slice(at + 3)] : [name, ""];
}

export function topicLook(topic) {
  const face = topic.icon && /^\d+$/.test(topic.icon) ? topic.emoji : topic.icon || topic.emoji;
  if (face) return h("span.topic-look", { "aria-hidden": "true" }, emoji(face));
  const made = h("span.topic-look.plain", { "aria-hidden": "true" }, [...topic.name][0] || "#");
  if (topic.icon_color) made.style.backgroundColor = `#${Number(topic.icon_color).toString(16).padStart(6, "0")}`;
  return made;
}

/** Redraws only items that changed. */
class List {
  constructor(label) {
    this.items = new Map();
    this.element = h("div.list", { role: "listbox", "aria-label": label });
    walkable(this.element);
  }

  show(wanted, empty) {
    const fresh = new Map();
    for (const { key, sign, make } of wanted) {
      const known = this.items.get(key);
      fresh.set(key, known?.sign === sign ? known : { sign, element: make() });
    }
    const focused = [...this.items].find(([, { element }]) => element === document.activeElement)?.[0];
    this.items = fresh;
    const elements = [...fresh.values()].map(({ element }) => element);
    arrange(this.element, elements.length ? elements : [h("p.list-empty", null, empty)]);
    if (focused !== undefined) fresh.get(focused)?.element.focus({ preventScroll: true });
    const first = elements.find((each) => each === document.activeElement) || elements.find((each) => each.classList.contains("selected")) || elements[0];
    for (const each of elements) each.tabIndex = each === first ? 0 : -1;
  }
}

const signOf = (last) => (last ? `${last.id}.${last.rev || 0}.${gist(last, t)}.${shortOf(last.date, store.now())}` : "");

export class ChatList {
  constructor(user, pick) {
    this.user = user;
    this.pick = pick;
    this.list = new List(t("chats"));
    this.element = h("section.side", { "aria-label": t("chats") }, h("header.side-head", null, h("h2", null, t("chats"))), this.list.element);
  }

  update(place) {
    const wanted = store.chatsOf(this.user).map((chat) => {
      const last = store.lastIn(chat);
      const unread = store.unreadIn(this.user, chat);
      const selected = chat.id === place.chat;
      const group = chat.kind === "group";
      const title = store.titleOf(chat);
      return { key: chat.id, sign: [signOf(last), unread, selected, title].join("|"), make: () => item(avatar(chat.id, title, group ? "group" : "bot"), title, "", last, { unread, selected, group, user: this.user, run: () => this.pick(chat.id) }) };
    });
    this.list.show(wanted, t("nothing_found"));
  }
}

export class TopicList {
  constructor(user, chat, pick, leave) {
    this.user = user;
    this.chat = chat;
    this.pick = pick;
    this.filter = "all";
    this.list = new List(t("topics"));
    this.search = h("input", { type: "search", placeholder: t("search_topics"), "aria-label": t("search_topics"), oninput: () => this.update(this.place) });
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") this.list.element.querySelector("[role=option]")?.focus();
      else if (event.key === "Enter") this.list.element.querySelector("[role=option]")?.click();
      else if (event.key === "Escape" && this.search.value) {
        this.search.value = "";
        this.update(this.place);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.title = h("h2");
    this.detail = h("small");
    this.filters = h("div.filters", { role: "group", "aria-label": t("topics") });
    const back = leave && h("button.icon-button", { type: "button", title: t("back"), "aria-label": t("back"), onclick: leave }, icon("back"));
    this.element = h("section.side.topics", { "aria-label": t("topics") }, h("header.side-head", null, back, avatar(chat, "", "group", "small"), h("div.head-words", null, this.title, this.detail)),
      h("div.side-find", null, icon("search", 16), this.search), this.filters, this.list.element);
  }

  update(place) {
    this.place = place;
    const chat = store.chats.get(this.chat);
    if (!chat) return;
    this.title.textContent = chat.title;
    this.detail.textContent = t("members", { n: (chat.members || []).length });
    const entries = this.entries(chat);
    this.drawFilters(entries);
    const asked = this.search.value.trim().toLowerCase();
    const shown = entries.filter((each) => this.passes(each) && (!asked || each.name.toLowerCase().includes(asked) || (each.last && gist(each.last, t).toLowerCase().includes(asked))));
    this.list.show(shown.map((each) => this.wanted(each, place)), chat.topics.size ? t("nothing_found") : t("no_topics"));
  }

  entries(chat) {
    const made = [...chat.topics.values()].filter((topic) => !topic.deleted).map((topic) => ({ id: topic.id, topic, name: topic.name, closed: topic.closed, last: store.last.get(keyOf(chat.id, topic.id)), unread: store.unreadOf(this.user, chat.id, topic.id) }));
    made.sort((a, b) => (b.last?.date || 0) - (a.last?.date || 0) || b.id - a.id);
    const general = { id: null, topic: null, name: t("general"), closed: false, last: store.last.get(keyOf(chat.id)), unread: store.unreadOf(this.user, chat.id) };
    return [general, ...made];
  }

  passes = ({ topic, closed, unread }) => ({ all: true, unread: unread > 0, open: topic && !closed, closed })[this.filter];

  drawFilters(entries) {
    const counts = { unread: entries.filter((each) => each.unread).length };
    const sign = JSON.stringify([this.filter, counts]);
    if (sign === this.filtersSign) return;
    this.filtersSign = sign;
    const focused = [...this.filters.children].indexOf(document.activeElement);
    fill(this.filters, FILTERS.map((name) => h("button.filter", { type: "button", "aria-pressed": String(name === this.filter), onclick: () => {
      this.filter = name;
      this.update(this.place);
    } }, t(name), name === "unread" && counts.unread ? h("span", null, String(counts.unread)) : null)));
    if (focused >= 0) this.filters.children[focused]?.focus();
  }

  wanted({ id, topic, name, closed, last, unread }, place) {
    const selected = place.chat === this.chat && (place.thread || null) === id;
    const [title, tail] = topic ? split(name) : [name, ""];
    const look = () => (topic ? topicLook(topic) : h("span.topic-look.general", { "aria-hidden": "true" }, icon("hash", 18)));
    return { key: id || 0, sign: [signOf(last), unread, selected, name, closed, topic?.icon, topic?.emoji].join("|"), make: () => item(look(), title, tail, last, { unread, closed, selected, group: true, user: this.user, run: () => this.pick(this.chat, id) }) };
  }
}
