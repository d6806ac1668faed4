// What people do, as calls of the server: refusals are shown in the pane where they happened.
import * as api from "./api.js";
import { askFor, confirm, open } from "./dialogs.js";
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { copy } from "./keys.js";
import { openMenu } from "./menus.js";
import { notice } from "./notices.js";
import { avatar } from "./people.js";
import { wordsOf } from "./rows.js";
import { store } from "./store.js";
import { t } from "./words.js";

const FACES = ["👍", "❤", "👏", "🙏", "👌", "🤔", "😢"];

/** Do one thing as the person of this place ({user, chat, thread, pane}); true if it worked. */
export async function act(at, what) {
  try {
    return await api.act({ as: at.user, chat: at.chat, thread: at.thread || null, ...what });
  } catch (error) {
    notice(t("failed", { why: error.message }), at.pane, "bad");
    return null;
  }
}

async function forwardTo(at, messages) {
  const places = [];
  for (const chat of store.chatsOf(at.user)) {
    if (!chat.forum) places.push({ chat: chat.id, thread: null, name: store.titleOf(chat), kind: chat.kind });
    for (const topic of chat.topics.values()) if (!topic.closed) places.push({ chat: chat.id, thread: topic.id, name: `${chat.title} · ${topic.name}`, kind: "group" });
  }
  let chosen = null;
  const list = h("div.picker", null, places.map((place) => h("button.picker-item", { type: "button", onclick: (event) => {
    chosen = place;
    event.currentTarget.closest("dialog").close("yes");
  } }, avatar(place.chat, place.name, place.kind === "private" ? "bot" : "group", "small"), h("span", null, place.name))));
  await open(t("forward_to"), list, []);
  if (chosen) await act(at, { do: "forward", messages: messages.map((each) => each.id), message: messages[0].id, to_chat: chosen.chat, to_thread: chosen.thread });
}

/** The menu of one message: what this person may do with it. */
export function messageMenu(at, row, where, { reply, edit }) {
  const [message] = row.messages;
  const mine = message.from?.id === at.user;
  const chat = store.chats.get(at.chat);
  const privately = chat?.kind !== "group";
  const admin = (chat?.admins || []).includes(at.user);
  const text = row.messages.map(wordsOf).filter(Boolean).join("\n");
  const own = (message.reactions || []).find(({ from }) => (typeof from === "object" ? from?.id : from) === at.user)?.emoji;
  const items = [
    { label: t("react"), row: FACES.map((face) => ({ label: face, face: emoji(face), run: () => react(at, message, own === face ? "" : face) })) },
    { label: t("reply"), icon: "reply", mark: "R", run: () => reply(message) },
    mine && wordsOf(message) && !message.forward && { label: t("edit"), icon: "edit", mark: "↑", run: () => edit(row.messages.find(wordsOf) || message) },
    text && !message.protected && { label: t("copy_text"), icon: "copy", run: () => copy(text, at.pane) },
    !message.protected && { label: t("forward"), icon: "forward", run: () => forwardTo(at, row.messages) },
    admin && !message.pinned && { label: t("pin"), icon: "pin", run: () => act(at, { do: "pin", message: message.id }) },
    (mine || privately || admin) && "line",
    (mine || privately || admin) && { label: t("delete"), icon: "trash", tone: "danger", run: async () => {
      if (await confirm(t("delete_sure"), t("delete"))) await act(at, { do: "delete", messages: row.messages.map((each) => each.id), message: message.id });
    } },
  ];
  openMenu(where, items, { label: t("message_menu"), from: document.querySelector(`.row[data-id="${message.id}"]`) || undefined });
}

export const react = (at, message, face) => act(at, { do: "react", message: message.id, emoji: face });

/** Things that the mailbox cannot use, for trying what it says to them; and places, cards. */
export function otherMenu(at, button, chooseVoice) {
  const items = [
    { label: t("voice"), icon: "mic", run: chooseVoice },
    { label: t("location"), icon: "place", run: () => sendPlace(at) },
    { label: t("contact"), icon: "person", run: () => sendContact(at) },
    { label: t("sticker"), icon: "smile", run: () => act(at, { do: "sticker", emoji: "👍" }) },
    { label: t("poll"), icon: "poll", run: () => sendPoll(at) },
  ];
  openMenu(button, items, { label: t("other"), above: true });
}

async function sendPlace(at) {
  const given = await askFor(t("place_sent"), [{ name: "latitude", label: t("latitude"), value: "39.90872" }, { name: "longitude", label: t("longitude"), value: "116.39748" }]);
  if (given) await act(at, { do: "location", latitude: Number(given.latitude), longitude: Number(given.longitude) });
}

async function sendContact(at) {
  const given = await askFor(t("contact"), [{ name: "name", label: t("name"), value: store.users.get(at.user)?.name }, { name: "phone", label: t("phone"), value: "13800000000" }]);
  if (given) await act(at, { do: "contact", name: given.name, first_name: given.name, phone: given.phone });
}

async function sendPoll(at) {
  const given = await askFor(t("poll"), [{ name: "question", label: t("poll_question") }, { name: "options", label: t("poll_options"), rows: 4 }]);
  if (given) await act(at, { do: "poll", question: given.question, options: given.options.split("\n").map((each) => each.trim()).filter(Boolean) });
}

/** The menu of a chat's head: the topic's, or the bot's. */
export function chatMenu(at, button) {
  const chat = store.chats.get(at.chat);
  const topic = chat?.topics.get(at.thread);
  const user = store.users.get(at.user);
  const items = topic ? topicItems(at, topic) : chat?.kind === "group" ? [chat.forum && newTopic(at)] : [
    { label: t("restart"), icon: "play", run: () => act(at, { do: "start" }) },
    user?.blocked ? { label: t("unblock"), icon: "unlock", run: () => act(at, { do: "unblock" }) } : { label: t("block"), icon: "ban", tone: "danger", run: () => act(at, { do: "block" }) },
  ];
  if (items.some(Boolean)) openMenu(button, items, { label: t("menu") });
}

const newTopic = (at) => ({ label: t("topic_open"), icon: "plus", run: async () => {
  const given = await askFor(t("topic_open"), [{ name: "name", label: t("topic_name"), most: 128 }], t("save"));
  if (given?.name.trim()) await act(at, { do: "topic_open", name: given.name.trim() });
} });

function topicItems(at, topic) {
  return [
    { label: t("topic_rename"), icon: "edit", run: async () => {
      const given = await askFor(t("topic_rename"), [{ name: "name", label: t("topic_name"), value: topic.name, most: 128 }], t("save"));
      if (given?.name.trim()) await act(at, { do: "topic_rename", name: given.name.trim() });
    } },
    topic.closed ? { label: t("topic_reopen"), icon: "unlock", run: () => act(at, { do: "topic_reopen" }) } : { label: t("topic_close"), icon: "lock", run: () => act(at, { do: "topic_close" }) },
    "line",
    { label: t("topic_delete"), icon: "trash", tone: "danger", run: async () => {
      if (await confirm(t("topic_delete_sure", { name: topic.name }), t("delete"))) await act(at, { do: "topic_delete" });
    } },
  ];
}
