// One row of a chat as an element: a day, a service line, or a bubble with all that it holds.
import { h } from "./dom.js";
import { emoji, withEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { keyboard } from "./keys.js";
import { card, files, place, poll } from "./media.js";
import { avatar, toneOf } from "./people.js";
import { rich } from "./rich.js";
import { gist, serviceWords, wordsOf } from "./rows.js";
import { store } from "./store.js";
import { dayWords, fullOf, timeOf } from "./times.js";
import { t } from "./words.js";

const LONG_CHARACTERS = 900;
const LONG_LINES = 22;
const expanded = new Set();

/** Row of `rows.js` → element. `on`: what can be done with it, see `view.js`. */
export function draw(row, on) {
  if (row.kind === "day") return h("div.day", { role: "separator" }, h("span", null, dayWords(row.date, store.now())));
  if (row.kind === "service") return h("div.service", { dataset: { id: row.messages[0].id } }, h("span", null, withEmoji(serviceWords(row.messages[0], t))));
  return bubbleRow(row, on);
}

function bubbleRow(row, on) {
  const [message] = row.messages;
  const mine = message.from?.id === on.user;
  const many = on.group && !mine;
  const bubble = h("div.bubble", null, content(row, mine, many, on));
  const line = h(`article.row${mine ? ".mine" : ""}${message.protected ? ".guarded" : ""}${row.first ? ".first" : ""}${row.last ? ".last" : ""}`, {
    dataset: { id: message.id }, tabindex: "-1", "aria-label": label(row, mine),
    oncontextmenu: (event) => {
      if (event.target.closest("a, .link, input, video")) return;
      event.preventDefault();
      on.menu(row, { x: event.clientX, y: event.clientY });
    },
  });
  if (many) line.append(row.last ? avatar(message.from?.id, message.from?.name, message.from?.is_bot ? "bot" : "person", "small") : h("span.avatar-space"));
  const body = h("div.row-body", null, bubble, keyboard(row.messages.find((each) => each.buttons?.length) || message, on));
  line.append(body, h("button.row-menu", { type: "button", tabindex: "-1", title: t("message_menu"), "aria-label": t("message_menu"), onclick: (event) => on.menu(row, event.currentTarget) }, icon("more", 18)));
  return line;
}

const label = (row, mine) => `${mine ? t("you") : row.messages[0].from?.name || ""}, ${timeOf(row.messages[0].date)}: ${row.messages.map((m) => gist(m, t)).join(" ")}`;

function content(row, mine, many, on) {
  const [message] = row.messages;
  const worded = row.messages.find((each) => wordsOf(each)) || message;
  const text = wordsOf(worded);
  const shown = files(row.messages);
  const onlyVisual = shown.length === 1 && !text && /picture|film|album|sticker/.test(shown[0].className);
  return [
    many && row.first && h("div.sender", { dataset: { tone: message.from?.is_bot ? "bot" : toneOf(message.from?.id) } }, message.from?.name),
    message.forward && h("div.forwarded", null, t("forwarded", { name: message.forward.name || message.forward })),
    message.reply_to && quote(message.reply_to, on),
    shown.length ? h("div.files", null, shown) : null,
    message.location && place(message.location),
    message.contact && card(message.contact),
    message.poll && poll(message.poll),
    text && words(worded, text, on),
    h(`span.foot${onlyVisual ? ".over" : ""}`, null, message.protected && h("span.shield", { role: "img", title: t("protected"), "aria-label": t("protected") }, icon("shield", 12)),
      row.messages.some((each) => each.edited) && h("span.edited", null, t("edited")), h("time", { title: fullOf(message.date) }, timeOf(row.messages.at(-1).date)), mine && icon("check", 13)),
    reactions(row.messages, on),
  ];
}

function words(message, text, on) {
  const long = text.length > LONG_CHARACTERS || text.split("\n").length > LONG_LINES;
  const made = h("div.words", { dir: "auto" }, rich(text, message.entities, on));
  if (!long) return made;
  const name = `${message.chat}/${message.id}`;
  const button = h("button.expand", { type: "button" });
  const set = (isOpen) => {
    made.classList.toggle("clamped", !isOpen);
    button.textContent = isOpen ? t("collapse") : t("expand");
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) expanded.add(name);
    else expanded.delete(name);
  };
  button.addEventListener("click", () => set(made.classList.contains("clamped")));
  set(expanded.has(name));
  return h("div.long", null, made, button);
}

function quote(reply, on) {
  const gone = !reply.from && !reply.text;
  const name = typeof reply.from === "object" ? reply.from?.name : reply.from;
  return h("button.quote", { type: "button", disabled: gone, dataset: { tone: reply.from?.is_bot ? "bot" : toneOf(reply.from?.id) }, onclick: () => on.jump(reply.id) },
    name && h("strong", null, name), h("span", null, gone ? t("deleted_message") : withEmoji((reply.text || t("photo")).slice(0, 120))));
}

function reactions(messages, on) {
  const counts = new Map();
  for (const message of messages) {
    for (const { emoji: face, from } of message.reactions || []) {
      if (!counts.has(face)) counts.set(face, []);
      counts.get(face).push({ from, message });
    }
  }
  if (!counts.size) return null;
  const nameOf = (from) => (typeof from === "object" ? from?.name : from === store.bot.id ? store.bot.name : store.users.get(from)?.name) || "";
  const idOf = (from) => (typeof from === "object" ? from?.id : from);
  return h("div.reactions", null, [...counts].map(([face, by]) => {
    const own = by.some(({ from }) => idOf(from) === on.user);
    return h(`button.reaction${own ? ".own" : ""}`, { type: "button", "aria-pressed": String(own), title: by.map(({ from }) => nameOf(from)).join("、"), onclick: () => on.react(by[0].message, own ? "" : face) },
      emoji(face), by.length > 1 && h("span", null, String(by.length)));
  }));
}
