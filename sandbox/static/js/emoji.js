// Emoji from our own sheet, so that they look the same on a machine without an emoji font.
import { h, svg } from "./dom.js";

const SHEET = "/static/emoji.svg";
const HAVE = new Set();
const LIKELY = /[\u203c-\u3299\u{1f000}-\u{1faff}]/u;
const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const nameOf = (text) => "e" + [...text].map((c) => c.codePointAt(0).toString(16)).filter((c) => c !== "fe0f").join("-");

/** Learn which pictures the sheet has; without it the system's font shows them. */
export async function loadEmoji() {
  try {
    const answer = await fetch(SHEET);
    for (const [, name] of (await answer.text()).matchAll(/<symbol id="(e[0-9a-f-]+)"/g)) HAVE.add(name);
  } catch {
    HAVE.clear();
  }
}

/** One emoji as a picture, or as text when the sheet lacks it. */
export function emoji(text) {
  const name = nameOf(text);
  if (!HAVE.has(name)) return h("span.emoji-text", null, text);
  const picture = svg("svg", { class: "emoji", role: "img", "aria-label": text }, svg("use", { href: `${SHEET}#${name}` }));
  return h("span.emoji-box", null, picture, h("span.emoji-copy", { "aria-hidden": "true" }, text));
}

/** Text with its emoji as pictures: a list of nodes and strings. */
export function withEmoji(text) {
  if (!text || !LIKELY.test(text)) return [text];
  const made = [];
  let plain = "";
  for (const { segment } of segments.segment(text)) {
    if (LIKELY.test(segment) && HAVE.has(nameOf(segment))) {
      if (plain) made.push(plain);
      plain = "";
      made.push(emoji(segment));
    } else plain += segment;
  }
  if (plain) made.push(plain);
  return made;
}
