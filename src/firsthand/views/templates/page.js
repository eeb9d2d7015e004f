(() => {
  "use strict";
  const drawer = document.getElementById("drawer");
  const body = document.getElementById("drawer-body");
  let opener = null;

  // What is open stands in the address: #open=L1,S4,S7
  const keysOf = (element) =>
    [element.dataset.evidence, ...(element.dataset.statements || "").split(" ")].filter(Boolean);
  const inAddress = () =>
    location.hash.startsWith("#open=") ? location.hash.slice(6).split(",").map(decodeURIComponent) : [];

  const highlight = (keys) => {
    for (const element of document.querySelectorAll(".chosen")) element.classList.remove("chosen");
    if (!keys.length) return;
    for (const element of document.querySelectorAll("[data-statements], [data-evidence]"))
      if (keysOf(element).some((key) => keys.includes(key))) element.classList.add("chosen");
  };

  const show = (keys) => {
    const found = keys.map((key) => document.getElementById("evidence-" + key)).filter(Boolean);
    body.replaceChildren(...found.map((template) => template.content.cloneNode(true)));
    const open = found.length > 0;
    drawer.hidden = !open;
    document.documentElement.classList.toggle("drawer-open", open);
    highlight(open ? keys : []);
    if (open) {
      drawer.scrollTop = 0;
      drawer.focus({ preventScroll: true });
    }
  };

  const close = () => {
    if (drawer.hidden) return;
    show([]);
    history.replaceState(null, "", location.href.split("#")[0]);
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const keys = keysOf(link);
    if (!keys.length) {
      if (drawer.contains(link) && matchMedia("(max-width: 60rem)").matches) show([]);
      return;
    }
    event.preventDefault();
    if (!drawer.contains(link)) opener = link;
    const address = "#open=" + keys.map(encodeURIComponent).join(",");
    if (location.hash === address) show(keys);
    else location.hash = address;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.getElementById("drawer-close").addEventListener("click", close);

  const follow = () => {
    const keys = inAddress();
    if (keys.length) return show(keys);
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (target) target.scrollIntoView();
    if (!location.hash) show([]);
  };
  addEventListener("hashchange", follow);

  for (const tool of document.querySelectorAll("[data-script]")) tool.hidden = false;

  // The legend filters: a stance switched off is dimmed everywhere.
  const off = new Set();
  for (const stance of document.querySelectorAll("#legend .stance")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = stance.className;
    button.append(...stance.childNodes);
    button.setAttribute("aria-pressed", "true");
    button.title = "Show or dim";
    button.addEventListener("click", () => {
      const side = stance.dataset.side;
      const on = off.delete(side) || !off.add(side);
      button.setAttribute("aria-pressed", String(on));
      document.documentElement.classList.toggle("without-" + side, !on);
    });
    stance.replaceWith(button);
  }

  // Claims: by words and by dispute.
  const find = document.getElementById("find");
  const contested = document.getElementById("only-contested");
  const sift = () => {
    const words = find.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of document.querySelectorAll(".card")) {
      const text = card.textContent.toLocaleLowerCase();
      const fits = words.every((word) => text.includes(word)) && (!contested.checked || "contested" in card.dataset);
      card.hidden = !fits;
      for (const row of document.querySelectorAll(".glance tbody tr"))
        if (row.dataset.claims === card.id) row.hidden = !fits;
      count += fits;
    }
    const further = document.querySelector("#claims > .further");
    if (further && (words.length || contested.checked)) further.open = true;
    document.getElementById("found").textContent =
      words.length || contested.checked ? count + (count === 1 ? " claim" : " claims") : "";
  };
  if (find) {
    find.addEventListener("input", sift);
    contested.addEventListener("change", sift);
  }

  // The timeline: one claim in focus dims the others.
  const focus = document.getElementById("focus");
  if (focus)
    focus.addEventListener("change", () => {
      for (const mark of document.querySelectorAll("#timeline [data-claims]"))
        mark.classList.toggle("dim", Boolean(focus.value) && !mark.dataset.claims.split(" ").includes(focus.value));
    });

  // On paper everything stands open, but for why statements were put together, which would fill pages.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open], .grouping)")) {
      details.open = true;
      details.dataset.printed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("details[data-printed]")) {
      details.open = false;
      delete details.dataset.printed;
    }
  });

  if (location.hash) follow();
})();
