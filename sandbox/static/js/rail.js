// The strip of people: who is present, whose pane is open, who has something unread.
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { currentUser, panes, pickPerson, seat, seatsChanged } from "./panes.js";
import { avatar, badge } from "./people.js";
import { store } from "./store.js";
import { t } from "./words.js";

const rail = document.getElementById("rail");
const LONGEST = 12;

/** The people of the strip: the proposed seats, and whoever else has a pane. */
function people() {
  const ids = new Set([...store.seats, ...panes.map((pane) => pane.user)]);
  for (const user of store.users.keys()) {
    if (ids.size >= LONGEST) break;
    ids.add(user);
  }
  return [...ids].map((id) => store.users.get(id)).filter((user) => user && !user.is_bot);
}

let sign = "";

function draw() {
  const shown = people().map((user) => ({ user, open: panes.some((pane) => pane.user === user.id && !pane.folded), unread: store.unreadFor(user.id), current: user.id === currentUser() }));
  const next = JSON.stringify(shown.map(({ user, open, unread, current }) => [user.id, user.name, user.role_hint, open, unread, current]));
  if (next === sign) return;
  sign = next;
  const focused = document.activeElement?.closest?.("#rail [data-user]")?.dataset.user;
  const more = h("button.rail-item.rail-more", { type: "button", title: t("add_pane"), "aria-label": t("add_pane"), "aria-haspopup": "menu" }, h("span.avatar.blank", { "aria-hidden": "true" }, icon("plus")));
  more.addEventListener("click", () => pickPerson(more, seat));
  fill(rail, shown.map(({ user, open, unread, current }) =>
    h(`button.rail-item${open ? ".open" : ""}${current ? ".current" : ""}`, { type: "button", dataset: { user: user.id }, "aria-pressed": String(open), title: `${user.name} · ${user.role_hint || ""}`, onclick: () => seat(user.id) },
      h("span.rail-face", null, avatar(user.id, user.name), badge(unread, t("unread_n", { n: unread }))), h("span.rail-name", null, user.name), h("span.rail-role", null, user.role_hint))), more);
  if (focused) rail.querySelector(`[data-user="${focused}"]`)?.focus();
}

export function openRail() {
  rail.setAttribute("aria-label", t("people"));
  seatsChanged.addEventListener("change", draw);
  store.addEventListener("change", ({ detail }) => (detail.has("list") || detail.has("people")) && draw());
  draw();
}
