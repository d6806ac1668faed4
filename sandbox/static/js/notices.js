// Short notices that go away by themselves, and one place that reads them out.
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";

const SHOWN_MS = 3800;
const spoken = document.getElementById("spoken");

export function announce(text) {
  spoken.textContent = "";
  requestAnimationFrame(() => (spoken.textContent = text));
}

/** `where`: the pane it belongs to; without one it is shown over the page. */
export function notice(text, where, tone = "") {
  if (!text) return;
  const chat = where?.querySelector(".chat");
  const home = chat?.offsetParent ? chat : where || document.body;
  const holder = home.querySelector(":scope > .notices") || home.appendChild(h("div.notices"));
  const made = h(`div.notice${tone ? `.${tone}` : ""}`, null, withEmoji(text));
  holder.append(made);
  while (holder.childElementCount > 3) holder.firstElementChild.remove();
  announce(text);
  setTimeout(() => made.remove(), SHOWN_MS + text.length * 30);
}
