// Links followed inside the page: those of the bot act here, for the person who followed them; others are only shown.
import { act } from "./actions.js";
import { open } from "./dialogs.js";
import { h } from "./dom.js";
import { copy } from "./keys.js";
import { store } from "./store.js";
import { t } from "./words.js";

const SHORT = new Set(["t.me", "telegram.me", "telegram.dog"]);

function read(href) {
  let url;
  try {
    url = new URL(href, location.href);
  } catch {
    return null;
  }
  if (url.protocol === "tg:" && url.host === "resolve") return { name: url.searchParams.get("domain"), payload: url.searchParams.get("start") };
  if (!SHORT.has(url.hostname)) return null;
  const parts = url.pathname.split("/").filter(Boolean);
  if (parts[0] === "c") return { chat: -Number(`100${parts[1]}`), thread: parts.length > 3 ? Number(parts[2]) : null, message: Number(parts.at(-1)) };
  return { name: parts[0], payload: url.searchParams.get("start") };
}

/** Follow `href` as the person of `pane`. */
export async function follow(href, pane) {
  const found = read(href);
  if (found?.name && found.name.toLowerCase() === (store.bot.username || "").toLowerCase()) {
    pane.show(pane.user, null);
    await act({ user: pane.user, chat: pane.user, pane: pane.element }, { do: "start", payload: found.payload || "" });
    return;
  }
  if (found?.chat) {
    const chat = store.chats.get(found.chat) || [...store.chats.values()].find((each) => String(each.id).endsWith(String(found.chat).slice(4)));
    if (chat && store.isMember(chat, pane.user)) {
      // `…/c/<group>/<topic>` leads to the topic, `…/c/<group>/<topic>/<message>` to one message in it.
      const thread = found.thread ?? (chat.topics.has(found.message) ? found.message : null);
      pane.show(chat.id, thread);
      if (found.message !== thread) pane.view?.jump(found.message);
      return;
    }
  }
  const words = [h("p.dialog-text", null, t("outside")), h("p.dialog-address", null, href)];
  const answer = await open(t("sandbox"), words, [{ label: t("close"), value: "" }, { label: t("copy_link"), value: "copy", tone: "primary" }]);
  if (answer === "copy") copy(href, pane.element);
}
