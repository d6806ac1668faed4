// Lists that are walked with the arrow keys: one item takes the focus at a time.
export function walkable(list, selector = "[role=option]") {
  const items = () => [...list.querySelectorAll(selector)];
  list.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const target = { ArrowDown: all[Math.min(at + 1, all.length - 1)], ArrowUp: all[Math.max(at - 1, 0)], Home: all[0], End: all.at(-1) }[event.key];
    if (target) {
      target.focus();
      event.preventDefault();
    } else if ((event.key === "Enter" || event.key === " ") && at >= 0) {
      all[at].click();
      event.preventDefault();
    }
  });
}

/** Put `elements` into `list` in order, touching only what is not in place, so that the focus stays. */
export function arrange(list, elements) {
  const keep = new Set(elements);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  elements.forEach((element, i) => {
    if (list.children[i] !== element) list.insertBefore(element, list.children[i] || null);
  });
}
