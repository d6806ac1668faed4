// Small things remembered in the browser between visits; a browser that refuses storage just forgets.
const PREFIX = "sandbox.";

export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows may refuse; nothing that matters is kept here.
  }
}
