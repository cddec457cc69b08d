// The network: things as nodes, relations and shared events as edges. Choose a node -> its neighbours, its page.
"use strict";
(async () => {
  const {h, load, thingUrl, kindOf, hash, isDark} = wangge;
  const canvas = document.getElementById("canvas"), chosen = document.getElementById("chosen"), said = document.getElementById("said");
  let data;
  try { data = await load("map"); } catch (error) { said.textContent = `The network cannot be read: ${error.message}`; return; }
  if (!data.nodes.length) { said.textContent = "Nothing is linked in this run."; return; }
  const labels = wangge.labels();
  let hues = labels.colours();
  const graph = new graphology.MultiGraph();
  const reach = (k) => Math.max(1, Math.max(...data.nodes.map((row) => row[k])) - Math.min(...data.nodes.map((row) => row[k])));
  const scale = Math.min(0.9, (canvas.clientWidth - 160) / reach(2), (canvas.clientHeight - 80) / reach(3));
  data.nodes.forEach(([id, label, x, y, size], i) => graph.addNode(i, {id, label, x, y, size: Math.min(18, Math.max(2, size * 0.78 * scale + 0.8)), kind: kindOf(id), color: hues[kindOf(id)]}));
  data.edges.forEach(([a, b, way, weight]) => graph.addEdge(a, b, {way, weight, size: 0.6 + Math.min(2, Math.log2(weight + 1) * 0.4)}));
  const off = new Set();
  let at = null, over = null, near = new Set();

  const fade = () => isDark() ? "#2b2e32" : "#e6e1d6";
  const mixed = new Map();
  function thread(kind) { // a line takes a breath of its source's colour
    const key = `${kind}${isDark()}`;
    if (!mixed.has(key)) {
      const part = (colour, i) => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
      const share = isDark() ? 0.42 : 0.36;
      mixed.set(key, "#" + [0, 1, 2].map((i) => Math.round(part(hues[kind], i) * share + part(labels.ink.paper, i) * (1 - share)).toString(16).padStart(2, "0")).join(""));
    }
    return mixed.get(key);
  }
  function node(i, d) {
    if (off.has(d.kind)) return {...d, hidden: true};
    const centre = at ?? over;
    if (centre === null) return {...d, color: hues[d.kind]};
    if (i === centre || near.has(i)) return {...d, color: hues[d.kind], zIndex: 2, forceLabel: near.size < 40 || i === centre};
    return {...d, color: fade(), label: null, faded: true, zIndex: 0};
  }
  function edge(e, d) {
    const centre = at ?? over;
    const [a, b] = graph.extremities(e);
    if (off.has(graph.getNodeAttribute(a, "kind")) || off.has(graph.getNodeAttribute(b, "kind"))) return {...d, hidden: true};
    if (centre === null) return {...d, color: thread(graph.getNodeAttribute(a, "kind"))};
    if (a === centre || b === centre) return {...d, color: hues[graph.getNodeAttribute(a === centre ? b : a, "kind")], size: d.size + 0.6, zIndex: 2};
    return {...d, hidden: true};
  }

  let view;
  try {
    view = new Sigma(graph, canvas, {
      nodeReducer: node, edgeReducer: edge, defaultDrawNodeLabel: labels.draw, defaultDrawNodeHover: labels.hover, zIndex: true,
      labelFont: getComputedStyle(document.body).getPropertyValue("--sans"), labelSize: 12, labelDensity: 20, labelGridCellSize: 120,
      labelRenderedSizeThreshold: 2, defaultEdgeType: "curve", edgeProgramClasses: {curve: Sigma.rendering.EdgeCurveProgram || Sigma.rendering.EdgeRectangleProgram}, minCameraRatio: 0.03, maxCameraRatio: 3, stagePadding: 40, allowInvalidContainer: true,
    });
  } catch (error) {
    said.textContent = "This browser cannot draw the network (WebGL is off); the lists hold the same things.";
    return;
  }
  wangge.map = {view, graph};
  const context = view.getCanvases().labels.getContext("2d");
  view.on("beforeRender", labels.forget);
  view.on("afterRender", () => {
    const shown = view.getNodeDisplayedLabels(), dots = [];
    shown.forEach((i) => { const d = view.getNodeDisplayData(i), p = view.framedGraphToViewport(d); dots.push([p.x, p.y, view.scaleSize(d.size) * 0.8]); });
    labels.flush(context, dots);
  });
  said.textContent = data.all > data.nodes.length
    ? `the ${data.nodes.length.toLocaleString("en")} best linked of ${data.all.toLocaleString("en")} things`
    : `${data.nodes.length.toLocaleString("en")} things, ${data.edges.length.toLocaleString("en")} links`;

  function way(names, out) { return (data.ways[names] || [names, ""])[1] + (data.ways[names] && wangge.WAYS[names] ? (out ? "→" : "←") : ""); }
  function choose(i, centre) {
    at = i;
    near = new Set(i === null ? [] : graph.neighbors(i));
    chosen.hidden = i === null;
    if (i !== null) {
      const d = graph.getNodeAttributes(i), links = new Map();
      graph.forEachEdge(i, (_, e, a, b) => {
        const other = a === i ? b : a;
        if (!links.has(other)) links.set(other, new Set());
        links.get(other).add(way(e.way, a === i));
      });
      const rows = [...links].sort((x, y) => graph.degree(y[0]) - graph.degree(x[0])).slice(0, 60);
      chosen.className = `chosen ${d.kind}`;
      chosen.replaceChildren(h("h2", {lang: "zh"}, d.label), h("p", {}, h("a", {href: thingUrl(d.id)}, "read its page"), h("small", {}, `${d.kind} · ${links.size} neighbours`)),
        h("ul", {class: "keys"}, ...rows.map(([other, ways]) => h("li", {},
          h("button", {type: "button", class: `go ${graph.getNodeAttribute(other, "kind")}`, lang: "zh", onclick: () => choose(other, true)}, graph.getNodeAttribute(other, "label")),
          h("small", {lang: "zh"}, [...ways].join("、"))))));
      history.replaceState(null, "", `#${encodeURIComponent(d.id)}`);
      if (centre) { const p = view.getNodeDisplayData(i); view.getCamera().animate({x: p.x, y: p.y, ratio: Math.min(view.getCamera().ratio, 0.5)}, {duration: 250}); }
    }
    view.refresh({skipIndexation: true});
  }

  view.on("clickNode", ({node: i}) => choose(i));
  view.on("clickStage", () => choose(null));
  view.on("enterNode", ({node: i}) => { canvas.style.cursor = "pointer"; if (at === null) { over = i; near = new Set(graph.neighbors(i)); view.refresh({skipIndexation: true}); } });
  view.on("leaveNode", () => { canvas.style.cursor = ""; over = null; if (at === null) { near = new Set(); view.refresh({skipIndexation: true}); } });
  for (const box of document.querySelectorAll(".map .legend input")) {
    box.addEventListener("change", () => { off[box.checked ? "delete" : "add"](box.value); view.refresh(); });
  }
  canvas.addEventListener("keydown", (event) => {
    const camera = view.getCamera(), {x, y, ratio} = camera.getState(), step = 0.12 * ratio;
    const moves = {ArrowLeft: {x: x - step}, ArrowRight: {x: x + step}, ArrowUp: {y: y + step}, ArrowDown: {y: y - step},
      "+": {ratio: ratio / 1.3}, "=": {ratio: ratio / 1.3}, "-": {ratio: ratio * 1.3}, 0: {x: 0.5, y: 0.5, ratio: 1}};
    if (moves[event.key] && !event.ctrlKey && !event.metaKey) { camera.animate(moves[event.key], {duration: 120}); event.preventDefault(); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.target.closest(".find")) choose(null); });
  const repaint = () => { hues = labels.colours(); view.refresh(); };
  document.addEventListener("theme", repaint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  const open = () => { const i = data.nodes.findIndex((row) => row[0] === hash()); if (i >= 0) choose(String(i), true); };
  addEventListener("hashchange", open);
  repaint();
  open();
})();
