// Lists that are turned page by page; what is not on the first page is loaded when asked for.
"use strict";
wangge.rows = (list, draw, {tag = "ol", name = "list", size = 100} = {}) => {
  const {h, load} = wangge;
  const box = h("div", {class: "turned"});
  const items = h(tag, {class: "keys"});
  const last = Math.max(0, Math.ceil(list.n / size) - 1);
  let at = 0;
  const say = h("span", {role: "status", "aria-live": "polite"});
  const before = h("button", {type: "button", class: "plain", "aria-label": `${name}: rows before`, onclick: () => show(at - 1, true)}, "← before");
  const after = h("button", {type: "button", class: "plain", "aria-label": `${name}: rows after`, onclick: () => show(at + 1, true)}, "after →");

  async function show(number, moved) {
    at = Math.max(0, Math.min(last, number));
    const wanted = at;
    let rows;
    try { rows = at ? await load(`l/${list.key}-${at}`) : list.rows; }
    catch (error) { say.textContent = `This part of the list cannot be read (${error.message}).`; return; }
    if (wanted !== at) return;
    items.replaceChildren(...rows.map(draw));
    const first = at * size + 1;
    say.textContent = `${first.toLocaleString("en")}–${(first + rows.length - 1).toLocaleString("en")} of ${list.n.toLocaleString("en")}`;
    before.disabled = at === 0;
    after.disabled = at === last;
    if (moved) box.scrollIntoView({block: "start"});
  }

  box.append(items);
  if (last) box.append(h("div", {class: "turner"}, before, say, after));
  if (list.n) show(0); else items.replaceWith(h("p", {class: "quiet"}, "none"));
  return box;
};
