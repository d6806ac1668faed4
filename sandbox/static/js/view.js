// The messages of one chat or topic: a window over the list, so that a thousand of them cost no more than a hundred.
import { fill, h, nextFrame } from "./dom.js";
import { typing } from "./events.js";
import { icon } from "./icons.js";
import { draw } from "./message.js";
import { announce } from "./notices.js";
import { avatar } from "./people.js";
import { gist, rowsOf } from "./rows.js";
import { store } from "./store.js";
import { dayOf } from "./times.js";
import { t } from "./words.js";

const FIRST = 60;
const STEP = 40;
const MOST = 180;
const NEAR_PIXELS = 500;

export class View {
  /** `on`: user, group, pane and what can be done with a message (menu, react, link, command, failed). */
  constructor(chat, threadId, on) {
    this.thread = store.thread(chat, threadId);
    this.on = { ...on, jump: (id) => this.jump(id) };
    this.drawn = new Map();
    this.count = FIRST;
    this.skipped = 0;
    this.fresh = 0;
    this.pinnedToEnd = true;
    this.list = h("div.messages", { role: "log", "aria-label": t("messages"), "aria-live": "off" });
    this.foot = h("div.typing", { hidden: true }, t("typing"));
    this.scroller = h("div.scroller", { tabindex: "0" }, this.list, this.foot);
    this.badge = h("span.badge", { hidden: true });
    this.toEnd = h("button.to-end", { type: "button", hidden: true, title: t("to_newest"), "aria-label": t("to_newest"), onclick: () => this.end() }, icon("down"), this.badge);
    this.element = h("div.view", null, this.scroller, this.toEnd);
    this.scroller.addEventListener("scroll", nextFrame(() => this.scrolled()), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.keys(event));
    this.sizes = new ResizeObserver(() => {
      if (this.pinnedToEnd) this.stick();
      this.marks();
    });
    this.sizes.observe(this.list);
    this.sizes.observe(this.scroller);
    this.newest = this.thread.list.at(-1)?.id || 0;
    this.load().then(() => (this.newest = this.thread.list.at(-1)?.id || 0));
    this.update();
  }

  close() {
    this.sizes.disconnect();
  }

  async load() {
    try {
      await store.loadMore(this.thread);
    } catch (error) {
      this.on.failed(error);
    }
  }

  /** Bring the elements to what the store knows now. */
  update() {
    const { list } = this.thread;
    const last = list.at(-1);
    if (last && last.id > this.newest && this.thread.loaded) this.arrived(list.filter((each) => each.id > this.newest));
    if (this.pinnedToEnd) this.skipped = 0;
    const until = list.length - this.skipped;
    const shown = list.slice(Math.max(0, until - this.count), until);
    const rows = rowsOf(shown);
    const anchor = this.pinnedToEnd ? null : this.anchor();
    const fresh = new Map();
    const elements = rows.map((row) => {
      const known = this.drawn.get(row.key);
      const sign = row.kind === "day" ? `${row.sign}|${dayOf(store.now())}` : row.sign;
      const element = known && known.sign === sign ? known.element : draw(row, this.on);
      fresh.set(row.key, { sign, element, row });
      return element;
    });
    this.drawn = fresh;
    this.place(elements);
    this.foot.hidden = !typing.has(this.thread.key);
    if (anchor) this.restore(anchor);
    else if (this.pinnedToEnd) this.stick();
    this.marks();
  }

  /** Put the elements in order, touching only what is not in place, so that focus and players stay. */
  place(elements) {
    const rows = [...elements];
    if (!rows.length) {
      rows.push(h("div.empty", null, avatar(this.thread.chat, "", this.on.group ? "group" : "bot"), h("p", null, this.thread.loaded ? t("no_messages") : t("loading"))));
    } else if (this.thread.more && this.skipped + this.count >= this.thread.list.length) {
      this.earlier ??= h("div.earlier", null, t("earlier"));
      rows.unshift(this.earlier);
    }
    const keep = new Set(rows);
    for (const child of [...this.list.children]) if (!keep.has(child)) child.remove();
    rows.forEach((element, i) => {
      if (this.list.children[i] !== element) this.list.insertBefore(element, this.list.children[i] || null);
    });
  }

