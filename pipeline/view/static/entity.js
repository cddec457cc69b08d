// The page of one thing: who it is, and every printed line behind each thing said of it.
"use strict";
(() => {
  const {h, load, shard, thing, pageUrl, rows, hash, kindOf, timeline, WAYS} = wangge;
  const main = document.getElementById("main");
  const odd = (marks) => marks.map((mark) => h("span", {class: "odd"}, mark));
  const source = ([file, anchor, date]) => h("a", {class: "source go", href: pageUrl(file, anchor), title: file}, date || "undated");

  function line(row) {
    const [text, start, end] = row.slice(3), letters = Array.from(text);
    const from = Math.max(0, start - 40), to = Math.min(letters.length, end + 60);
    const part = (a, b) => letters.slice(a, b).join("");
    return h("li", {}, source(row), h("span", {class: "line", lang: "zh"}, from ? "…" : "", part(from, start),
      h("mark", {}, part(start, end)), part(end, to), to < letters.length ? "…" : ""));
  }

  function relation(row) {
    const [, , , type, role, out, other, quote, marks] = row;
    const way = h("small", {}, ` ${WAYS[type] || type} `);
    const me = h("span", {class: "quiet", lang: "zh"}, main.dataset.name);
    return h("li", {}, source(row),
      h("span", {class: "fact"}, ...(out ? [way, thing(other)] : [thing(other), way, me]), role ? h("span", {class: "role", lang: "zh"}, role) : null, ...odd(marks)),
      h("q", {class: "line", lang: "zh"}, quote));
  }

  function event(row) {
    const [, , , type, as, trigger, quote, marks] = row;
    return h("li", {}, source(row), h("span", {class: "fact"}, h("b", {}, type), h("small", {}, ` as ${as} `), h("span", {lang: "zh"}, trigger), ...odd(marks)),
      h("q", {class: "line", lang: "zh"}, quote));
  }

  const neighbour = ([id, name, times, ways]) => h("li", {}, h("a", {class: `go ${kindOf(id)}`, href: wangge.thingUrl(id), lang: "zh"}, name),
    h("span", {class: "ways", lang: "zh"}, ...ways.map(([way, n]) => h("span", {}, n > 1 ? `${way} ×${n}` : way))));

  function part(title, chinese, list, draw, always) {
    if (!list.n && !always) return null;
    return h("section", {}, h("h2", {}, title, " ", h("i", {lang: "zh"}, chinese), " ", h("small", {}, list.n.toLocaleString("en"))), rows(list, draw, {name: title}));
  }

  function facts(card) {
    const rows = [
      ["also", card.aliases.length ? h("span", {lang: "zh"}, card.aliases.join("、")) : null],
      ["kind", card.kind], ["official code", card.code ? h("code", {}, card.code) : null],
      ["area", card.area ? thing(card.area) : null],
      ["named", `${card.mentions.n.toLocaleString("en")} times in ${card.articles.toLocaleString("en")} articles`],
      ["seen", card.dates.length ? (card.dates[0] === card.dates[1] ? card.dates[0] : `${card.dates[0]} – ${card.dates[1]}`) : null],
      ["identified by", card.decided], ["id", h("code", {}, card.id)],
    ];
    return h("dl", {}, ...rows.filter((row) => row[1]).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
  }

  function draw(card) {
    main.dataset.name = card.name;
    document.title = `${card.name} · wangge 网格`;
    const offices = card.type === "person" ? ["Roles in time", "任职"] : ["Who holds office here", "任职者"];
    main.replaceChildren(...[
      h("p", {class: `kind ${card.type}`}, card.type),
      h("h1", {lang: "zh"}, card.name), facts(card),
      card.timeline ? h("section", {}, h("h2", {}, "Districts over time ", h("i", {lang: "zh"}, "时间线")), timeline(card.timeline)) : null,
      part(...offices, card.offices, relation, card.type === "person"),
      part(card.type === "campaign" ? "Organisers, participants, places" : "Campaigns", card.type === "campaign" ? "组织与参与" : "活动", card.campaigns, relation),
      part("Events", "事件", card.events, event),
      part("Other relations", "其他关系", card.others, relation),
      part("Neighbours", "相邻", card.neighbours, neighbour),
      part("Mentions", "提及", card.mentions, line, true),
    ].filter(Boolean));
    main.querySelectorAll("section").forEach((section) => section.querySelector("li .ways") && section.classList.add("near"));
  }

  async function open() {
    const id = hash();
    if (!id || id === "main") return;
    try {
      const site = await load("site");
      const cards = await load(`e/${shard(id, site.things)}`);
      if (!Object.hasOwn(cards, id)) throw new Error("no such thing in this run");
      if (id === hash()) { draw(cards[id]); scrollTo(0, 0); }
    } catch (error) {
      main.replaceChildren(h("h1", {}, "Not found"), h("p", {class: "notice"}, `${id}: ${error.message}.`));
    }
  }
  if (!hash()) main.replaceChildren(h("p", {class: "notice"}, "Choose a thing from the lists, or search for it."));
  addEventListener("hashchange", open);
  open();
})();
