// The panes side by side: opened, closed, folded and made wider; remembered between visits.
import { clamp, fill, h } from "./dom.js";
import { kept, keep } from "./kept.js";
import { openMenu } from "./menus.js";
import { Pane } from "./pane.js";
import { avatar, badge } from "./people.js";
import { store } from "./store.js";
import { t } from "./words.js";

const LEAST = 260;
const STEP = 32;
const COMFORT = 260;
const ONE_PANE = 700;
const MOST_SEATS = 6;

export const panes = [];
const deck = document.getElementById("panes");
let current = 0;
export const seatsChanged = new EventTarget();

const weightOf = (user) => (store.chatsOf(user).some((chat) => chat.forum) ? 2.05 : 1);

function remember() {
  keep("panes", panes.map(({ user, place, chosen, width, folded }) => ({ user, ...(chosen ? place : {}), width, folded })));
  seatsChanged.dispatchEvent(new Event("change"));
}

const hooks = {
  moved: remember,
  close(pane) {
    const at = panes.indexOf(pane);
    pane.close();
    panes.splice(at, 1);
    arrange();
    panes[Math.min(at, panes.length - 1)]?.focus();
  },
  fold(pane) {
    pane.folded = !pane.folded;
    if (panes.every((each) => each.folded)) pane.folded = false;
    arrange();
    if (!pane.folded) pane.focus();
  },
  pickPerson(pane, button) {
    pickPerson(button, (user) => reseat(pane, user));
  },
};

function reseat(pane, user) {
  const at = panes.indexOf(pane);
  const other = panes.find((each) => each.user === user);
  if (other) return focusPane(panes.indexOf(other));
  pane.close();
  panes[at] = new Pane({ user, width: pane.width }, hooks);
  arrange();
  panes[at].focus();
  return undefined;
}

/** Choose a person from a menu; those who are seated already are marked. */
export function pickPerson(button, choose) {
  const items = [...store.users.values()].filter((user) => !user.is_bot).map((user) => ({
    label: user.name, detail: user.role_hint, face: avatar(user.id, user.name, "person", "small"),
    mark: panes.some((pane) => pane.user === user.id) ? "●" : badge(store.unreadFor(user.id), ""), run: () => choose(user.id),
  }));
  openMenu(button, items, { label: t("choose_person") });
}

/** Open a pane for somebody, or go to the one they have. */
export function seat(user) {
  const at = panes.findIndex((pane) => pane.user === user);
  if (at >= 0) {
    if (panes[at].folded) hooks.fold(panes[at]);
    return focusPane(at);
  }
  panes.push(new Pane({ user }, hooks));
  arrange();
  return focusPane(panes.length - 1);
}

export function focusPane(at) {
  const pane = panes[at];
  if (!pane) return;
  current = at;
  mark();
  pane.element.scrollIntoView({ inline: "nearest", block: "nearest" });
  pane.focus();
}

function mark() {
  panes.forEach((pane, i) => pane.element.classList.toggle("current", i === current));
  seatsChanged.dispatchEvent(new Event("change"));
}

export const currentUser = () => panes[current]?.user;

function divider(left, right) {
  const made = h("div.divider", { role: "separator", tabindex: "0", "aria-orientation": "vertical", "aria-label": t("resize"), "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": 50 });
  const resize = (change) => {
    const [a, b] = [left.element.offsetWidth, right.element.offsetWidth];
    const wide = clamp(a + change, LEAST, a + b - LEAST);
    for (const pane of panes) pane.width ??= pane.element.offsetWidth;
    left.width = wide;
    right.width = a + b - wide;
    made.setAttribute("aria-valuenow", String(Math.round((100 * wide) / (a + b))));
    sizes();
  };
  made.addEventListener("pointerdown", (event) => {
    made.setPointerCapture(event.pointerId);
    let from = event.clientX;
    const move = (moved) => {
      resize(moved.clientX - from);
      from = moved.clientX;
    };
    made.addEventListener("pointermove", move);
    made.addEventListener("pointerup", () => {
      made.removeEventListener("pointermove", move);
      remember();
    }, { once: true });
  });
  made.addEventListener("keydown", (event) => {
    const change = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (!change) return;
    resize(change);
    remember();
    event.preventDefault();
  });
  made.addEventListener("dblclick", () => {
    for (const pane of panes) pane.width = null;
    sizes();
    remember();
  });
  return made;
}

function sizes() {
  for (const pane of panes) {
    pane.element.style.flex = pane.folded ? "0 0 52px" : `${pane.width ?? weightOf(pane.user) * 320} 1 0`;
  }
}

function arrange() {
  current = clamp(current, 0, Math.max(0, panes.length - 1));
  const shown = [];
  panes.forEach((pane, i) => {
    const before = panes[i - 1];
    if (before) shown.push(before.folded || pane.folded ? h("div.divider.still") : divider(before, pane));
    pane.element.classList.toggle("folded", pane.folded);
    pane.seatSign = null;
    shown.push(pane.element);
  });
  const focused = document.activeElement;
  if (!panes.length) shown.push(h("div.no-panes", null, h("h2", null, t("empty_title")), h("p", null, t("empty_hint"))));
  fill(deck, shown);
  if (focused && deck.contains(focused)) focused.focus({ preventScroll: true });
  sizes();
  for (const pane of panes) {
    pane.update(new Set(["people"]));
    if (pane.view?.pinnedToEnd) pane.view.stick();
  }
  mark();
  remember();
}

/** Seats as the server proposes them. Where they don't all fit, a second one of the same part begins folded. */
function proposal() {
  const ids = (store.seats.length ? store.seats : [...store.users.keys()].slice(0, 4)).slice(0, MOST_SEATS);
  const seats = ids.map((user) => ({ user, folded: false }));
  const wanted = ids.reduce((sum, user) => sum + weightOf(user) * COMFORT, 0);
  if (wanted <= deck.clientWidth || deck.clientWidth < ONE_PANE) return seats;
  const parts = new Set();
  for (const each of seats) {
    const part = (store.users.get(each.user)?.role_hint || "").split(/[ ·]/)[0];
    each.folded = Boolean(part) && parts.has(part);
    parts.add(part);
  }
  return seats;
}

/** The seats of last time, or those that the server proposes, as far as these people are still there. */
export function openPanes() {
  const before = (kept("panes") || []).filter((each) => store.users.has(each.user));
  const wanted = before.length ? before : proposal();
  for (const each of wanted) panes.push(new Pane(each, hooks));
  arrange();
  deck.addEventListener("focusin", (event) => {
    const at = panes.findIndex((pane) => pane.element.contains(event.target));
    if (at >= 0 && at !== current) {
      current = at;
      mark();
    }
  });
}
