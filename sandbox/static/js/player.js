// Voice messages and music: one button, a line that can be dragged, the time. Only one plays at once.
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { duration, sizeWords } from "./times.js";
import { t } from "./words.js";

let playing = null;

export function player(file) {
  const sound = new Audio();
  sound.preload = "none";
  sound.src = file.url;
  const name = file.kind === "voice" ? t("voice") : file.name || t("audio");
  const button = h("button.player-button", { type: "button", onclick: toggle });
  const line = h("input.player-line", { type: "range", min: "0", max: "1000", value: "0", "aria-label": name });
  const time = h("span.player-time", null, file.duration ? duration(file.duration) : sizeWords(file.size));
  const draw = () => {
    const going = !sound.paused;
    button.setAttribute("aria-label", going ? t("pause") : t("play"));
    fill(button, icon(going ? "pause" : "play", 18));
  };

  async function toggle() {
    if (!sound.paused) return sound.pause();
    if (playing && playing !== sound) playing.pause();
    playing = sound;
    try {
      await sound.play();
    } catch {
      time.textContent = t("file_gone");
    }
    return undefined;
  }
  sound.addEventListener("play", draw);
  sound.addEventListener("pause", draw);
  sound.addEventListener("timeupdate", () => {
    const whole = Number.isFinite(sound.duration) ? sound.duration : file.duration || 0;
    line.value = whole ? String((1000 * sound.currentTime) / whole) : "0";
    time.textContent = duration(sound.currentTime);
  });
  line.addEventListener("input", () => {
    if (Number.isFinite(sound.duration)) sound.currentTime = (sound.duration * Number(line.value)) / 1000;
  });
  draw();
  return h("div.player", null, button, h("div.player-body", null, h("span.player-name", null, name), line, time));
}
