// The server's JSON interface: one function for each thing that can be asked of it.
import { t } from "./words.js";

class Refused extends Error {}

async function answerOf(response) {
  let body = null;
  try {
    body = await response.json();
  } catch {
    throw new Refused(`${response.status}`);
  }
  if (!response.ok || body.ok === false) throw new Refused(body.error || body.description || `${response.status}`);
  return body;
}

async function ask(path, body) {
  const options = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(t("lost"));
  }
  return answerOf(response);
}

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""));

export const state = () => ask("/api/state");
export const messages = (wanted) => ask(`/api/messages?${query(wanted)}`);
export const act = (what) => ask("/api/do", what);
export const clock = (move) => ask("/api/clock", move);
export const host = (name) => ask(`/api/host/${encodeURIComponent(name)}`, {});

/** Send files; `progress` is told the share (0–1) that has left. */
export function upload(where, files, progress) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/upload?${query(where)}`);
    request.upload.addEventListener("progress", (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener("error", () => reject(new Refused(t("lost"))));
    request.addEventListener("load", () => {
      answerOf(new Response(request.responseText, { status: request.status })).then(resolve, reject);
    });
    request.send(form);
  });
}
