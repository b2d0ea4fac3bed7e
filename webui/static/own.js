"use strict";
// The searches this browser alone remembers, listed: the last ones, and those that were kept.
(() => {
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
  const feed = (href) => location.origin + href.replace("/search", "/search.atom");
  const opml = (all) => {
    const lines = all.map(([label, href]) =>
      `<outline type="rss" text="${escaped(label)}" xmlUrl="${escaped(feed(href))}"/>`);
    return `<opml version="2.0"><head/><body>${lines.join("")}</body></opml>`;
  };
  const isSearch = (one) => Array.isArray(one) && String(one[1]).startsWith("/search?");
  const read = (name) => {
    try { return JSON.parse(localStorage.getItem(name) || "[]").filter(isSearch); } catch { return []; }
  };

  for (const note of document.querySelectorAll("[data-unscripted]")) note.remove();
  for (const box of document.querySelectorAll("[data-own]")) {
    const name = box.dataset.own, file = box.querySelector("[data-export]");
    const change = (all) => {
      try { localStorage.setItem(name, JSON.stringify(all)); } catch { /* shown, if not kept */ }
      draw(all);
    };
    const line = (all, [label, href]) => {
      const item = box.querySelector("template").content.cloneNode(true);
      const link = item.querySelector("a");
      link.textContent = item.querySelector("span").textContent = label;
      link.href = href;
      item.querySelector("button").addEventListener("click", () =>
        change(all.filter((one) => one[1] !== href)));
      return item;
    };
    const draw = (all) => {
      box.querySelector("ul").replaceChildren(...all.map((one) => line(all, one)));
      box.hidden = !all.length;
      if (!file) return;
      box.nextElementSibling.hidden = !box.hidden;
      file.href = `data:text/x-opml,${encodeURIComponent(opml(all))}`;
    };
    box.querySelector("[data-clear]").addEventListener("click", () => change([]));
    draw(read(name));
  }
})();
