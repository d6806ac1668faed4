// Pictures at full size: arrows turn, Esc closes.
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** `pictures`: [{url, name, caption, guarded}]. */
export function lightbox(pictures, at) {
  const stage = h("div.lightbox-stage");
  const dialog = h("dialog.lightbox", { "aria-label": t("photo") });
  const turn = (step) => {
    at = (at + step + pictures.length) % pictures.length;
    draw();
  };
  function draw() {
    const { url, name, caption, guarded } = pictures[at];
    fill(
      stage,
      h("div.lightbox-bar", null, h("span.lightbox-name", null, pictures.length > 1 ? `${at + 1} / ${pictures.length}` : name || ""),
        guarded ? null : h("a.icon-button", { href: url, download: name || "photo.jpg", title: t("download"), "aria-label": t("download") }, icon("download")),
        h("button.icon-button", { type: "button", title: t("close"), "aria-label": t("close"), onclick: () => dialog.close() }, icon("close"))),
      h("img.lightbox-picture", { src: url, alt: caption || name || t("photo") }),
      caption && h("p.lightbox-caption", null, caption),
      pictures.length > 1 && h("button.lightbox-turn.previous", { type: "button", "aria-label": t("previous"), onclick: () => turn(-1) }, icon("left", 28)),
      pictures.length > 1 && h("button.lightbox-turn.next", { type: "button", "aria-label": t("next"), onclick: () => turn(1) }, icon("right", 28)),
    );
  }
  dialog.append(stage);
  dialog.addEventListener("click", (event) => (event.target === dialog || event.target === stage) && dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && pictures.length > 1) turn(step);
  });
  const before = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.isConnected && before.focus();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
}
