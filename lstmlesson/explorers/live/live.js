// One page for every explorer. Python writes a text with holes (see lstmlesson/views/document.py); this module puts
// it on the page and fills the holes again whenever a control moves. It knows no formula: the polynomials come as
// data, [[4, "f", "u"], [4, "u", "u"], [4, "u"]] for 4fu + 4uu + 4u, and nothing is ever evaluated as code.
//
// It runs as an anywidget: `model` holds the traits of the Python object, `el` is the place on the page.

// ---- Numbers -----------------------------------------------------------------------------------------------------

/** The value of a polynomial. Python has made sure that no partial sum passes 2^53, so this is exact. */
export function value(polynomial, letters) {
  let sum = 0;
  for (const term of polynomial) {
    let product = term[0];
    for (let i = 1; i < term.length; i++) product *= letters[term[i]];
    sum += product;
  }
  return sum;
}

/** A number as people read it: 53,680. The other way of writing a number, "d", is for widths and the like. */
function written(number, how) {
  const digits = String(number);
  return how === "," ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits;
}

/** The letters that a control sets: its own size, 0 or 1 for a check box, 0 or 1 for each option of a select, a guess
 *  and whether there is one. */
export function letters(controls, get) {
  const found = {};
  for (const { name, letters, options } of controls) {
    const now = get(name);
    if (options) options.forEach((option, i) => (found[letters[i]] = Number(option === now)));
    else [found[letters[0]], found[letters[1]]] = [Number(now), Number(now !== null)];
  }
  return found;
}

// ---- A text with holes -------------------------------------------------------------------------------------------

// A hole is a private-use character, how to write the number, the number of the polynomial, and another such character.
const HOLE = /\ue000([,d])(\d+)\ue001/;

/** Finds the holes below a node. A part is {holes, parts}; an inner part also has its comments and a polynomial. */
function read(parent, part) {
  const open = [part];
  for (const node of [...parent.childNodes]) {
    const here = open[open.length - 1];
    if (node.nodeType === Node.COMMENT_NODE) {
      if (node.data.startsWith("if ")) {
        const inner = { holes: [], parts: [], start: node, polynomial: Number(node.data.slice(3)), away: null };
        here.parts.push(inner);
        open.push(inner);
      } else if (node.data === "end") open.pop().end = node;
    } else if (node.nodeType === Node.TEXT_NODE) {
      hole(here, node.data, (text) => (node.data = text));
    } else {
      for (const { name, value } of [...node.attributes]) hole(here, value, (text) => node.setAttribute(name, text));
      read(node, here);
    }
  }
  return part;
}

function hole(part, text, write) {
  const pieces = text.split(HOLE); // plain, how, number, plain, how, number, plain …
  if (pieces.length > 1) part.holes.push({ pieces, write, last: null });
}

/** Fills what is shown, and takes away what is not. */
function fill(part, values) {
  for (const one of part.holes) {
    let text = one.pieces[0];
    for (let i = 1; i < one.pieces.length; i += 3)
      text += written(values[one.pieces[i + 1]], one.pieces[i]) + one.pieces[i + 2];
    if (text !== one.last) one.write((one.last = text));
  }
  for (const inner of part.parts) {
    const shown = values[inner.polynomial] > 0;
    if (shown) fill(inner, values);
    if (shown && inner.away) {
      inner.end.before(inner.away);
      inner.away = null;
    } else if (!shown && !inner.away) {
      inner.away = document.createDocumentFragment();
      while (inner.start.nextSibling !== inner.end) inner.away.append(inner.start.nextSibling);
    }
  }
}

/** A document: a piece of the page, and a function that fills it for some letters. */
export function page(text, polynomials) {
  const template = document.createElement("template"); // nothing in it is drawn, or complained about, while unfilled
  template.innerHTML = text;
  const whole = read(template.content, { holes: [], parts: [] });
  return {
    content: template.content,
    fill(letters) {
      fill(whole, polynomials.map((one) => value(one, letters)));
    },
  };
}

// ---- Controls ----------------------------------------------------------------------------------------------------

/** The whole number in a box or a range, or null when it is no whole number within the limits. */
function typed(input) {
  const number = input.value.trim() === "" ? NaN : Number(input.value);
  return Number.isInteger(number) && number >= Number(input.min) && number <= Number(input.max) ? number : null;
}

/** Joins an input to its trait. What is refused is said in the element that follows the control's inputs. */
function join(input, model) {
  const name = input.dataset.control;
  const said = input.closest("[data-group]").querySelector("[role=alert]");
  const whole = input.type === "range" || input.type === "number";
  const set = (now) => {
    input.removeAttribute("aria-invalid");
    if (said) said.textContent = "";
    model.set(name, now);
    setTimeout(() => model.save_changes()); // the page first, then the kernel
  };
  input.addEventListener("input", () => {
    if (!whole) return set(input.type === "checkbox" ? input.checked : input.value);
    const now = typed(input);
    if (now !== null) return set(now);
    if (input.value === "" && !input.validity.badInput) return; // about to be typed
    input.setAttribute("aria-invalid", "true");
    const what = input.value === "" ? "…" : input.value;
    said.textContent = input.dataset.refused.replace("{typed}", what).replace("{kept}", model.get(name));
  });
  input.addEventListener("change", () => { // the reader has left the box: it shows the value that counts
    input.removeAttribute("aria-invalid");
    show(input, model);
  });
}

/** Makes an input show its trait, unless the reader is typing something else into it. */
function show(input, model) {
  const now = model.get(input.dataset.control);
  if (input.type === "checkbox") input.checked = now;
  else if (input.hasAttribute("aria-invalid")) return;
  else if (input.value === "" || String(now) !== String(Number(input.value))) input.value = now;
}

/** Joins the form of a prediction: it is committed once, and then the answer is there. The browser itself refuses to
 *  submit an empty guess or one outside its limits, and says why. */
function predict(form, model, root) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.set("guess", Number((form.querySelector(":checked") || form.querySelector("input")).value));
    model.save_changes();
    root.querySelector("[data-verdict]").focus();
  });
}

// ---- The widget --------------------------------------------------------------------------------------------------

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "lstmlesson";
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab: no shortcut while something in here has the focus …
  root.addEventListener("keydown", (event) => event.stopPropagation()); // … nor in other places that listen
  const live = page(model.get("_text"), model.get("_polynomials"));
  const controls = model.get("_controls");
  const inputs = [...live.content.querySelectorAll("[data-control]")];
  for (const input of inputs) join(input, model);
  for (const form of live.content.querySelectorAll("form")) predict(form, model, root);
  const paint = () => {
    live.fill(letters(controls, (name) => model.get(name)));
    for (const input of inputs) show(input, model);
  };
  paint();
  root.append(live.content);
  el.append(root);
  const changes = controls.map((control) => `change:${control.name}`);
  for (const change of changes) model.on(change, paint);
  return () => changes.forEach((change) => model.off(change, paint));
}

export default { render };
