// Text with entities (bold, links, code …) as elements. Offsets count UTF-16 units, as strings in the browser do.
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const LINKS = new Set(["url", "text_link", "email", "phone_number"]);
const BARE = /https?:\/\/[^\s<>"'，。；！？、）】》]+/g;

function hrefOf(entity, text) {
  if (entity.type === "text_link") return entity.url;
  return /^[a-z]+:/i.test(text) ? text : `https://${text}`;
}

function wrap(entity, text, children, on) {
  if (entity.type === "spoiler") return h("span.spoiler", { tabindex: "0", role: "button", onclick: (e) => e.currentTarget.classList.add("shown") }, children);
  if (entity.type === "bot_command") return h("button.inline-link", { type: "button", onclick: () => on.command(text) }, children);
  if (entity.type === "mention" || entity.type === "text_mention" || entity.type === "hashtag") return h("span.mention", null, children);
  if (LINKS.has(entity.type)) {
    if (entity.type === "email" || entity.type === "phone_number") return h("span.mention", null, children);
    return link(hrefOf(entity, text), children, on);
  }
  const tag = TAGS[entity.type];
  return tag ? h(tag, null, children) : children;
}

/** A link that leads out only through `on.link`: without an address of its own no click of any kind leaves the page. */
export function link(href, children, on) {
  const follow = (event) => {
    event.preventDefault();
    on.link(href);
  };
  return h("span.link", { role: "link", tabindex: "0", title: href, onclick: follow, onkeydown: (event) => event.key === "Enter" && follow(event) }, children);
}

function plain(text, on) {
  const made = [];
  let from = 0;
  for (const found of text.matchAll(BARE)) {
    made.push(...withEmoji(text.slice(from, found.index)), link(found[0], [found[0]], on));
    from = found.index + found[0].length;
  }
  made.push(...withEmoji(text.slice(from)));
  return made;
}

function build(text, from, until, entities, on, linked) {
  const made = [];
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, until);
    if (entity.offset < at || end <= entity.offset) continue;
    made.push(...part(text.slice(at, entity.offset), on, linked));
    const inner = entities.slice(i + 1).filter((each) => each.offset >= entity.offset && each.offset + each.length <= end);
    const isLink = linked || LINKS.has(entity.type) || entity.type === "code" || entity.type === "pre";
    made.push(wrap(entity, text.slice(entity.offset, end), build(text, entity.offset, end, inner, on, isLink), on));
    at = end;
  }
  made.push(...part(text.slice(at, until), on, linked));
  return made;
}

const part = (text, on, linked) => (linked ? withEmoji(text) : plain(text, on));

/** `on.link(href)` and `on.command(text)` are called when somebody follows one. */
export function rich(text, entities, on) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, on, false);
}
