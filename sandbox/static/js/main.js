// Start: learn what there is, draw it, then follow what happens.
import { openClockbar, status } from "./clockbar.js";
import { h } from "./dom.js";
import { loadEmoji } from "./emoji.js";
import { apply, statusChanged } from "./events.js";
import { announce, notice } from "./notices.js";
import { openPanes, panes } from "./panes.js";
import { openRail } from "./rail.js";
import { openShortcuts } from "./shortcuts.js";
import { listen } from "./socket.js";
import { store } from "./store.js";
import { openTheme } from "./theme.js";
import { t } from "./words.js";

const RETRY_MS = 1500;

async function loaded() {
  for (;;) {
    try {
      await Promise.all([store.load(), loadEmoji()]);
      return;
    } catch {
      status(t("loading"));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** After a lost connection: ask for everything again, and for the newest messages of what is open. */
async function again() {
  status("");
  const open = [...store.threads.values()].filter((thread) => thread.loaded);
  for (const thread of open) Object.assign(thread, { list: [], more: true, loaded: false });
  for (const thread of open) thread.byId.clear();
  const before = store.epoch;
  await store.load();
  // Another sandbox answers at this address: begin anew.
  if (store.epoch !== before) location.reload();
  await Promise.all(panes.map((pane) => pane.view?.load()));
  notice(t("back_again"));
}

const early = [];
let receive = (event) => early.push(event);

openTheme();
document.getElementById("waiting").textContent = t("loading");
await listen({
  event: (event) => receive(event),
  lost: () => {
    status(t("lost"));
    announce(t("lost"));
  },
  back: () => again().catch((error) => notice(t("failed", { why: error.message }), null, "bad")),
});
await loaded();
document.title = `${store.bot.name || t("product")} · ${t("sandbox")}`;
document.getElementById("waiting").remove();
status("");
openClockbar();
openPanes();
openRail();
openShortcuts();
store.addEventListener("change", ({ detail }) => {
  for (const pane of panes) pane.update(detail);
});
for (const name of ["focus", "visibilitychange"]) {
  window.addEventListener(name, () => panes.forEach((pane) => pane.view?.marks()));
}
// While the sample is played nobody has chosen anything yet: then show where it ended.
statusChanged.addEventListener("played", () => panes.forEach((pane) => pane.chosen || pane.settle()));
// What happened since the state was asked for, in order.
receive = apply;
early.forEach(apply);
document.body.append(h("div.notices"));
document.body.dataset.ready = "yes";
