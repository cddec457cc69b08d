// Labels of the network: a halo in the colour of the paper, so that names stay readable over lines.
"use strict";
wangge.labels = () => {
  const style = () => getComputedStyle(document.body);
  function draw(context, data, settings) {
    if (!data.label) return;
    const size = Math.max(settings.labelSize, Math.min(20, 9 + data.size * 0.45));
    context.font = `${data.size > 12 ? 600 : 500} ${size}px ${settings.labelFont}`;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = wangge.labels.paper;
    context.fillStyle = data.faded ? wangge.labels.soft : wangge.labels.ink;
    const wide = context.measureText(data.label).width;
    const middle = data.size > 13;
    const x = middle ? data.x - wide / 2 : data.x + data.size + 3, y = middle ? data.y + data.size + size : data.y + size / 3;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  }
  function hover(context, data, settings) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = wangge.labels.ink;
    context.stroke();
    draw(context, {...data, faded: false}, settings);
  }
  function colours() {
    const all = style();
    // light-dark() is resolved by the browser only where it paints: let it paint a swatch
    const swatch = document.body.appendChild(document.createElement("i"));
    const read = (name) => { swatch.style.color = all.getPropertyValue(`--${name}`); return getComputedStyle(swatch).color; };
    Object.assign(wangge.labels, {paper: read("paper"), ink: read("ink"), soft: read("soft"), rule: read("rule"), seal: read("seal")});
    const kinds = {};
    for (const kind of ["person", "organisation", "district", "campaign", "place", "policy"]) kinds[kind] = hex(read(kind));
    swatch.remove();
    return kinds;
  }
  const hex = (colour) => "#" + (colour.match(/\d+/g) || ["0", "0", "0"]).slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join("");
  return {draw, hover, colours, hex};
};
