// Everything the page knows: people, chats, topics, messages, and who has read what. Views ask it and are told of changes.
import * as api from "./api.js";
import { kept, keep } from "./kept.js";
import { later, nextFrame } from "./dom.js";

const PAGE = 50;
const REMEMBER_MS = 800;
export const keyOf = (chat, thread) => `${chat}/${thread || 0}`;

class Store extends EventTarget {
  bot = { id: 0, name: "", username: "", commands: [] };
  users = new Map();
  chats = new Map();
  seats = [];
  hooks = [];
  threads = new Map();
  last = new Map();
  unread = new Map();
  playing = false;
  #now = 0;
  #since = 0;
  #running = true;
  /** Differs from one start of the sandbox to the next. */
  epoch = "";
  #dirty = new Set();
  #tell = nextFrame(() => {
    const changed = this.#dirty;
    this.#dirty = new Set();
    this.dispatchEvent(new CustomEvent("change", { detail: changed }));
  });

  /** Mark something as changed: `list`, `clock`, `people` or the key of a thread. Views hear of it in the next frame. */
  changed(...what) {
    for (const each of what) this.#dirty.add(each);
    this.#tell();
    if (this.epoch) this.#remember();
  }

  now() {
    return this.#now + (this.#running ? (performance.now() - this.#since) / 1000 : 0);
  }

  get running() {
    return this.#running;
  }

  setNow(epoch, running) {
    this.#now = epoch;
    this.#since = performance.now();
    if (running !== undefined) this.#running = running;
    this.changed("clock");
  }

  async load() {
    const state = await api.state();
    this.bot = { commands: [], ...state.bot };
    this.hooks = state.hooks ?? null;
    this.seats = state.seats || [];
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map();
    for (const chat of state.chats) this.putChat(chat);
    this.setNow(state.now, state.running ?? true);
    this.epoch = String(state.started ?? state.bot.id);
    this.#recall();
    this.changed("list", "people", ...this.threads.keys());
  }

  putChat(chat) {
    if (chat.migrated_to) {
      this.chats.delete(chat.id);
      return;
    }
    const topics = new Map();
    for (const topic of chat.topics || []) topics.set(topic.id, topic);
    this.chats.set(chat.id, { ...chat, topics });
    if (chat.last) this.putLast(chat.last);
    for (const topic of topics.values()) if (topic.last) this.putLast(topic.last);
  }

  putTopic(chatId, topic) {
    const chat = this.chats.get(chatId);
    if (!chat) return;
    if (topic.deleted) {
      chat.topics.delete(topic.id);
      this.threads.delete(keyOf(chatId, topic.id));
      this.last.delete(keyOf(chatId, topic.id));
    } else chat.topics.set(topic.id, { ...chat.topics.get(topic.id), ...topic });
    this.changed("list", keyOf(chatId, topic.id));
  }

  /** The thread that a message stands in: only divided groups have them, elsewhere it is but a chain of replies. */
  keyFor(message) {
    return keyOf(message.chat, this.chats.get(message.chat)?.forum ? message.thread : 0);
  }

  putLast(message) {
    const key = this.keyFor(message);
    const known = this.last.get(key);
    if (!known || known.id <= message.id) this.last.set(key, message);
  }

  /** What was unread at the last visit still is, and what came since then. */
  #recall() {
    const known = kept("unread");
    if (known?.epoch !== this.epoch) return;
    if (!this.unread.size) this.unread = new Map(known.unread);
    for (const [key, message] of this.last) {
      if (message.id > (known.newest[key] || 0)) this.#count(message);
    }
  }

  #remember = later(() => {
    const newest = Object.fromEntries([...this.last].map(([key, message]) => [key, message.id]));
    keep("unread", { epoch: this.epoch, unread: [...this.unread], newest });
  }, REMEMBER_MS);

  /** The chats that somebody sees: their own with the bot first, then their groups, the newest first. */
  chatsOf(userId) {
    const mine = [...this.chats.values()].filter((chat) => (chat.kind === "private" ? this.ownerOf(chat) === userId : this.isMember(chat, userId)));
    if (!mine.some((chat) => chat.kind === "private")) mine.push({ id: userId, kind: "private", user: userId, topics: new Map(), title: this.bot.name });
    return mine.sort((a, b) => (a.kind === "private") - (b.kind === "private") || this.newestIn(b) - this.newestIn(a));
  }

  ownerOf = (chat) => (typeof chat.user === "object" && chat.user ? chat.user.id : (chat.user ?? chat.id));

  isMember = (chat, userId) => (chat.members || []).some((each) => (typeof each === "object" ? each.id : each) === userId);

  /** When something was last said in a chat, 0 if never. */
  newestIn(chat) {
    let newest = this.last.get(keyOf(chat.id))?.date || 0;
    for (const topic of chat.topics.values()) newest = Math.max(newest, this.last.get(keyOf(chat.id, topic.id))?.date || 0);
    return newest;
  }

  lastIn(chat) {
    let found = this.last.get(keyOf(chat.id));
    for (const topic of chat.topics.values()) {
      const last = this.last.get(keyOf(chat.id, topic.id));
      if (last && (!found || last.date > found.date || (last.date === found.date && last.id > found.id))) found = last;
    }
    return found;
  }

  titleOf = (chat) => (chat.kind === "private" ? this.bot.name : chat.title);

  thread(chat, thread) {
    const key = keyOf(chat, thread);
    let found = this.threads.get(key);
    if (!found) {
      found = { key, chat, thread: thread || null, list: [], byId: new Map(), more: true, loaded: false, loading: null };
      this.threads.set(key, found);
    }
    return found;
  }

  /** Load the newest messages once, or the ones before the oldest known. */
  async loadMore(thread) {
    if (thread.loading || (thread.loaded && !thread.more)) return thread.loading;
    const before = thread.loaded ? thread.list[0]?.id : undefined;
    thread.loading = api
      .messages({ chat: thread.chat, thread: this.chats.get(thread.chat)?.forum ? thread.thread || 0 : null, before, limit: PAGE })
      .then((answer) => {
        for (const message of answer.messages) this.#put(thread, message);
        thread.more = Boolean(answer.more);
        thread.loaded = true;
      })
      .finally(() => {
        thread.loading = null;
        this.changed(thread.key, "list");
      });
    return thread.loading;
  }

  #put(thread, message) {
    const known = thread.byId.get(message.id);
    message.rev = (known?.rev || 0) + 1;
    thread.byId.set(message.id, message);
    if (known) thread.list[thread.list.indexOf(known)] = message;
    else if (!thread.list.length || thread.list.at(-1).id < message.id) thread.list.push(message);
    else {
      const at = thread.list.findIndex((each) => each.id > message.id);
      thread.list.splice(at < 0 ? thread.list.length : at, 0, message);
    }
    this.putLast(message);
  }

  /** A new message, or one that changed. */
  putMessage(message, isNew) {
    const key = this.keyFor(message);
    const thread = this.threads.get(key);
    const newest = this.last.get(key)?.id || 0;
    if (thread) {
      this.#put(thread, message);
      if (!isNew) this.#quoted(thread, (id) => id === message.id, { text: message.text || message.caption || "" });
    } else this.putLast(message);
    // What the state told already is not counted again.
    if (isNew && !this.playing && message.id > newest) this.#count(message);
    const writer = this.users.get(message.from?.id);
    if (writer && writer.started === false && message.chat === writer.id) {
      // Whoever has written to the bot has started it.
      this.users.set(writer.id, { ...writer, started: true });
      this.changed("people");
    }
    this.changed("list", key);
  }

  /** What quotes a message says the same as that message. */
  #quoted(thread, which, says) {
    for (const each of thread.list) {
      if (!each.reply_to || !which(each.reply_to.id)) continue;
      each.reply_to = { ...each.reply_to, ...says };
      each.rev += 1;
    }
  }

  #count(message) {
    const chat = this.chats.get(message.chat);
    if (!chat) return;
    const people = chat.kind === "private" ? [this.ownerOf(chat)] : (chat.members || []).map((each) => (typeof each === "object" ? each.id : each));
    for (const user of people) {
      if (message.from?.id === user || message.service) continue;
      const name = `${user}:${this.keyFor(message)}`;
      this.unread.set(name, (this.unread.get(name) || 0) + 1);
    }
  }

  /** Forget what is unread: a history that was played is nobody's news. */
  forgetUnread() {
    this.unread.clear();
    this.changed("list");
  }

  unreadOf = (user, chat, thread) => this.unread.get(`${user}:${keyOf(chat, thread)}`) || 0;

  unreadIn(user, chat) {
    let sum = this.unreadOf(user, chat.id);
    for (const topic of chat.topics.values()) sum += this.unreadOf(user, chat.id, topic.id);
    return sum;
  }

  unreadFor(user) {
    return this.chatsOf(user).reduce((sum, chat) => sum + this.unreadIn(user, chat), 0);
  }

  markRead(user, chat, thread) {
    const name = `${user}:${keyOf(chat, thread)}`;
    if (this.unread.delete(name)) this.changed("list");
  }

  remove(chat, ids) {
    const gone = new Set(ids);
    for (const thread of this.threads.values()) {
      if (thread.chat !== chat || !ids.some((id) => thread.byId.has(id))) continue;
      thread.list = thread.list.filter((message) => !gone.has(message.id));
      for (const id of ids) thread.byId.delete(id);
      this.#quoted(thread, (id) => gone.has(id), { from: null, text: "" });
      const newest = thread.list.at(-1);
      if (newest) this.last.set(thread.key, newest);
      else this.last.delete(thread.key);
      this.changed(thread.key);
    }
    this.changed("list");
  }
}

export const store = new Store();
