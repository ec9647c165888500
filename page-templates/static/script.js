// Tabs that remember, copy buttons, light and dark, what shows a search's results and changes examples. Every page works without it.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.body.dataset.root;

  // What the reader has chosen; a browser may refuse to remember it.
  const recall = (key) => { try { return localStorage.getItem("statuscraft-" + key); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem("statuscraft-" + key, value); } catch { /* not remembered */ } };

  // The command asks the program that is shown.
  const ask = (port) => {
    for (const command of all("[data-asks]")) {
      const asked = new RegExp(`(^|:)${command.dataset.asks}(?!\\d)`, "g");
      const texts = document.createTreeWalker(command, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(asked, `$1${port}`);
      command.dataset.asks = port;
    }
  };

  // A link such as `#tab-go` names a tab; without one it is the tab that the reader has chosen before.
  for (const tabs of all("[data-tabs]")) {
    const group = tabs.dataset.tabs;
    const find = (wanted) => all("[data-tab]", tabs).find(wanted);
    const show = (tab) => {
      if (!tab) return;
      tab.checked = true;
      ask(tab.dataset.port);
    };
    const linked = () => find((tab) => location.hash === `#${tab.id}`);
    show(linked() ?? find((tab) => tab.dataset.tab === recall(group)));
    window.addEventListener("hashchange", () => show(linked()));
    tabs.addEventListener("change", ({ target: tab }) => {
      if (!tab.dataset.tab) return;
      remember(group, tab.dataset.tab);
      show(tab);
      if (!location.hash.startsWith("#change&")) history.replaceState(history.state, "", `#${tab.id}`);
    });
  }

  for (const caption of all(".code figcaption")) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
    button.dataset.copy = "";
    caption.append(" ", button);
  }
  // An example that is changed gets other buttons.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const code = button.closest("figure").querySelector("pre code");
    let done = true;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Without the right to write, the text is selected and the browser copies the selection.
      getSelection().selectAllChildren(code);
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Press Ctrl+C";
    setTimeout(() => { button.textContent = "Copy"; }, 1600);
  });

  for (const filter of all("[data-filter]")) {
    const input = filter.querySelector("input");
    const status = filter.querySelector("[data-filter-status]");
    const entries = all("[data-filtered] > details").map((entry) => ({ entry, text: entry.textContent.toLowerCase() }));
    filter.hidden = false;
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { entry, text } of entries) {
        entry.hidden = !words.every((word) => text.includes(word));
        if (!entry.hidden) shown += 1;
      }
      status.textContent = words.length ? `${shown} of ${entries.length} codes` : "";
    });
  }

  const themes = ["system", "light", "dark"];
  for (const button of all("[data-theme-switch]")) {
    const show = (theme) => {
      document.documentElement.dataset.theme = theme;
      button.textContent = "Theme: " + theme;
    };
    show(themes.includes(recall("theme")) ? recall("theme") : "system");
    button.hidden = false;
    button.addEventListener("click", () => {
      const next = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
      remember("theme", next);
      show(next);
    });
  }

  // What searches comes when it is wanted, as scripts, because pages from a file can't read anything else.
  const load = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}static/${name}`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  let loading;
  const searching = () => loading ??= Promise.all(["index.js", "search.js"].map(load))
    .then(() => window.statuscraftSearch(window.statuscraftIndex));

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  for (const place of all("[data-change]")) {
    const button = place.querySelector("button");
    const status = element("div", "");
    status.setAttribute("role", "status");
    place.append(status);
    let opening;
    const open = () => opening ??= (async () => {
      status.textContent = "Loading the generator";
      await load("playground.js");
      await window.statuscraftPlayground(place, status);
      button.hidden = true;
    })().catch((error) => {
      opening = undefined;
      status.textContent = `The example can’t be changed here: ${error.message ?? "the script can’t be loaded"}`;
    });
    button.hidden = false;
    button.addEventListener("click", open);
    if (location.hash.startsWith("#change&")) open();
  }

  for (const find of all("[data-search]")) {
    const input = find.querySelector("input");
    const list = find.querySelector("[data-search-results]");
    const status = find.querySelector("[data-search-status]");
    const links = () => all("a", list);
    find.hidden = false;

    const item = ({ path, digit, name, text, about }) => {
      const link = element("a", "");
      link.href = root + path;
      link.append(element("b", name), ` ${text}`, element("small", about.replaceAll("`", "")));
      const entry = element("li", "");
      entry.className = `c${digit}`;
      entry.append(link);
      return entry;
    };
    const show = async () => {
      const query = input.value;
      let found = [];
      try {
        if (query.trim()) found = (await searching())(query);
      } catch {
        status.textContent = "The search can’t be loaded";
      }
      // The reader may have typed on meanwhile.
      if (query !== input.value) return;
      list.replaceChildren(...found.map(item));
      list.hidden = !found.length;
      status.textContent = query.trim() ? `${found.length} result${found.length === 1 ? "" : "s"}` : "";
    };
    input.addEventListener("focus", () => searching().catch(() => {}));
    input.addEventListener("input", show);
    find.addEventListener("keydown", (event) => {
      const at = links().indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        (links()[at + step] ?? (step < 0 ? input : document.activeElement)).focus();
      } else if (event.key === "Enter" && at < 0) {
        links()[0]?.click();
      } else if (event.key === "Escape") {
        list.hidden = true;
        input.focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (!find.contains(event.target)) list.hidden = true;
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        input.focus();
      }
    });
    if (input.value) show();
  }
})();
