// Keys that work everywhere, and the sheet that tells of them.
import { open } from "./dialogs.js";
import { h } from "./dom.js";
import { closeMenu } from "./menus.js";
import { focusPane, panes } from "./panes.js";
import { t } from "./words.js";

const SHEET = [
  [["Ctrl", "1…6"], "k_panes"], [["Tab"], "k_tab"], [["Enter"], "k_send"], [["Shift", "Enter"], "k_newline"], [["/"], "k_commands"], [["↑"], "k_edit"],
  [["↑", "↓"], "k_list"], [["Enter"], "k_open"], [["R"], "k_reply"], [["Ctrl", "K"], "k_search"], [["Esc"], "k_close"],
];

export function openKeysHelp() {
  open(t("k_title"), h("dl.keys-sheet", null, SHEET.map(([keys, words]) => [h("dt", null, keys.map((key) => h("kbd", null, key))), h("dd", null, t(words))])), []);
}

export function openShortcuts() {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    // Browsers keep Ctrl+digit for their own tabs in some windows; Alt+digit does the same.
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (digit && (event.ctrlKey || event.altKey || event.metaKey) && panes[Number(digit[1]) - 1]) {
      focusPane(Number(digit[1]) - 1);
      event.preventDefault();
    } else if (event.code === "KeyK" && (event.ctrlKey || event.metaKey)) {
      const pane = panes.find((each) => each.element.classList.contains("current"));
      const search = (pane?.element.querySelector("input[type=search]") ? pane : panes.find((each) => each.element.querySelector("input[type=search]")))?.element.querySelector("input[type=search]");
      if (!search) return;
      const owner = panes.find((each) => each.element.contains(search));
      if (search.offsetParent === null) owner.back();
      search.focus();
      event.preventDefault();
    } else if (event.key === "Escape" && closeMenu()) event.preventDefault();
  }, true);
}
