// The frame of an explorer made of ipywidgets (see lstmlesson/explorers/frame.py). ipywidgets joins the parts before it
// puts them on the page, so the explorer around this one is found only when it stands there. The browser says when: it
// tells a custom element.

const NAME = "lstmlesson-frame";

class Frame extends HTMLElement {
  connectedCallback() {
    const root = this.closest(".lstmlesson");
    if (!root || root.dataset.lmSuppressShortcuts) return;
    root.dataset.lmSuppressShortcuts = "true"; // JupyterLab: no shortcut while something in here has the focus …
    root.addEventListener("keydown", (event) => event.stopPropagation()); // … nor in other places that listen
  }
}

function render({ el }) {
  if (!customElements.get(NAME)) customElements.define(NAME, Frame); // one for all explorers of a page
  el.append(document.createElement(NAME));
}

export default { render };
