"use strict";
// Suggestions, shortcuts, copying, the personal list. Every page works without; it holds the words.
(() => {
  const form = document.getElementById("ask");
  const box = document.getElementById("q");
  const PATIENCE = 1000, PAUSE = 200;
  let composing = false;

  // An input method's own keys are no keys of ours; some browsers say so only by 229.
  const isComposing = (event) => composing || event.isComposing || event.keyCode === 229;
  document.addEventListener("compositionstart", () => { composing = true; });
  document.addEventListener("compositionend", () => { composing = false; });
  form.addEventListener("submit", (event) => { if (composing) event.preventDefault(); });

  if (form.dataset.focus && !location.hash && matchMedia("(pointer: fine)").matches) box.focus();

  // ---- suggestions: a combobox whose list never chooses by itself
  const list = document.createElement("ul");
  const said = document.createElement("p");
  let request = null, timer = 0, active = -1, failed = "";
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestions);
  said.className = "unseen";
  said.setAttribute("role", "status");
  box.after(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
    "aria-autocomplete": "list",
  })) box.setAttribute(name, value);

  const close = () => {
    clearTimeout(timer);
    if (request) request.abort();
    request = null;
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    said.textContent = "";
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const show = ([, texts, kinds, addresses]) => {
    close();
    if (!texts.length || document.activeElement !== box) return;
    texts.forEach((text, at) => {
      const option = document.createElement("li");
      const kind = document.createElement("span");
      option.id = `suggestion-${at}`;
      option.dataset.href = addresses[at];
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      kind.className = "hint";
      kind.textContent = kinds[at];
      option.append(text, " ", kind);
      list.append(option);
    });
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    said.textContent = form.dataset.count.replace("%n", texts.length);
  };

  const ask = async () => {
    const typed = box.value.trim();
    const enough = /[^\x00-\x7f]/.test(typed) || typed.length > 1;
    if (composing || !enough || (failed && typed.startsWith(failed))) return close();
    if (request) request.abort();
    const own = request = new AbortController();
    const late = setTimeout(() => own.abort(), PATIENCE);
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`,
        { signal: own.signal });
      if (answer.ok) { failed = ""; show(await answer.json()); } else { failed = typed; close(); }
    } catch { // too late, or overtaken by the next letter
      if (request === own) close();
    } finally {
      clearTimeout(late);
    }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };

  const move = (step) => {
    const options = list.children;
    if (active >= 0) options[active].setAttribute("aria-selected", "false");
    active += step;
    if (active >= options.length) active = -1;
    if (active < -1) active = options.length - 1;
    if (active < 0) return box.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[active].id);
  };

  box.addEventListener("input", (event) => { if (!isComposing(event)) soon(); });
  box.addEventListener("compositionend", soon);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) box.value = "";
      close();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.href);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });

  // ---- shortcuts: none while something is typed, none is the only way
  const follow = (link) => { if (link) link.click(); };
  const step = (found, by) => {
    const all = [...document.querySelectorAll(found)];
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
  };
  const toggles = document.querySelectorAll("button[data-toggle]");
  for (const button of toggles) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const on = document.body.classList.toggle(button.dataset.toggle);
      button.setAttribute("aria-pressed", String(on));
    });
  }
  const keys = {
    "/": () => { box.focus(); box.select(); },
    j: () => step(".hits h3 a", 1),
    k: () => step(".hits h3 a", -1),
    o: () => { if (document.activeElement.matches(".hits h3 a")) follow(document.activeElement); },
    "[": () => follow(document.querySelector("main a[rel=prev]")),
    "]": () => follow(document.querySelector("main a[rel=next]")),
    n: () => step("mark[tabindex]", 1),
    p: () => step("mark[tabindex]", -1),
    h: () => toggles.forEach((button) => button.click()),
    "?": () => follow(document.getElementById("keys-help")),
  };
  keys["？"] = keys["?"];
  document.addEventListener("keydown", (event) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.documentElement.dataset.keys === "off") return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const does = keys[event.key];
    if (does) { event.preventDefault(); does(); }
  });

  // ---- what this browser alone remembers, for own.js: the last searches, and those kept
  const asked = document.querySelector("[data-asked]");
  const remember = (name, most) => {
    const { asked: label, href } = asked.dataset;
    try {
      const others = JSON.parse(localStorage.getItem(name) || "[]").filter((one) => one[1] !== href);
      localStorage.setItem(name, JSON.stringify([[label, href], ...others].slice(0, most)));
    } catch { return false; } // full, or forbidden
    return true;
  };
  if (asked) remember("recent", 10);
  const keeper = document.querySelector("button[data-keep]");
  if (keeper) {
    keeper.hidden = false;
    keeper.addEventListener("click", () => {
      const said = remember("kept", 50) ? keeper.dataset.keep : keeper.dataset.full;
      keeper.nextElementSibling.textContent = said;
    });
  }

  // ---- copying
  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) break; // only where the connection is safe
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent.trim();
      await navigator.clipboard.writeText(text);
      button.nextElementSibling.textContent = button.dataset.done;
    });
  }
})();
