// A newspaper page: a note is chosen -> its words in the text, its printed lines, its place in the list.
"use strict";
(() => {
  const {hash, tabs, h} = wangge;
  const two = document.querySelector(".two");
  const panes = [...document.querySelectorAll(".pane")];
  const narrow = matchMedia("(max-width: 52rem)");
  const lines = [...document.querySelectorAll(".print li")];
  const bars = {}, tabOf = (bar, name) => document.querySelector(`.tabs.${bar} [data-pane="${name}"]`);

  const pane = (name) => panes.find((one) => one.dataset.pane === name);
  function show(name) {
    const side = name === "notes" || name === "names";
    for (const one of panes) {
      const itsSide = one.dataset.pane === "notes" || one.dataset.pane === "names";
      if (itsSide === side) one.hidden = one.dataset.pane !== name;
    }
    two.dataset.shown = side ? "side" : "main";
  }
  bars.panes = tabs(document.querySelector(".tabs.panes"), (tab) => show(tab.dataset.pane));
  bars.side = tabs(document.querySelector(".tabs.side"), (tab) => show(tab.dataset.pane));
  const isPrint = () => lines.length && !pane("print").hidden;
  function toText() {
    if (narrow.matches || isPrint()) { if (!isPrint() || two.dataset.shown === "side") bars.panes(tabOf("panes", isPrint() ? "print" : "text")); }
  }

  const printed = (start, end) => lines.filter((line) => +line.dataset.start < end && +line.dataset.end > start);
  function let_go() {
    for (const one of document.querySelectorAll(".on")) one.classList.remove("on");
    for (const one of document.querySelectorAll(".note[aria-current]")) one.removeAttribute("aria-current");
  }

  function choose(note) {
    let_go();
    note.setAttribute("aria-current", "true");
    const words = [...document.querySelectorAll("[data-x]")].filter((leaf) => leaf.dataset.x.split(" ").includes(note.id));
    words.forEach((leaf) => leaf.classList.add("on"));
    words[0]?.closest(".s")?.classList.add("on");
    const own = printed(+note.dataset.start, +note.dataset.end);
    own.forEach((line) => line.classList.add("on"));
    note.querySelector(".lines").replaceChildren(...own.flatMap((line) => [h("span", {class: "no"}, String(line.value)), line.textContent.trim(), h("br")]));
    if (pane("notes").hidden) bars.side(tabOf("side", "notes"));
    toText();
    note.scrollIntoView({block: "nearest"});
    (isPrint() ? own[0] : words[0])?.scrollIntoView({block: "center"});
  }

  function point(id) {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.classList.contains("note")) return choose(target);
    let_go();
    if (isPrint()) bars.panes(tabOf("panes", "text"));
    toText();
    if (target.tagName !== "ARTICLE" && target.id !== "main") target.classList.add("on");
    if (target.tagName === "ARTICLE") follow(target.id);
    target.scrollIntoView({block: target.tagName === "ARTICLE" ? "start" : "center"});
  }

  // the list keeps to the article that is being read, unless a note of it is chosen
  const aside = document.querySelector("aside");
  function follow(article) {
    const section = aside.querySelector(`[data-article="${CSS.escape(article)}"]`);
    if (narrow.matches || !section || section.offsetParent === null || section.querySelector("[aria-current]")) return;
    aside.scrollTo({top: section.offsetTop - 48});
  }
  const eye = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => follow(one.target.id)), {rootMargin: "-30% 0px -65% 0px"});
  for (const article of document.querySelectorAll("article")) eye.observe(article);

  document.addEventListener("click", (event) => {
    const note = event.target.closest(".note"), names = event.target.closest("[data-show]");
    const link = event.target.closest('a[href^="#"]');
    if (note && !event.target.closest("a")) history.replaceState(null, "", `#${encodeURIComponent(note.id)}`), choose(note);
    else if (names) {
      let_go();
      if (isPrint()) bars.panes(tabOf("panes", "text"));
      const all = [...document.querySelectorAll(".m")].filter((one) => one.dataset.thing === names.dataset.show);
      all.forEach((one) => one.classList.add("on"));
      names.classList.add("on");
      toText();
      all[0]?.scrollIntoView({block: "center"});
    } else if (link && link.hash === location.hash) point(hash());
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.target.closest(".find")) let_go(); });
  for (const box of document.querySelectorAll(".legend input")) {
    box.addEventListener("change", () => document.body.classList.toggle(`no-${box.value}`, !box.checked));
  }
  narrow.addEventListener("change", () => show("text"));
  addEventListener("hashchange", () => point(hash()));
  show("notes"); show("text");
  point(hash());
})();
