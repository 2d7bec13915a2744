// What every page of the site does besides: styles are set by the DOM, since the policy takes none from a text, and the
// worker is started that lets a second visit do without a network.

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

if (location.protocol.startsWith("http") && "serviceWorker" in navigator)
  navigator.serviceWorker.register(new URL("sw.js", import.meta.url)).catch(() => {}); // without one, all else works
