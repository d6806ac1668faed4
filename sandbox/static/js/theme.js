// Light or dark: as the system says, until the switch says otherwise.
import { kept, keep } from "./kept.js";

const system = matchMedia("(prefers-color-scheme: dark)");

function show() {
  const chosen = kept("theme");
  document.documentElement.dataset.theme = chosen || (system.matches ? "dark" : "light");
}

export function switchTheme() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  keep("theme", next === (system.matches ? "dark" : "light") ? null : next);
  show();
}

export function openTheme() {
  system.addEventListener("change", show);
  show();
}
