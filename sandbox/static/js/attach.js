// Sending files: looked at first, with a caption; several go as albums.
import * as api from "./api.js";
import { open } from "./dialogs.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { notice } from "./notices.js";
import { sizeWords } from "./times.js";
import { t } from "./words.js";

const ALBUM = 10;
const MOST = 100;
const PHOTO_BYTES = 10 * 1024 * 1024;

function kindOf(file, asFile, asVoice) {
  if (asFile) return "document";
  if (file.type.startsWith("audio/")) return asVoice ? "voice" : "audio";
  if (/^image\/(jpeg|png|webp|bmp)$/.test(file.type) && file.size <= PHOTO_BYTES) return "photo";
  if (file.type === "image/gif") return "animation";
  return file.type.startsWith("video/") ? "video" : "document";
}

/** Albums hold either photos and videos, or one kind of file; what fits together goes together, in order. */
function parcels(files, asFile, asVoice) {
  const made = [];
  for (const file of files) {
    const kind = kindOf(file, asFile, asVoice);
    const family = kind === "photo" || kind === "video" ? "visual" : kind;
    const alone = kind === "voice" || kind === "animation";
    const before = made.at(-1);
    if (before && before.family === family && !alone && before.files.length < ALBUM) {
      before.files.push(file);
      if (before.kind !== kind) before.kind = null;
    } else made.push({ family, kind, files: [file] });
  }
  return made;
}

/** `at`: {user, chat, thread, pane, replyTo}. Resolves true when something was sent. */
export async function attach(at, given, { caption = "", voice = false } = {}) {
  const files = [...given];
  if (!files.length) return false;
  if (files.length > MOST) {
    notice(t("too_many"), at.pane, "bad");
    return false;
  }
  const urls = [];
  const list = h("ul.parcel");
  const words = h("textarea.parcel-caption", { rows: 2, placeholder: t("caption"), "aria-label": t("caption"), maxlength: 1024, value: caption, autofocus: true });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      event.currentTarget.form.requestSubmit();
    }
  });
  const asFile = h("input", { type: "checkbox" });
  const asVoice = h("input", { type: "checkbox", checked: voice });
  const picker = h("input.offscreen", { type: "file", multiple: true, tabindex: "-1", "aria-hidden": "true", onchange: (event) => {
    files.push(...event.target.files);
    draw();
  } });
  function draw() {
    fill(list, files.map((file, i) => {
      let look = h("span.parcel-look", null, icon(file.type.startsWith("audio/") ? "mic" : "file", 22));
      if (file.type.startsWith("image/")) {
        const url = URL.createObjectURL(file);
        urls.push(url);
        look = h("img.parcel-look", { src: url, alt: "" });
      }
      return h("li", null, look, h("span.parcel-words", null, h("span", null, file.name), h("small", null, sizeWords(file.size))),
        h("button.icon-button", { type: "button", title: t("remove"), "aria-label": `${t("remove")} ${file.name}`, onclick: () => {
          files.splice(i, 1);
          draw();
        } }, icon("close", 16)));
    }));
  }
  draw();
  const content = [list, words, files.some((file) => /^(image|video)\//.test(file.type)) && h("label.check", null, asFile, t("as_file")),
    files.some((file) => file.type.startsWith("audio/")) && h("label.check", null, asVoice, t("as_voice")),
    h("button.button.plain", { type: "button", onclick: () => picker.click() }, icon("plus", 16), t("more_files")), picker];
  const answer = await open(t("upload"), content, [{ label: t("cancel"), value: "" }, { label: t("send"), value: "yes", tone: "primary" }], { className: "upload" });
  for (const url of urls) URL.revokeObjectURL(url);
  return answer === "yes" && files.length > 0 && send(at, parcels(files, asFile.checked, asVoice.checked), words.value);
}

async function send(at, made, caption) {
  const bar = h("progress.sending", { max: "1", value: "0", "aria-label": t("sending") });
  at.pane.append(bar);
  try {
    for (const [i, { kind, files }] of made.entries()) {
      const where = { as: at.user, chat: at.chat, thread: at.thread, kind, caption: i === 0 ? caption : "", reply_to: i === 0 ? at.replyTo : null, album: files.length > 1 ? 1 : null };
      await api.upload(where, files, (share) => (bar.value = share));
    }
    return true;
  } catch (error) {
    notice(t("failed", { why: error.message }), at.pane, "bad");
    return false;
  } finally {
    bar.remove();
  }
}
