// Labels of the network: set after each drawing, the largest first, each where it covers no other.
"use strict";
wangge.labels = () => {
  const KINDS = ["person", "organisation", "district", "campaign", "place", "policy"];
  const ink = {};
  let wanted = new Map();

  const hex = (colour) => "#" + (colour.match(/\d+/g) || ["0", "0", "0"]).slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join("");
  function colours() {
    // light-dark() is resolved only where the browser paints: let it paint a swatch
    const all = getComputedStyle(document.body), kinds = {};
    const swatch = document.body.appendChild(document.createElement("i"));
    const read = (name) => { swatch.style.color = all.getPropertyValue(`--${name}`); return hex(getComputedStyle(swatch).color); };
    for (const name of ["paper", "ink", "soft", "rule"]) ink[name] = read(name);
    for (const kind of KINDS) kinds[kind] = read(kind);
    swatch.remove();
    return kinds;
  }

  const height = (data) => Math.round(Math.max(11.5, Math.min(22, 8.5 + data.size * 0.62)));
  function places(data, wide, tall) {
    const {x, y, size} = data, gap = 3;
    return [[x + size + gap, y + tall * 0.36], [x - wide / 2, y + size + tall], [x - wide / 2, y - size - gap - 1], [x - size - gap - wide, y + tall * 0.36]];
  }

  function write(context, data, settings, x, y) {
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = ink.paper;
    context.fillStyle = ink.ink;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  }
  const font = (data, settings) => `${data.size > 11 ? 600 : 400} ${height(data)}px ${settings.labelFont}`;

  // sigma calls this for each label it would draw: they are kept until all are known
  const draw = (context, data, settings) => { if (data.label) wanted.set(data.key, [data, settings]); };

  function flush(context, dots) {
    // the name of a hub may cover the small dots around it, never a name or a dot of its own kind
    const boxes = dots.map(([x, y, r]) => [x - r, y - r, x + r, y + r, r]);
    const hits = (box, size) => boxes.some((b) => b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1] && !(b[4] < size * 0.5));
    const all = [...wanted.values()].sort((a, b) => (b[0].forceLabel ? 1 : 0) - (a[0].forceLabel ? 1 : 0) || b[0].size - a[0].size || (a[0].label < b[0].label ? -1 : 1));
    for (const [data, settings] of all) {
      context.font = font(data, settings);
      const wide = context.measureText(data.label).width, tall = height(data);
      for (const [x, y] of places(data, wide, tall)) {
        const box = [x - 1, y - tall * 0.86, x + wide + 1, y + tall * 0.18];
        if (hits(box, data.size)) continue;
        boxes.push(box);
        write(context, data, settings, x, y);
        break;
      }
    }
    wanted = new Map();
  }

  function hover(context, data, settings) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = ink.ink;
    context.stroke();
    if (!data.label) return;
    context.font = font(data, settings);
    write(context, data, settings, ...places(data, context.measureText(data.label).width, height(data))[0]);
  }
  const forget = () => { wanted = new Map(); };
  return {draw, forget, flush, hover, colours, ink};
};
