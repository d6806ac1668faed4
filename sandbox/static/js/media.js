// Photos, albums, files, sounds, places and cards inside a bubble.
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { icon } from "./icons.js";
import { lightbox } from "./lightbox.js";
import { avatar } from "./people.js";
import { player } from "./player.js";
import { sizeWords } from "./times.js";
import { t } from "./words.js";

const MOST_WIDE = 320;
const MOST_HIGH = 300;
const LOOKS = { pdf: "pdf", xlsx: "sheet", xls: "sheet", csv: "sheet", docx: "words", doc: "words", pptx: "slides", zip: "pack" };
const isPicture = (file) => file.kind === "photo" || (file.kind === "animation" && (file.mime || "").startsWith("image/"));
const isVisual = (file) => isPicture(file) || file.kind === "video" || file.kind === "animation";

/** The size at which a picture is shown, known before it has loaded so that nothing jumps. */
function sized(element, file) {
  if (!file.width || !file.height) return element;
  const scale = Math.min(MOST_WIDE / file.width, MOST_HIGH / file.height, 1);
  element.style.aspectRatio = `${file.width} / ${file.height}`;
  element.style.width = `${Math.max(120, Math.round(file.width * scale))}px`;
  return element;
}

function picture(file, open) {
  const image = h("img", { src: file.thumb || file.url, alt: file.name || t("photo"), loading: "lazy", decoding: "async" });
  image.addEventListener("error", () => image.replaceWith(h("span.file-gone", null, t("file_gone"))));
  return sized(h("button.picture", { type: "button", "aria-label": t("open_photo"), onclick: open }, image), file);
}

function film(file) {
  const video = h("video", { src: file.url, controls: true, preload: "metadata", playsinline: true, loop: file.kind === "animation", "aria-label": t(file.kind) });
  return sized(h(`div.film${file.kind === "video_note" ? ".round" : ""}`, null, video), file);
}

function paper(file, guarded) {
  const ending = (file.name || "").includes(".") ? file.name.split(".").at(-1).toLowerCase() : "";
  const inside = [
    h("span.paper-look", { dataset: { look: LOOKS[ending] || "other" }, "aria-hidden": "true" }, ending.slice(0, 4) || icon("file")),
    h("span.paper-words", null, h("span.paper-name", null, file.name || t("document")), h("small", null, sizeWords(file.size))),
  ];
  if (guarded || !file.url) return h("span.paper", null, inside);
  return h("a.paper", { href: file.url, download: file.name || "file" }, h("span.offscreen", null, t("download")), inside, icon("download", 18));
}

const SHOW = {
  photo: picture,
  video: film,
  video_note: film,
  voice: player,
  audio: player,
};

function sticker(file) {
  if (file.url && !file.emoji) return h("img.sticker", { src: file.url, alt: t("sticker") });
  return h("span.sticker", { role: "img", "aria-label": t("sticker") }, emoji(file.emoji || "🙂"));
}

/** All files of one row of messages: pictures and films as a grid, the others below one another. */
export function files(messages) {
  const all = messages.flatMap((message) => (message.files || []).map((file) => ({ file, message })));
  const visual = all.filter(({ file }) => isVisual(file));
  const pictures = visual.filter(({ file }) => isPicture(file));
  const shown = pictures.map(({ file, message }) => ({ url: file.url, name: file.name, caption: message.caption, guarded: message.protected }));
  const made = [];
  if (visual.length) {
    const cells = visual.map((each) => isPicture(each.file) ? picture(each.file, () => lightbox(shown, pictures.indexOf(each))) : film(each.file));
    made.push(visual.length === 1 ? cells[0] : h("div.album", { dataset: { count: Math.min(visual.length, 10) }, role: "group", "aria-label": t("photos", { n: visual.length }) }, cells));
  }
  for (const { file, message } of all) {
    if (isVisual(file)) continue;
    if (file.kind === "sticker") made.push(sticker(file));
    else made.push(file.kind === "document" || !SHOW[file.kind] || !file.url ? paper(file, message.protected) : SHOW[file.kind](file));
  }
  return made;
}

/** A place, drawn without any map from elsewhere. */
export function place({ latitude, longitude, title, address }) {
  return h("div.place", null, h("div.place-map", { "aria-hidden": "true" }, icon("place", 32)), h("div.place-words", null, h("span", null, title || t("location")), h("small", null, address || `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`)));
}

export function card(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ") || contact.name || t("contact");
  return h("div.card", null, avatar(contact.user_id || 0, name), h("div.card-words", null, h("span", null, name), h("small", null, contact.phone_number || contact.phone || "")));
}

export function poll(asked) {
  return h("div.poll", null, h("strong", null, asked.question), h("ul", null, (asked.options || []).map((option) => h("li", null, typeof option === "string" ? option : option.text))));
}
