// The commands that the bot offers to this person in this chat, chosen while typing after a slash.
import { fill, h } from "./dom.js";
import { store } from "./store.js";

let made = 0;

/** The menu of the narrowest scope that has one, as Telegram chooses it. */
export function commandsFor(at) {
  const known = store.bot.commands || [];
  if (Array.isArray(known)) return known;
  const group = store.chats.get(at.chat)?.kind === "group";
  const names = group
    ? [`chat_member:${at.chat}:${at.user}`, `chat_administrators:${at.chat}`, `chat:${at.chat}`, "all_chat_administrators", "all_group_chats", "default"]
    : [`chat:${at.chat}`, "all_private_chats", "default"];
  return names.map((name) => known[name]).find((each) => each?.length) || [];
}

/** Show the commands that begin with `text` in `box`; null when none do. */
export function suggest(at, text, box, choose) {
  const asked = /^\/(\w*)$/.exec(text);
  const found = asked ? commandsFor(at).filter((each) => each.command.startsWith(asked[1].toLowerCase())) : [];
  box.hidden = !found.length;
  if (!found.length) return null;
  let current = -1;
  made += 1;
  const items = found.map((each, i) => h("div.suggestion", { role: "option", id: `command-${made}-${i}`, onpointerdown: (event) => event.preventDefault(), onclick: () => take(i) }, h("strong", null, `/${each.command}`), h("span", null, each.description)));
  fill(box, items);
  const close = () => (box.hidden = true);
  function take(i) {
    close();
    choose(`/${found[i].command}`);
  }
  function mark(i) {
    current = (i + items.length) % items.length;
    items.forEach((item, at_) => {
      item.classList.toggle("current", at_ === current);
      item.setAttribute("aria-selected", String(at_ === current));
    });
    items[current].scrollIntoView({ block: "nearest" });
  }
  return {
    close,
    /** Whether the key was one for the list. */
    key(event) {
      if (box.hidden) return false;
      if (event.key === "ArrowDown") mark(current + 1);
      else if (event.key === "ArrowUp") mark(current < 0 ? items.length - 1 : current - 1);
      else if (event.key === "Tab") mark(current + 1);
      else if (event.key === "Enter" && current >= 0) take(current);
      else if (event.key === "Escape") close();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
