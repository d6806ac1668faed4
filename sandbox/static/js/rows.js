// Messages laid out as rows: day separators, service lines, bubbles; who speaks on is joined, albums are one row.
import { dayOf } from "./times.js";

const JOIN_SECONDS = 600;
const albumOf = (message) => message.files?.[0]?.album || message.album || null;

function joins(before, message) {
  return (
    before && !before.service && before.from?.id === message.from?.id && message.date - before.date < JOIN_SECONDS && dayOf(before.date) === dayOf(message.date)
  );
}

/** Rows with a `key` that stays and a `sign` that changes when the row must be drawn anew. */
export function rowsOf(messages) {
  const rows = [];
  let day = null;
  for (let i = 0; i < messages.length; i += 1) {
    const message = messages[i];
    const thisDay = dayOf(message.date);
    if (thisDay !== day) {
      rows.push({ kind: "day", key: `d${thisDay}`, sign: thisDay, date: message.date });
      day = thisDay;
    }
    if (message.service) {
      rows.push({ kind: "service", key: `s${message.id}`, sign: `${message.rev}`, messages: [message] });
      continue;
    }
    const group = [message];
    const album = albumOf(message);
    while (album && i + 1 < messages.length && albumOf(messages[i + 1]) === album && !messages[i + 1].service) {
      i += 1;
      group.push(messages[i]);
    }
    const first = !joins(messages[i - group.length], message);
    const last = !(i + 1 < messages.length && !messages[i + 1].service && joins(messages[i], messages[i + 1]));
    rows.push({ kind: "message", key: `m${message.id}`, sign: `${group.map((m) => `${m.id}.${m.rev}`)}|${first}|${last}`, messages: group, first, last });
  }
  return rows;
}

/** What a service line says. */
export function serviceWords(message, t) {
  const { kind, text } = message.service;
  const words = t(`s_${kind}`, { text: text || "", who: message.from?.name || t("pinned_by") });
  return words === `s_${kind}` ? text || kind : words;
}

/** One line that says what is in a message, for lists, replies and notices. */
export function gist(message, t) {
  if (message.service) return serviceWords(message, t);
  const text = message.text || message.caption || "";
  if (text) return text.replace(/\s+/g, " ").slice(0, 160);
  const file = message.files?.[0];
  if (file) return ["document", "audio"].includes(file.kind) && file.name ? file.name : t(file.kind);
  if (message.location) return t("location");
  if (message.contact) return t("contact");
  if (message.poll) return t("poll");
  return "";
}

/** Whether a message shows text, even an empty one. */
export const wordsOf = (message) => message.text || message.caption || "";
