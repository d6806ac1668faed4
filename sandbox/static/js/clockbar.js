// The bar at the top: what time it is in the sandbox, moving it on, and what is going on.
import * as api from "./api.js";
import { statusChanged } from "./events.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { openKeysHelp } from "./shortcuts.js";
import { notice } from "./notices.js";
import { switchTheme } from "./theme.js";
import { store } from "./store.js";
import { dateOf, fullOf, timeOf, weekdayOf } from "./times.js";
import { switchLanguage, t } from "./words.js";

const bar = document.getElementById("clockbar");
const progress = document.getElementById("progress");
const MOVES = [["hour", { skip: "hour" }], ["workday", { skip: "workday" }], ["week", { skip: "week" }]];
const LOOK_AGAIN_MS = 1000;
const ENDED_MS = 900;

async function run(buttons, busy, work, done) {
  for (const button of buttons) button.disabled = true;
  status(busy);
  try {
    await work();
    notice(done());
  } catch (error) {
    notice(t("failed", { why: error.message }), null, "bad");
  }
  status("");
  for (const button of buttons) button.disabled = false;
}

/** One line under the bar; `share` (0–1) draws how far it is. */
function status(text, share) {
  const idle = !text;
  progress.hidden = idle;
  if (idle) return;
  const known = typeof share === "number";
  fill(progress, h("span", null, text), h("progress", known ? { max: "1", value: String(share), "aria-label": text } : { "aria-label": text }));
}

export function openClockbar() {
  const date = h("span.clock-date");
  const weekday = h("span.clock-weekday");
  const time = h("strong.clock-time");
  const buttons = MOVES.map(([name, move]) => h("button.clock-move", { type: "button", dataset: { move: name } }, t(name)));
  const digest = h("button.clock-move.digest", { type: "button", dataset: { move: "digest" } }, t("digest"));
  digest.hidden = Array.isArray(store.hooks) && !store.hooks.includes("digest");
  const all = [...buttons, digest];
  MOVES.forEach(([, move], i) => buttons[i].addEventListener("click", () => run(all, t("moving"), async () => {
    const answer = await api.clock(move);
    if (answer.now) store.setNow(answer.now, answer.running);
  }, () => t("moved", { when: fullOf(store.now()) }))));
  digest.addEventListener("click", () => run(all, t("digest"), () => api.host("digest"), () => t("digest_sent")));
  const tool = (name, label, work) => h("button.icon-button", { type: "button", title: label, "aria-label": label, onclick: work }, icon(name));
  fill(bar,
    h("h1.brand", null, h("span.brand-name", null, store.bot.name || t("product")), h("span.brand-mark", null, t("sandbox"))),
    h("div.clock", { role: "group", "aria-label": t("clock") }, h("div.clock-now", { "aria-live": "off" }, date, weekday, time), h("div.clock-moves", null, all)),
    h("div.bar-end", null, h("span.note", { title: t("note") }, icon("shield", 15), h("span", null, t("note"))),
      tool("keys", t("keys"), openKeysHelp), tool("moon", t("theme"), switchTheme), h("button.language", { type: "button", onclick: switchLanguage }, t("language"))));

  function tick() {
    const now = store.now();
    date.textContent = dateOf(now);
    weekday.textContent = weekdayOf(now);
    time.textContent = timeOf(now);
  }
  tick();
  setInterval(tick, LOOK_AGAIN_MS);
  store.addEventListener("change", ({ detail }) => detail.has("clock") && tick());
  let ending = 0;
  statusChanged.addEventListener("status", ({ detail }) => {
    clearTimeout(ending);
    status(detail.text, detail.progress);
    if (detail.progress >= 1) ending = setTimeout(() => status(""), ENDED_MS);
  });
}

export { status };
