// The page's language: Chinese, or English where the browser or the switch asks for it.
import en from "./words-en.js";
import zh from "./words-zh.js";
import { kept, keep } from "./kept.js";

const WORDS = { zh, en };
const asked = kept("language") || navigator.language || "zh";
export const language = asked.toLowerCase().startsWith("zh") ? "zh" : "en";
document.documentElement.lang = language === "zh" ? "zh-CN" : "en";

export function t(key, values) {
  const words = WORDS[language][key] ?? WORDS.zh[key] ?? key;
  return values ? words.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all)) : words;
}

export function switchLanguage() {
  keep("language", language === "zh" ? "en" : "zh");
  location.reload();
}
