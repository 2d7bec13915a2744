// The end of the module of a page without a kernel: live.js and quiz.js stand above it, and this starts each explorer. The state
// that Python sent to the widget lies beside the explorer's static form, as JSON.

/** What live.js asks of an anywidget's model. Nothing is saved or sent, since nobody is there to receive it. */
class Model {
  constructor(state, changed) {
    this.state = state;
    this.changed = changed;
    this.handlers = {};
  }
  get(name) {
    return this.state[name];
  }
  set(name, now) {
    const before = this.state[name];
    this.state[name] = now;
    if (before !== now) for (const handler of this.handlers[`change:${name}`] ?? []) handler();
    this.changed();
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

// The states that differ from where they began stand in the address, #set?2.units=5 for the third explorer, so that a
// teacher can send them. A deck has its slide there instead. What is no value of its control is not taken.
const ADDRESS = "#set?";
const states = [];

/** Whether a value read from the address is one that the control can have. */
function allows({ start, options, ends }, now) {
  if (options) return options.includes(now);
  return ends ? Number.isInteger(now) && now >= ends[0] && now <= ends[1] : typeof now === typeof start;
}

function fromAddress(state, number, given) {
  for (const control of state._controls.filter((one) => one.argument)) {
    const text = given.get(`${number}.${control.name}`);
    const now = control.options || text === null ? text : { true: true, false: false }[text] ?? Number(text || NaN);
    if (text !== null && allows(control, now)) state[control.name] = now;
  }
}

let waiting;
function toAddress() {
  clearTimeout(waiting); // a drag sets many values, and the browser takes the address only so often
  waiting = setTimeout(() => {
    const moved = new URLSearchParams();
    states.forEach((state, number) => {
      for (const { name, start, argument } of state._controls)
        if (argument && state[name] !== start) moved.set(`${number}.${name}`, state[name]);
    });
    history.replaceState(null, "", moved.size ? ADDRESS + moved : location.pathname + location.search);
  }, 300);
}

const isDeck = Boolean(document.querySelector(".reveal"));
const given = new URLSearchParams(location.hash.startsWith(ADDRESS) && !isDeck ? location.hash.slice(ADDRESS.length) : "");
function begin(place, number, text) {
  const state = (states[number] = JSON.parse(text));
  fromAddress(state, number, given);
  place.replaceChildren();
  (state._quiz ? quiz : render)({ model: new Model(state, isDeck ? () => {} : toAddress), el: place });
}

/** What lies in a file of its own begins when the reader comes near. */
function later(place, number, address) {
  const near = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    near.disconnect();
    const response = await fetch(address).catch(() => null);
    if (response?.ok) begin(place, number, await response.text()); // else its static form stays
  }, { rootMargin: "800px" });
  near.observe(place);
}

document.querySelectorAll("[data-explorer]").forEach((place, number) => {
  const { textContent, dataset } = place.querySelector("script");
  states.push({ _controls: [] });
  if (dataset.from) later(place, number, dataset.from);
  else begin(place, number, textContent);
});
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
