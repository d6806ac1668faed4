// Building elements. Text always goes in as text nodes, so what people write can never become markup.

/** `h("button.send", {title: "…", onclick: fn, dataset: {…}}, "text", element, null)`. */
export function h(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  const made = document.createElement(tag || "div");
  if (classes.length) made.classList.add(...classes);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(made.dataset, value);
    else if (name === "value") made.value = value;
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  add(made, children);
  return made;
}

export function add(parent, children) {
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

export function fill(parent, ...children) {
  const made = document.createDocumentFragment();
  add(made, children);
  parent.replaceChildren(made);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Runs `work` once in the next frame, however often it is asked for. */
export function nextFrame(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}

/** Runs `work` once, `ms` after it was first asked for. */
export function later(work, ms) {
  let asked = null;
  return () => {
    asked ??= setTimeout(() => {
      asked = null;
      work();
    }, ms);
  };
}

export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
