// What every page shares: data files, links, building of elements. Text only ever enters a page as text.
"use strict";
window.wangge = (() => {
  const root = document.body.dataset.root;
  const arrived = new Map(), waiting = new Map();

  function put(key, value) { arrived.set(key, value); }

  function load(key) {
    if (arrived.has(key)) return Promise.resolve(arrived.get(key));
    if (!waiting.has(key)) {
      waiting.set(key, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = `${root}data/${key}.js`;
        script.onload = () => arrived.has(key) ? done(arrived.get(key)) : fail(new Error(`${key} is empty`));
        script.onerror = () => fail(new Error(`${key} is missing`));
        document.head.append(script);
      }));
    }
    return waiting.get(key);
  }

  // h("a", {class: "x", href: "#"}, "text", child): attributes and text, never HTML
  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // FNV-1a over code points, as addresses.py computes it
  function shard(key, shards) {
    let value = 0x811c9dc5;
    for (const letter of key) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
    return value % shards;
  }

  const KINDS = {per: "person", org: "organisation", dis: "district", cam: "campaign", loc: "place", pol: "policy"};
  const kindOf = (id) => KINDS[id.split(":")[0]] || "other";
  const thingUrl = (id) => `${root}${id.startsWith("cam:") ? "campaign" : "entity"}.html#${encodeURIComponent(id).replaceAll("%3A", ":")}`;
  const pageUrl = (file, anchor) => `${root}p/${encodeURIComponent(file)}.html#${encodeURIComponent(anchor)}`;
  const thing = ([id, name]) => h("a", {class: kindOf(id), href: thingUrl(id), lang: "zh"}, name);
  const hash = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };

  const WAYS = {
    holds_position: "holds a position in", affiliated_with: "is affiliated with", part_of: "is part of",
    located_in: "is located in", organises: "organises", participates_in: "takes part in", held_in: "is held in",
    cooperates_with: "cooperates with",
  };

  const theme = document.getElementById("theme");
  const remember = (value) => { try { localStorage.setItem("wangge-theme", value); } catch { /* private window */ } };
  try { const kept = localStorage.getItem("wangge-theme"); if (kept) document.documentElement.dataset.theme = kept; } catch { /* same */ }
  const isDark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    remember(document.documentElement.dataset.theme);
    document.dispatchEvent(new CustomEvent("theme"));
  });

  // arrow keys move between the things that can be pressed inside a list
  document.addEventListener("keydown", (event) => {
    const list = event.target.closest?.(".keys");
    const step = {ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity}[event.key];
    if (!list || !step || event.target.matches("input, select")) return;
    const stops = [...list.querySelectorAll(":scope > li > .go, :scope > li > a.go")];
    const here = stops.findIndex((stop) => stop === event.target || stop.parentElement.contains(event.target));
    stops[Math.max(0, Math.min(stops.length - 1, here + step))]?.focus();
    event.preventDefault();
  });

  // a row of tabs: one stop for Tab, arrows move and choose
  function tabs(bar, choose) {
    const all = [...bar.querySelectorAll("[role=tab]")];
    const pick = (tab, focus) => {
      for (const other of all) { other.setAttribute("aria-selected", other === tab); other.tabIndex = other === tab ? 0 : -1; }
      if (focus) tab.focus();
      choose(tab);
    };
    for (const tab of all) tab.addEventListener("click", () => pick(tab));
    bar.addEventListener("keydown", (event) => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      const seen = all.filter((tab) => tab.offsetParent);
      const here = seen.indexOf(document.activeElement);
      if (step && here >= 0) { pick(seen[(here + step + seen.length) % seen.length], true); event.preventDefault(); }
    });
    return pick;
  }

  return {put, load, h, shard, kindOf, thingUrl, pageUrl, thing, hash, tabs, isDark, root, WAYS};
})();
