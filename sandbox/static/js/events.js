// What the server pushes, brought into the store. One function for each type of event.
import { store, keyOf } from "./store.js";

export const statusChanged = new EventTarget();
export const typing = new Map();
const TYPING_MS = 5000;

const APPLY = {
  message: ({ message }) => store.putMessage(message, true),
  edited: ({ message }) => store.putMessage(message, false),
  reaction: ({ message }) => message && store.putMessage(message, false),
  pinned: ({ message }) => message && store.putMessage(message, false),
  deleted: ({ chat, ids }) => store.remove(chat, ids),
  topic: ({ chat, topic }) => store.putTopic(chat, topic),
  chat: ({ chat }) => {
    store.putChat(chat);
    store.changed("list");
  },
  user: ({ user }) => {
    store.users.set(user.id, { ...store.users.get(user.id), ...user });
    store.changed("people", "list");
  },
  commands: ({ bot }) => {
    Object.assign(store.bot, bot);
    store.changed("people");
  },
  clock: ({ now, running }) => store.setNow(now, running),
  typing: ({ chat, thread }) => {
    const key = keyOf(chat, thread);
    clearTimeout(typing.get(key));
    typing.set(key, setTimeout(() => {
      typing.delete(key);
      store.changed(key);
    }, TYPING_MS));
    store.changed(key);
  },
  status: ({ text, progress }) => {
    const before = store.playing;
    // The clock stands while a history is played; when it is only moved on, what happens is news.
    store.playing = typeof progress === "number" && progress < 1 && Boolean(text) && !store.running;
    if (before !== store.playing) store.forgetUnread();
    if (before && !store.playing) statusChanged.dispatchEvent(new Event("played"));
    statusChanged.dispatchEvent(new CustomEvent("status", { detail: { text, progress } }));
  },
};

export function apply(event) {
  APPLY[event.type]?.(event);
}
