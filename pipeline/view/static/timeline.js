// A campaign's districts on a line of time, those seen first above: a dot for a day, a bar for a month or longer.
"use strict";
wangge.timeline = (every, most = 30) => {
  const {h, thingUrl, pageUrl, WAYS} = wangge;
  const NS = "http://www.w3.org/2000/svg", ROW = 30, LEFT = 150, WIDTH = 760, TOP = 30, RIGHT = 20;
  const s = (tag, attributes, ...children) => {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const day = (date) => Date.parse(`${date}T00:00:00Z`) / 864e5;
  const all = [...new Map(every.map((one) => [one[0], one[1]])).entries()], rows = all.slice(0, most);
  const drawn = new Set(rows.map(([id]) => id)), strokes = every.filter((one) => drawn.has(one[0]));
  let from = Math.min(...strokes.map((one) => day(one[2]))), to = Math.max(...strokes.map((one) => day(one[3]))) + 1;
  const room = Math.max(3, (to - from) * 0.04);
  from -= room; to += room;
  const x = (value) => LEFT + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT);
  const height = TOP + rows.length * ROW + 8;
  const svg = s("svg", {viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: "group", "aria-label": "Districts over time", class: "timeline"});

  const months = []; // [first day, number of the month since year 0]
  const start = new Date(from * 864e5);
  for (let year = start.getUTCFullYear(), month = start.getUTCMonth(); ; month++) {
    const first = Date.UTC(year, month, 1) / 864e5;
    if (first > to) break;
    if (first >= from) months.push([first, year * 12 + month]);
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => months.length / n <= 8) || 240;
  months.filter(([, number]) => number % step === 0).forEach(([first]) => {
    svg.append(s("line", {x1: x(first), x2: x(first), y1: TOP - 6, y2: height, class: "grid"}),
      s("text", {x: x(first) + 4, y: TOP - 12, class: "tick"}, new Date(first * 864e5).toISOString().slice(0, 7)));
  });
  rows.forEach(([id, name], i) => {
    const y = TOP + i * ROW + ROW / 2;
    svg.append(s("line", {x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y, class: "rail"}));
    const label = s("a", {href: thingUrl(id)}, s("text", {x: LEFT - 12, y: y + 5, "text-anchor": "end", lang: "zh"}, name.length > 9 ? `${name.slice(0, 8)}…` : name));
    svg.append(label);
    const own = strokes.filter((one) => one[0] === id);
    const bars = own.filter((one) => one[2] !== one[3]);
    own.forEach((one) => {
      const [, , first, last, kind, file, anchor, date, quote, times] = one;
      const wide = first !== last, many = bars.length, place = bars.indexOf(one);
      const thick = many > 1 ? Math.max(2, 14 / many) : 8;
      const top = wide && many > 1 ? y - 7 + place * (14 / many) : y - thick / 2;
      const mark = wide
        ? s("rect", {x: x(day(first)), y: top, width: Math.max(6, x(day(last) + 1) - x(day(first))), height: Math.max(1.6, thick - 1), rx: 2})
        : s("circle", {cx: x(day(first) + 0.5), cy: y, r: 6});
      mark.append(s("title", {}, `${date} · ${WAYS[kind] || kind} · ${quote}${times > 1 ? ` · and ${times - 1} more` : ""}`));
      svg.append(s("a", {href: pageUrl(file, anchor), class: `stroke ${kind}`, "aria-label": `${name}, ${date}, ${WAYS[kind] || kind}`}, mark));
    });
  });
  const kinds = [...new Set(strokes.map((one) => one[4]))];
  const figure = h("figure", {class: "time"},
    h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Timeline"}, svg),
    all.length > most ? h("button", {type: "button", class: "plain", onclick: () => figure.replaceWith(wangge.timeline(every, most + 100))}, `${rows.length} of ${all.length} districts; more`) : null,
    h("figcaption", {}, ...kinds.map((kind) => h("span", {class: `key ${kind}`}, WAYS[kind] || kind)),
      h("span", {class: "quiet"}, "a dot is a day, a bar a time known less exactly")));
  return figure;
};