  arrived(messages) {
    this.newest = messages.at(-1).id;
    const others = messages.filter((each) => each.from?.id !== this.on.user && !each.service);
    if (messages.some((each) => each.from?.id === this.on.user)) this.pinnedToEnd = true;
    if (!this.pinnedToEnd) {
      this.fresh += others.length;
      this.skipped += messages.length;
    }
    if (others.length && this.on.pane.contains(document.activeElement)) announce(`${others.at(-1).from?.name || ""}: ${gist(others.at(-1), t)}`);
  }

  stick() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** The first row in sight and where it stands, to be put back there after rows were added above. */
  anchor() {
    const top = this.scroller.getBoundingClientRect().top;
    for (const element of this.list.children) {
      const box = element.getBoundingClientRect();
      if (box.bottom > top && element.dataset.id) return { id: element.dataset.id, at: box.top };
    }
    return null;
  }

  restore({ id, at }) {
    const element = this.list.querySelector(`[data-id="${id}"]`);
    if (element) this.scroller.scrollTop += element.getBoundingClientRect().top - at;
  }

  atEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 60;
  }

  scrolled() {
    this.pinnedToEnd = this.skipped === 0 && this.atEnd();
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollTop < NEAR_PIXELS) this.older();
    else if (this.skipped && scrollHeight - scrollTop - clientHeight < NEAR_PIXELS) this.newer();
    this.marks();
  }

  older() {
    const known = this.thread.list.length - this.skipped;
    if (this.count < known) {
      this.count = Math.min(this.count + STEP, known);
      if (this.count > MOST) {
        this.skipped += this.count - MOST;
        this.count = MOST;
      }
      this.update();
    } else if (this.thread.more && this.thread.loaded && !this.thread.loading) {
      this.load().then(() => {
        if (this.scroller.scrollTop < NEAR_PIXELS) this.older();
      });
    }
  }

  newer() {
    this.skipped = Math.max(0, this.skipped - STEP);
    this.count = Math.min(MOST, this.count + STEP);
    this.update();
  }

  end() {
    this.pinnedToEnd = true;
    this.skipped = 0;
    this.count = FIRST;
    this.update();
    this.marks();
  }

  /** What is in sight is read; the button to the end counts what is not. */
  marks() {
    if (this.pinnedToEnd && this.on.seen()) {
      this.fresh = 0;
      store.markRead(this.on.user, this.thread.chat, this.thread.thread);
    }
    this.toEnd.hidden = this.pinnedToEnd;
    this.badge.hidden = !this.fresh;
    this.badge.textContent = String(this.fresh);
  }

  /** Scroll to a message, loading what lies between, and let it flash. */
  async jump(id) {
    while (!this.thread.byId.has(id) && this.thread.more && (this.thread.list[0]?.id ?? 0) > id) {
      await this.load();
      if (this.thread.loading) break;
    }
    const at = this.thread.list.findIndex((each) => each.id === id);
    if (at < 0) return;
    const after = this.thread.list.length - at;
    this.pinnedToEnd = false;
    this.skipped = Math.max(0, after - STEP);
    this.count = Math.max(FIRST, Math.min(MOST, after - this.skipped + STEP));
    this.update();
    const found = [...this.drawn.values()].find(({ row }) => row.messages?.some((each) => each.id === id))?.element;
    if (!found) return;
    found.scrollIntoView({ block: "center" });
    found.classList.remove("flash");
    requestAnimationFrame(() => found.classList.add("flash"));
    found.focus({ preventScroll: true });
  }

  /** Arrows walk over the messages; Enter opens the menu of one. */
  keys(event) {
    if (event.target !== this.scroller && !event.target.classList.contains("row")) return;
    const rows = [...this.list.querySelectorAll(".row")];
    const at = rows.indexOf(document.activeElement);
    const current = [...this.drawn.values()].find(({ element }) => element === document.activeElement)?.row;
    if (event.key === "ArrowUp") rows[at < 0 ? rows.length - 1 : Math.max(0, at - 1)]?.focus();
    else if (event.key === "ArrowDown" && at >= 0) rows[at + 1] ? rows[at + 1].focus() : this.on.write();
    else if (current && (event.key === "Enter" || event.key === "ContextMenu")) this.on.menu(current, rows[at].querySelector(".row-menu"));
    else if (current && event.key.toLowerCase() === "r" && !event.ctrlKey && !event.metaKey) this.on.reply(current.messages[0]);
    else return;
    event.preventDefault();
  }
}

export const emptyView = (words) => {
  const made = h("div.view.nothing");
  fill(made, h("p", null, words));
  return made;
};
