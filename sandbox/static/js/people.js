// Faces and colours of people and chats.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { withEmoji } from "./emoji.js";

const TONES = 7;

/** A steady number for a person or group, which picks their colour. */
export const toneOf = (id) => Math.abs(Number(id) || 0) % TONES;

function initials(name) {
  const words = String(name || "?").trim();
  if (/^[\x20-\x7e]+$/.test(words)) return words.split(/\s+/).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
  return [...words].slice(-2).join("");
}

/** `kind`: person, bot or group. */
export function avatar(id, name, kind = "person", size = "") {
  const made = h(`span.avatar${size ? `.${size}` : ""}`, { "aria-hidden": "true", dataset: { tone: kind === "bot" ? "bot" : toneOf(id) } });
  made.append(kind === "bot" ? mailbox() : kind === "group" ? icon("people", 20) : document.createTextNode(initials(name)));
  return made;
}

const mailbox = () => h("span.avatar-mail", null, withEmoji("📮"));

export const badge = (count, words) => (count ? h("span.badge", { "aria-label": words }, count > 999 ? "999+" : String(count)) : null);
