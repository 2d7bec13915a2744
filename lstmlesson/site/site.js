// What every page of the site does besides: styles are set by the DOM, since the policy takes none from a text; a box
// finds lines of the index; and the worker is started that lets a second visit do without a network.

/** Set the style of an element, and of all inside it, that was written as data. */
function style(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const one of [node, ...node.querySelectorAll("[data-style]")])
    if (one.dataset.style) one.style.cssText = one.dataset.style;
}

new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes)
    if (type === "attributes") target.style.cssText = target.dataset.style;
    else addedNodes.forEach(style);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-style"] });

/** Lines of tables that hold all the words that are typed; the others are not shown, and how many are left is said. */
function find(place) {
  const lines = [...document.querySelectorAll("tbody tr")], label = document.createElement("label"), box = document.createElement("input"), said = document.createElement("p");
  box.type = "search";
  said.setAttribute("role", "status");
  label.append(place.dataset.find, " ", box);
  place.append(label, said);
  const plain = (text) => text.toLowerCase().replace(/(\d),(?=\d{3})/g, "$1");
  box.addEventListener("input", () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    for (const line of lines) line.hidden = !words.every((word) => plain(line.textContent).includes(word));
    for (const table of document.querySelectorAll("table")) table.hidden = !table.querySelector("tbody tr:not([hidden])");
    const some = lines.filter((line) => !line.hidden).length;
    said.textContent = words.length ? place.dataset.found.replace("{some}", some).replace("{all}", lines.length) : "";
  });
}
document.querySelectorAll("[data-find]").forEach(find);

if (location.protocol.startsWith("http") && "serviceWorker" in navigator)
  navigator.serviceWorker.register(new URL("sw.js", import.meta.url)).catch(() => {}); // without one, all else works
