// Menus that open at a button or the pointer; arrows move, Enter chooses, Esc closes.
import { clamp, h } from "./dom.js";
import { icon } from "./icons.js";

let shown = null;

export function closeMenu(refocus = true) {
  if (!shown) return false;
  const { menu, from } = shown;
  shown = null;
  menu.remove();
  document.removeEventListener("pointerdown", outside, true);
  if (refocus && from?.isConnected) from.focus({ preventScroll: true });
  return true;
}

function outside(event) {
  if (shown && !shown.menu.contains(event.target)) closeMenu(false);
}

function item(each) {
  if (each === "line") return h("div.menu-line", { role: "separator" });
  if (each.row) return h("div.menu-row", { role: "group", "aria-label": each.label }, each.row.map((one) => h("button.menu-face", { type: "button", role: "menuitem", tabindex: "-1", "aria-label": one.label, onclick: () => choose(one) }, one.face)));
  return h(`button.menu-item${each.tone ? `.${each.tone}` : ""}`, { type: "button", role: "menuitem", tabindex: "-1", disabled: each.disabled, onclick: () => choose(each) },
    each.icon ? icon(each.icon, 18) : each.face, h("span.menu-words", null, h("span", null, each.label), each.detail && h("small", null, each.detail)), each.mark && h("span.menu-mark", null, each.mark));
}

function choose(each) {
  closeMenu();
  each.run();
}

/** `at`: an element, or {x, y} of the pointer. `items`: {label, icon, run, tone, detail}, "line", or {row: […]}. */
export function openMenu(at, items, { label = "", from = document.activeElement, above = false } = {}) {
  closeMenu(false);
  const menu = h("div.menu", { role: "menu", "aria-label": label }, items.filter(Boolean).map(item));
  document.body.append(menu);
  const box = at instanceof Element ? at.getBoundingClientRect() : { left: at.x, right: at.x, top: at.y, bottom: at.y };
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + 4 + height <= innerHeight && !above;
  menu.style.left = `${clamp(at instanceof Element && box.left + width > innerWidth - 8 ? box.right - width : box.left, 8, Math.max(8, innerWidth - width - 8))}px`;
  menu.style.top = `${clamp(below ? box.bottom + 4 : box.top - height - 4, 8, Math.max(8, innerHeight - height - 8))}px`;
  shown = { menu, from };
  document.addEventListener("pointerdown", outside, true);
  menu.addEventListener("keydown", keys);
  menu.querySelector("button:not(:disabled)")?.focus();
}

function keys(event) {
  if (!shown) return;
  const buttons = [...shown.menu.querySelectorAll("button:not(:disabled)")];
  const at = buttons.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
  else if (event.key === "Home") buttons[0].focus();
  else if (event.key === "End") buttons.at(-1).focus();
  else if (event.key === "Escape") closeMenu();
  else if (event.key === "Tab") closeMenu();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
