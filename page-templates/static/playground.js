// Changes the examples of a page: the generator is a WebAssembly module, which comes when a reader asks for it.
(() => {
  "use strict";
  const root = `${document.body.dataset.root}static/`;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const loaded = (made) => new Promise((resolve, reject) => {
    made.onload = resolve;
    made.onerror = () => reject(new Error(`${made.src || made.href} can’t be loaded`));
    document.head.append(made);
  });

  // A page from a file can load scripts and nothing else, so there the module is in a script, in base64.
  const bytes = async () => {
    if (location.protocol === "file:") {
      await loaded(element("script", { src: `${root}statuscraft.wasm.js` }));
      return Uint8Array.from(atob(window.statuscraftModule), (letter) => letter.charCodeAt(0));
    }
    const response = await fetch(`${root}statuscraft.wasm`);
    if (!response.ok) throw new Error(`statuscraft.wasm: ${response.status} ${response.statusText}`);
    return response.arrayBuffer();
  };

  // What the generator refuses: a message, and a hint if there is one.
  class Refused extends Error {}

  // The answers of the module: a request and its answer are bytes in its memory.
  const answers = (module) => {
    let exports;
    return async (request) => {
      exports ??= (await WebAssembly.instantiate(module)).exports;
      const text = () => new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.text(), exports.text_length()));
      const written = new TextEncoder().encode(JSON.stringify(request));
      let refused;
      try {
        const at = exports.request(written.length);
        new Uint8Array(exports.memory.buffer, at, written.length).set(written);
        refused = exports.answer() !== 0;
      } catch (trap) {
        // Its memory may be inconsistent: the next request gets another instance.
        const said = text();
        exports = undefined;
        throw new Error(`a bug in statuscraft: ${said || trap.message}`);
      }
      if (!refused) return text();
      const { message, hint } = JSON.parse(text());
      throw Object.assign(new Refused(message), { hint });
    };
  };

  const FORMS = { program: "complete program", handler: "handler", response: "response only" };
  const plain = (text) => text.replaceAll("`", "");

  // An option of the example: its label, its control, what it is, and what is wrong with it.
  class Field {
    constructor(name, label, control) {
      Object.assign(this, { name, control });
      const [about, fault] = [`change-${name}-about`, `change-${name}-error`];
      control.id = `change-${name}`;
      control.name = name;
      control.setAttribute("aria-describedby", `${about} ${fault}`);
      this.about = element("small", { id: about });
      this.fault = element("p", { id: fault, class: "fault" });
      const labelled = element("label", { for: control.id }, label);
      const parts = control.type === "checkbox" ? [element("span", {}, control, " ", labelled)] : [labelled, control];
      this.box = element("div", {}, ...parts, this.about, this.fault);
    }

    get value() {
      return this.control.type === "checkbox" ? (this.control.checked ? "yes" : "no") : this.control.value;
    }

    set value(value) {
      if (this.control.type === "checkbox") this.control.checked = value === "yes";
      else this.control.value = value;
    }

    get isChanged() {
      return !this.control.disabled && this.value !== this.usual;
    }

    // As a request has it.
    get request() {
      return { [this.name]: this.control.type === "checkbox" ? this.control.checked : this.value };
    }

    // Takes what the generator says about the option in the target: `list options CODE TARGET`.
    describe(rows, usual = rows[0].default) {
      const wasUsual = this.usual === undefined || this.value === this.usual;
      this.usual = usual;
      if (wasUsual) this.value = usual;
      const effect = rows.some((row) => row.effect);
      this.control.disabled = !effect;
      const about = this.name === "form" ? "how much is shown" : plain(rows.map((row) => row.about).join("; "));
      this.about.textContent = about + (effect ? "" : ": no effect here");
    }

    refuse(error) {
      this.fault.textContent = error ? [error.message, error.hint].filter(Boolean).join(": ") : "";
      if (error) this.control.setAttribute("aria-invalid", "true");
      else this.control.removeAttribute("aria-invalid");
    }
  }

  const text = () => element("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const choice = (names) => element("select", {}, ...names.map(([value, label]) => element("option", { value }, label)));

  const fields = (bodies) => [
    new Field("path", "Path", text()),
    new Field("message", "Message", text()),
    new Field("name", "Name of the handler", text()),
    new Field("form", "Form", choice(Object.entries(FORMS))),
    new Field("body", "Body of errors", choice(bodies.map((name) => [name, name]))),
    new Field("strict", "Strict", element("input", { type: "checkbox" })),
  ];

  // The names of all shapes of errors; each but the usual one has a row.
  const bodies = (rows) => {
    const others = rows.filter((row) => row.option === "--body");
    return [others[0].default, ...others.map((row) => row.about.match(/`(.*?)`/)[1])];
  };

  // A figure as those of the page, from a piece of the format `html`.
  const figure = (caption, code) => {
    const copy = element("code", { class: code.className });
    for (const node of code.childNodes) {
      const kind = node.className?.replace("sc-", "");
      // The page's classes have one letter. Keywords have none, and that of constants is taken by comments.
      const short = kind === "constant" ? "n" : kind?.[0];
      copy.append(short ? element("i", short === "k" ? {} : { class: short }, node.textContent) : node.textContent);
    }
    const button = element("button", { type: "button", "data-copy": "" }, "Copy");
    return element("figure", { class: "code" },
      element("figcaption", {}, caption, " ", button),
      element("pre", { tabindex: "0" }, copy));
  };

  const panelOf = (html, record, form) => {
    const parts = [];
    for (const piece of new DOMParser().parseFromString(html, "text/html").querySelectorAll("pre.statuscraft, p.statuscraft")) {
      if (piece.localName === "p") {
        parts.push(element("p", { class: "deviation" }, ...piece.childNodes));
        continue;
      }
      // Of several files, each has its name.
      const named = piece.closest("figure")?.querySelector("figcaption code")?.textContent;
      const file = named ?? (form === "program" && record.file);
      const before = form === "program" ? "Save as " : "";
      const caption = file ? [before, element("code", {}, file)] : [`Only the ${form}`];
      parts.push(figure(element("span", {}, ...caption), piece.firstElementChild));
    }
    if (form !== "program") return parts;
    // In the order of the page: commands, files, what they were tested with.
    const files = parts.filter((part) => part.localName === "figure").length;
    const commands = element("code", {}, `${record.install}\n${record.run}`);
    const setup = figure(`Install, save the file${files > 1 ? "s" : ""}, start`, commands);
    const tested = element("p", { class: "run" }, `Tested with ${record.version}.`);
    return [element("div", { class: "setup" }, setup), ...parts, tested];
  };

  window.statuscraftPlayground = async (place, status) => {
    const code = Number(place.dataset.change);
    const tabs = document.querySelector("[data-tabs=framework]");
    const target = () => tabs.querySelector("[data-tab]:checked").dataset.tab;
    const [module] = await Promise.all([
      bytes().then((read) => WebAssembly.compile(read)),
      loaded(element("link", { rel: "stylesheet", href: `${root}playground.css` })),
    ]);
    const ask = answers(module);
    const rowsOf = async (name) => JSON.parse(await ask(["list", "options", String(code), name, "--format", "json"]));

    // Some frameworks may have no example; they share what is asked here.
    const offered = [...tabs.querySelectorAll("[data-panel]")].filter((panel) => panel.querySelector("pre"));
    const all = fields(bodies(await rowsOf(offered[0].dataset.panel)));
    const reset = element("button", { type: "reset" }, "Reset");
    const link = element("small", {}, "The address of this page keeps your choice.");
    const form = element("form", { class: "change", "aria-label": "Change this example" },
      ...all.map((field) => field.box), element("p", {}, reset, " ", link));

    const describe = async () => {
      try {
        const rows = await rowsOf(target());
        for (const field of all) {
          const own = rows.filter((row) => row.option === `--${field.name}`);
          field.describe(own, field.name === "body" ? place.dataset.body : undefined);
        }
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        // The panel says why there is no example.
        for (const field of all) field.control.disabled = true;
      }
    };

    const originals = new Map();
    const show = (panel, parts) => {
      if (!originals.has(panel)) originals.set(panel, [...panel.childNodes]);
      const nodes = originals.get(panel);
      // The title for paper and the link to the framework stay.
      const [title, ...rest] = nodes.filter((node) => node.localName);
      panel.replaceChildren(...(parts ? [title, ...parts, rest.at(-1)] : nodes));
    };

    const refusals = async (changed, error) => {
      let found = false;
      for (const field of changed) {
        try {
          await ask({ code, target: target(), ...field.request });
        } catch (own) {
          field.refuse(own);
          found = true;
        }
      }
      return found ? "The example stays as it is until the options are right." : `error: ${error.message}`;
    };

    const remember = (changed) => {
      const chosen = new URLSearchParams([["target", target()], ...changed.map((field) => [field.name, field.value])]);
      history.replaceState(history.state, "", `#change&${chosen}`);
    };

    let turn = 0;
    const update = async () => {
      const mine = ++turn;
      const panel = tabs.querySelector(`[data-panel="${target()}"]`);
      const changed = all.filter((field) => field.isChanged);
      remember(changed);
      for (const field of all) field.refuse();
      const body = place.dataset.body ? { body: place.dataset.body } : {};
      const request = Object.assign({ code, target: target() }, body, ...changed.map((field) => field.request));
      try {
        const record = changed.length && JSON.parse(await ask({ ...request, format: "json" }));
        const html = changed.length && (await ask({ ...request, format: "html" }));
        // The reader may have gone on meanwhile.
        if (mine !== turn) return;
        show(panel, changed.length ? panelOf(html, record, request.form ?? "program") : undefined);
        const names = changed.map((field) => field.name).join(", ");
        status.textContent = names ? `Changed: ${names}` : "The example as it comes";
      } catch (error) {
        const said = error instanceof Refused ? await refusals(changed, error) : error.message;
        if (mine === turn) status.textContent = said;
      }
    };

    let waiting;
    form.addEventListener("input", (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(update, event.target.type === "text" ? 150 : 0);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      update();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const field of all) field.value = field.usual;
      update();
    });
    tabs.addEventListener("change", async () => {
      await describe();
      await update();
    });

    const choose = async () => {
      const chosen = new URLSearchParams(location.hash.replace("#change&", ""));
      const tab = [...tabs.querySelectorAll("[data-tab]")].find((it) => it.dataset.tab === chosen.get("target"));
      if (tab) tab.checked = true;
      await describe();
      for (const field of all) field.value = chosen.get(field.name) ?? field.usual;
      await update();
    };
    const isLink = () => location.hash.startsWith("#change&");
    window.addEventListener("hashchange", () => isLink() && choose());

    const linked = isLink();
    if (linked) await choose();
    else await describe();
    place.prepend(form);
    if (linked) document.getElementById("examples").scrollIntoView();
    else {
      all.find((field) => !field.control.disabled)?.control.focus();
      await update();
    }
  };
})();
