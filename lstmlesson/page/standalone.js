// The end of the module of a page without a kernel: live.js stands above it, and this starts each explorer. The state
// that Python sent to the widget lies beside the explorer's static form, as JSON.

/** What live.js asks of an anywidget's model. Nothing is saved or sent, since nobody is there to receive it. */
class Model {
  constructor(state) {
    this.state = state;
    this.handlers = {};
  }
  get(name) {
    return this.state[name];
  }
  set(name, now) {
    const before = this.state[name];
    this.state[name] = now;
    if (before !== now) for (const handler of this.handlers[`change:${name}`] ?? []) handler();
  }
  on(event, handler) {
    (this.handlers[event] ??= []).push(handler);
  }
  off(event, handler) {
    this.handlers[event] = (this.handlers[event] ?? []).filter((one) => one !== handler);
  }
  save_changes() {}
  send() {}
}

for (const place of document.querySelectorAll("[data-explorer]")) {
  const state = JSON.parse(place.querySelector("script").textContent);
  place.replaceChildren();
  render({ model: new Model(state), el: place });
}
performance.mark("lstmlesson alive"); // so that a test can say how long it took

// What is wider than its place scrolls, so the keyboard must be able to reach it.
const reachable = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth && !target.querySelector("input, select, button, a");
    if (scrolls) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
const WIDE = "pre, .output_html, .text_cell_render, math[display=block]";
for (const one of document.querySelectorAll(WIDE)) reachable.observe(one);
