// The lists of pages, entities and campaigns.
"use strict";
(() => {
  const {h, load, pageUrl, thingUrl, kindOf, rows, hash, tabs} = wangge;
  const box = document.querySelector("[data-list]");
  const many = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;
  const span = (dates) => dates.length ? (dates[0] === dates[1] ? dates[0] : `${dates[0]} – ${dates[1]}`) : "";

  function paper([file, name, where, date, headlines, relations, events]) {
    const shown = headlines.filter(Boolean).slice(0, 4).join(" ／ ");
    return h("li", {},
      h("a", {class: "go", href: pageUrl(file, "")},
        h("b", {lang: "zh"}, where || name), " ", h("time", {}, date),
        h("span", {class: "headlines", lang: "zh"}, shown || "no headline")),
      h("small", {class: "quiet"}, `${name} · ${many(headlines.length, "article")} · ${many(relations, "relation")} · ${many(events, "event")}`));
  }

  function entity([id, name, kind, mentions, articles, dates, areas, aliases]) {
    return h("li", {},
      h("a", {class: `go ${kindOf(id)}`, href: thingUrl(id), lang: "zh"}, name),
      h("span", {class: "aka", lang: "zh"}, aliases.join("、")),
      h("small", {class: "quiet"}, [kind, `named ${many(mentions, "time")} in ${many(articles, "article")}`,
        areas ? many(areas, "district") : "", span(dates)].filter(Boolean).join(" · ")));
  }

  const fail = (error) => box.replaceChildren(h("p", {class: "notice"}, `This list cannot be read: ${error.message}.`));
  const show = (key, draw, name) => load(key).then((list) => box.replaceChildren(rows(list, draw, {name}))).catch(fail);

  if (box.dataset.list === "pages") show("list-pages", paper, "pages");
  else if (box.dataset.list === "campaigns") show("list-campaign", entity, "campaigns");
  else {
    const bar = document.querySelector(".tabs");
    const pick = tabs(bar, (tab) => {
      history.replaceState(null, "", `#${tab.dataset.kind}`);
      show(`list-${tab.dataset.kind}`, entity, tab.dataset.kind);
    });
    const wanted = () => [...bar.children].find((tab) => tab.dataset.kind === hash()) || bar.children[0];
    pick(wanted());
    addEventListener("hashchange", () => pick(wanted()));
  }
})();
