// Search: names by part of a name, texts by the index of letter pairs. "/" goes to the box, arrows move, Enter opens.
"use strict";
(() => {
  const {h, load, shard, kindOf, thingUrl, pageUrl} = wangge;
  const box = document.getElementById("find"), found = document.getElementById("found");
  const NAMES = 8, TEXTS = 10, AROUND = 18;
  let turn = 0, at = -1, hits = TEXTS, made = 0;

  const cut = (text) => Array.from(text);
  function pairs(query) {
    const letters = cut(query.toLowerCase());
    return [...new Set(letters.slice(1).map((letter, i) => letters[i] + letter).filter((pair) => !/\s/.test(pair)))];
  }

  function bold(text, query) {
    const place = text.toLowerCase().indexOf(query.toLowerCase());
    if (place < 0) return [text];
    return [text.slice(0, place), h("mark", {}, text.slice(place, place + query.length)), text.slice(place + query.length)];
  }

  const option = (href, ...children) => h("a", {role: "option", class: "hit", href, tabindex: "-1", "aria-selected": "false", id: `hit-${++made}`}, ...children);

  async function names(query) {
    const low = query.toLowerCase();
    const all = await load("names");
    const rank = (row) => row[1].toLowerCase() === low ? 0 : row[1].toLowerCase().startsWith(low) ? 1 : 2;
    const fit = all.filter((row) => row[1].toLowerCase().includes(low) || row[2].some((alias) => alias.toLowerCase().includes(low)));
    return fit.slice(0, 400).sort((a, b) => rank(a) - rank(b)).slice(0, NAMES).map(([id, name, aliases, count]) => {
      const other = name.toLowerCase().includes(low) ? null : aliases.find((alias) => alias.toLowerCase().includes(low));
      return option(thingUrl(id), h("span", {class: kindOf(id), lang: "zh"}, ...bold(name, query)),
        other ? h("span", {class: "aka", lang: "zh"}, ...bold(other, query)) : null, h("small", {}, `${kindOf(id)} · ${count}`));
    });
  }

  async function candidates(query, find) {
    const wanted = pairs(query);
    if (!wanted.length) return [];
    const lists = await Promise.all(wanted.map(async (pair) => {
      const file = await load(`x/${shard(pair, find.index)}`);
      let sum = 0;
      return Object.hasOwn(file, pair) ? file[pair].map((step) => (sum += step)) : [];
    }));
    lists.sort((a, b) => a.length - b.length);
    const others = lists.slice(1).map((list) => new Set(list));
    return lists[0].filter((number) => others.every((set) => set.has(number)));
  }

  async function texts(query, mine) {
    const {find} = await load("site");
    const numbers = await candidates(query, find), low = query.toLowerCase(), out = [];
    for (const number of numbers) {
      if (mine !== turn || out.length >= hits) break;
      const [file, anchor, date, title, text] = (await load(`t/${Math.floor(number / find.perFile)}`))[number % find.perFile];
      const place = text.toLowerCase().indexOf(low);
      if (place < 0) continue;
      const line = text.slice(Math.max(0, place - AROUND), place + query.length + 2 * AROUND).replaceAll("\n", " ");
      out.push(option(pageUrl(file, anchor), h("b", {lang: "zh"}, title || anchor), " ", h("time", {}, date),
        h("span", {class: "line", lang: "zh"}, "…", ...bold(line, query), "…")));
    }
    const more = numbers.length > out.length && out.length >= hits;
    return {out, more, count: numbers.length};
  }

  async function look() {
    const query = box.value.trim(), mine = ++turn;
    at = -1;
    if (!query) return close();
    try {
      const [first, second] = [await names(query), await texts(query, mine)];
      if (mine !== turn) return;
      const parts = [];
      if (first.length) parts.push(h("p", {class: "head"}, "Names"), ...first);
      if (second.out.length) parts.push(h("p", {class: "head"}, "Texts"), ...second.out);
      if (second.more) parts.push(h("button", {type: "button", class: "plain more", tabindex: "-1", onclick: () => { hits += TEXTS; look(); }}, `more of ${second.count.toLocaleString("en")} texts`));
      if (!parts.length) parts.push(h("p", {class: "head"}, cut(query).length < 2 ? "No name holds this; texts are searched from two letters on" : "Nothing found"));
      found.replaceChildren(...parts);
    } catch (error) {
      found.replaceChildren(h("p", {class: "head"}, `Search cannot read its files: ${error.message}`));
    }
    found.hidden = false;
    box.setAttribute("aria-expanded", "true");
  }

  function close() {
    turn++;
    found.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const all = [...found.querySelectorAll("[role=option]")];
    if (!all.length) return;
    at = (at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    all[at].scrollIntoView({block: "nearest"});
    box.setAttribute("aria-activedescendant", all[at].id);
  }

  let pause;
  box.addEventListener("input", () => { clearTimeout(pause); hits = TEXTS; pause = setTimeout(look, 120); });
  box.addEventListener("focus", () => { load("names").catch(() => {}); if (box.value.trim()) look(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { move(event.key === "ArrowDown" ? 1 : -1); event.preventDefault(); }
    else if (event.key === "Escape") { close(); box.blur(); }
    else if (event.key === "Enter" && !event.isComposing) {
      const all = found.querySelectorAll("[role=option]");
      (all[at] || all[0])?.click();
    }
  });
  found.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  document.addEventListener("click", (event) => { if (!event.target.closest(".find") && event.target.isConnected) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.closest("input, textarea, select")) { event.preventDefault(); box.focus(); box.select(); }
  });
})();
