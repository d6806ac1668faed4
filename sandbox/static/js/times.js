// Dates in the time zone of the mailbox.
import { language, t } from "./words.js";

const ZONE = "Asia/Shanghai";
const LOCALE = language === "zh" ? "zh-CN" : "en-GB";
const form = (options) => new Intl.DateTimeFormat(LOCALE, { timeZone: ZONE, ...options });
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });
const TIME = form({ hour: "2-digit", minute: "2-digit", hour12: false });
const DATE = form({ month: "long", day: "numeric" });
const SHORT = form({ month: "numeric", day: "numeric" });
const WITH_YEAR = form({ year: "numeric", month: "long", day: "numeric" });
const SHORT_YEAR = form({ year: "2-digit", month: "numeric", day: "numeric" });
const WEEKDAY = form({ weekday: "long" });
const NEAR_WEEKDAY = form({ weekday: "short" });
const at = (epoch) => new Date(epoch * 1000);

/** `2026-03-02`: two instants of one day have the same. */
export const dayOf = (epoch) => DAY.format(at(epoch));
export const timeOf = (epoch) => TIME.format(at(epoch));
export const weekdayOf = (epoch) => WEEKDAY.format(at(epoch));
export const dateOf = (epoch) => WITH_YEAR.format(at(epoch));
export const fullOf = (epoch) => `${dateOf(epoch)} ${weekdayOf(epoch)} ${timeOf(epoch)}`;

export function dayWords(epoch, now) {
  if (dayOf(epoch) === dayOf(now)) return t("today");
  if (dayOf(epoch) === dayOf(now - 86400)) return t("yesterday");
  return dayOf(epoch).slice(0, 4) === dayOf(now).slice(0, 4) ? DATE.format(at(epoch)) : dateOf(epoch);
}

/** What a list shows: the time today, the weekday this week, else the date. */
export function shortOf(epoch, now) {
  if (dayOf(epoch) === dayOf(now)) return timeOf(epoch);
  if (now - epoch < 6 * 86400 && now > epoch) return NEAR_WEEKDAY.format(at(epoch));
  return dayOf(epoch).slice(0, 4) === dayOf(now).slice(0, 4) ? SHORT.format(at(epoch)) : SHORT_YEAR.format(at(epoch));
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function sizeWords(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return t("size_b", { n: bytes });
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
