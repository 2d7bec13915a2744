// One page for every explorer. Python writes a text with holes (see lstmlesson/views/document); this module puts
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

/** A number as people read it: 53,680, or with so many decimals, −0.95. The other way of writing a number, "d", is for
 *  widths and the like. */
function written(number, how) {
  if (how === "d") return String(number);
  if (how !== ",") return number.toFixed(Number(how[1])).replace(/^-(?=[0.]*$)/, "").replace("-", how[0] === "." ? "−" : "-");
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The letters that a control sets: its own size, 0 or 1 for a check box, 0 or 1 for each option of a select, a guess
 *  and whether there is one. */
export function letters(controls, get) {
  const found = {};
  for (const { name, letters, options } of controls) {
    const now = get(name);
    if (options) options.forEach((option, i) => (found[letters[i]] = Number(option === now)));
    else [found[letters[0]], found[letters[1]]] = [Number(now ?? 0), Number(now != null)];
  }
  return found;
}

/** Letters that no control sets, worked out of polynomials for display alone; live/derived.py has the same functions. */
const FUNCTIONS = {
  tanh: Math.tanh,
  hundredth: (one) => one / 100,
  reach: (...all) => Math.max(1, ...all.map((one) => Math.ceil(Math.abs(one)))),
  below: (limit, ...all) => Math.max(0, ...all.filter((one) => one < limit)),
  above: (limit, ...all) => (all = all.filter((one) => one > limit)).length ? Math.min(...all) : 0,
  equal: (limit, ...all) => all.filter((one) => one === limit).length,
  times: (one, other) => (one /= other, Number.isInteger(one) && one > 1 && one <= 10000 ? one : 0),
  digits: (...both) => {
    const [one, other] = both.map((number) => [...String(number)].sort().join(""));
    return Number(both[0] !== both[1] && one === other);
  },
};

/** The same letters, and those that are derived from them. */
export function derive(found, derived) {
  for (const [name, how, takes] of derived) found[name] = FUNCTIONS[how](...takes.map((one) => value(one, found)));
  return found;
}

// ---- A typed sum -------------------------------------------------------------------------------------------------

// As mistakes/answer_text.py reads it; nothing is run.
const UNIT = /(?<=[\d)]) ?(?:trainable )?(?:par[aá]m\p{L}*|numbers?|weights?|values?|개|個|个)\.?$/iu;
const SIGNS = { "×": "*", "·": "*", "⋅": "*", "∙": "*", x: "*", X: "*", "−": "-", "–": "-", "[": "(", "]": ")" };
const NUMBER = /\d{1,3}(?:([ ,.'’_٬])\d{3})(?:\1\d{3})*(?!\d)(?:\.0+(?!\d))?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:\.0+(?!\d))?/y;
const isDigit = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** A digit of any script, a wide sign or a special blank as its ordinary twin. */
function ordinary(character) {
  const code = character.codePointAt(0), wide = code - 0xfee0;
  if (isDigit(code)) { // the digits of a script follow each other
    let zero = code;
    while (isDigit(zero - 1)) zero--;
    return String((code - zero) % 10);
  }
  if (/[ \t\u00a0\u2009\u202f\u3000\r\n]/.test(character)) return " ";
  if (wide >= 0x21 && wide <= 0x7e) character = String.fromCharCode(wide);
  return SIGNS[character] ?? character;
}

/** The whole number that somebody typed, plain or as a sum; null where it cannot be read. */
export function total(text) {
  if ([...text].length > 200) return null;
  const sides = [...text].map(ordinary).join("").trim().replace(UNIT, "").split("=").map(added);
  return sides.every((one) => one === sides[0]) ? sides[0] : null;
}

function added(text) {
  const all = tokens(text);
  let at = 0;
  const take = (signs) => typeof all[at] === "string" && signs.includes(all[at]) ? all[at++] : "";
  // Each gives a number or undefined; arithmetic with undefined throws, and all is unread.
  const sum = () => {
    let found = product();
    for (let sign; (sign = take("+-")); ) found += sign === "+" ? product() : -product();
    return found;
  };
  const product = () => {
    let found = one();
    while (take("*")) found *= one();
    return found;
  };
  const one = () => {
    const sign = take("+-(");
    if (!sign) return typeof all[at] === "bigint" ? all[at++] : undefined;
    if (sign !== "(") return (sign === "-" ? -1n : 1n) * one();
    const inner = sum();
    return take(")") ? inner : undefined;
  };
  try {
    const found = all ? sum() : undefined;
    return found !== undefined && at === all.length && found <= 10n ** 40n && -found <= 10n ** 40n ? found : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Numbers and signs, with the sign of multiplication that people leave out before a bracket; null for other text. */
function tokens(text) {
  if (/\^|\*\*|[²³]/.test(text)) return null;
  const found = [];
  for (let at = 0; at < text.length; ) {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0], last = found[found.length - 1];
    if (number) {
      at += number.length;
      if (/^[.,]\d/.test(text.slice(at))) return null;
      const isGroup = /\.\d{3}$/.test(number) && !/[,']/.test(number); // 4.000, and not 146.0
      found.push(BigInt((isGroup ? number : number.replace(/\.0+$/, "")).replace(/\D/g, "")));
      continue;
    }
    if (!" +-*()".includes(text[at])) return null;
    if (text[at] === "(" && (typeof last === "bigint" || last === ")")) found.push("*");
    if (text[at] !== " ") found.push(text[at]);
    at++;
  }
  return found;
}

// ---- A text with holes -------------------------------------------------------------------------------------------

// A hole is a private-use character, how to write the number, the number of the polynomial, and another such character.
const HOLE = /\ue000([,d]|[.~]\d)(\d+)\ue001/;

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

/** Sets traits: the page first, then the kernel. */
function put(model, traits) {
  for (const name in traits) model.set(name, traits[name]);
  setTimeout(() => model.save_changes());
}

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
    put(model, { [name]: now });
  };
  input.addEventListener("input", () => {
    if (!whole) return set(input.type === "checkbox" ? input.checked : input.value);
    const now = typed(input);
    if (now != null) return set(now);
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
  else if (input.type === "radio") input.checked = input.value === now;
  else if (input.hasAttribute("aria-invalid")) return;
  else if (input.value === "" || String(now) !== String(Number(input.value))) input.value = now;
}

/** A number in a sentence, or an edge of a picture that is dragged along an axis. Arrows, Page, Home, End, digits; the
 *  two small buttons beside a number are the way without dragging. What it shows are holes, so it is never written here. */
function slide(node, model) {
  const { slide: name, drag: axis } = node.dataset;
  const [low, high] = ["min", "max"].map((end) => Number(node.getAttribute(`aria-value${end}`)));
  const set = (to) => {
    const now = Math.min(high, Math.max(low, to));
    if (now !== model.get(name)) put(model, { [name]: now });
  };
  const place = (event) => (axis === "y" ? event.clientY : event.clientX);
  // So many pixels a step: an edge follows what it is the edge of, a sentence goes through its range in some 600.
  const pixels = () => axis ? Math.min(40, Math.max(18, node.firstChild.offsetWidth)) : Math.min(18, Math.max(2, 600 / high));
  let from = null, digits = "", timer;
  node.addEventListener("pointerdown", (event) => {
    from = [place(event), model.get(name), pixels()];
    node.setPointerCapture(event.pointerId);
    node.toggleAttribute("data-held", true);
    node.focus();
    event.preventDefault();
  });
  node.addEventListener("pointermove", (event) => {
    if (from) set(from[1] + Math.round((place(event) - from[0]) / from[2]));
  });
  for (const end of ["pointerup", "pointercancel"])
    node.addEventListener(end, () => {
      from = null;
      node.toggleAttribute("data-held", false);
    });
  node.addEventListener("keydown", ({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey) return;
    const now = model.get(name), up = axis === "y" ? -1 : 1; // an arrow moves a lower edge where it points
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, ArrowUp: now + up, ArrowDown: now - up, PageUp: now + 10, PageDown: now - 10, Home: low, End: high }[key];
    if (to !== undefined) set(to);
    else if (/^\d$/.test(key)) {
      clearTimeout(timer);
      timer = setTimeout(() => (digits = ""), 900);
      digits += key;
      set(Number(digits));
    }
  });
  node.addEventListener("keydown", (event) => {
    if (/^(Arrow|Page|Home|End)/.test(event.key)) event.preventDefault(); // else the page would scroll
  });
  for (const button of node.parentNode.querySelectorAll("[data-by]"))
    button.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the number keeps the focus
      set(model.get(name) + Number(button.dataset.by));
      node.focus();
    });
}

/** Joins the form of a prediction: it is committed once, and then the answer is there. The browser itself refuses an
 *  empty guess; what is no number, or too large a one, is refused in words. */
function predict(form, model, root) {
  const box = form.querySelector("[data-sum]"), said = form.querySelector("[role=alert]");
  const refuse = (text) => {
    said.textContent = text;
    box.toggleAttribute("aria-invalid", Boolean(text));
  };
  box?.addEventListener("input", () => refuse(""));
  form.addEventListener("submit", () => {
    const guess = box ? total(box.value) : Number(form.querySelector(":checked").value);
    if (box && (guess === null || guess > Number(box.dataset.sum) || -guess > Number(box.dataset.sum)))
      return refuse(box.dataset.refused.replace("{typed}", box.value));
    put(model, { guess: Number(guess) });
    root.querySelector("[data-verdict]").focus();
  });
}

// ---- What belongs together ---------------------------------------------------------------------------------------

/** Elements say by words what they are part of, data-part="kernel gate-forget". One is lit if its words are within those
 *  in hand, or those in hand within its own: a term lights its row, a block its term and its gate. A tap pins; a tap
 *  elsewhere, or Escape, frees. A part of the document with data-scope keeps to itself. */
function link(root) {
  let pinned = null;
  const paint = (held) => {
    const hand = held?.dataset.part.split(" "), scope = held?.closest("[data-scope]") ?? root;
    root.toggleAttribute("data-linking", Boolean(held));
    for (const one of root.querySelectorAll("[data-part]")) {
      const own = one.dataset.part.split(" "), within = (some, others) => some.every((each) => others.includes(each));
      one.toggleAttribute("data-lit", Boolean(held) && scope.contains(one) && (within(own, hand) || within(hand, own)));
    }
  };
  const of = (event) => event.target.closest("[data-part]");
  root.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") paint(of(event) || pinned); });
  root.addEventListener("pointerleave", () => paint(pinned));
  root.addEventListener("focusin", (event) => { if (of(event) && event.target.matches(":focus-visible")) paint(of(event)); });
  root.addEventListener("focusout", () => paint(pinned));
  root.addEventListener("click", (event) => paint((pinned = of(event) === pinned ? null : of(event))));
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") paint((pinned = null)); });
}

// ---- Buttons -----------------------------------------------------------------------------------------------------

/** A value as Python writes it. */
const python = (value) => typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value);

/** What a button does, by its data-do. */
function actions(root, model, controls) {
  let playing = null;
  const stop = () => {
    clearInterval(playing?.timer);
    playing?.button.toggleAttribute("data-playing", false);
    playing = null;
  };
  /** One step of a walk: data-next is a hole that says where it leads, data-most where it begins again; or data-traits. */
  const step = ({ dataset: { trait, next, least, most, traits } }) => {
    const to = Number(next);
    put(model, traits ? JSON.parse(traits) : { [trait]: to > Number(most) ? Number(least) : to });
    return to < Number(most);
  };
  const start = Object.fromEntries(controls.filter(({ name }) => name !== "guess").map(({ name, start }) => [name, start]));
  const all = {
    reset: () => put(model, start),
    set: (button) => put(model, JSON.parse(button.dataset.traits)),
    step,
    /** Steps by itself until the end, or through some states one after the other. */
    play(button) {
      const states = JSON.parse(button.dataset.states ?? "null");
      const one = () => {
        if (states) put(model, states.shift());
        if (states ? !states.length : !step(button)) stop();
      };
      playing = { button, timer: setInterval(one, Number(button.dataset.pause)) };
      button.toggleAttribute("data-playing", true);
      if (button.dataset.from) put(model, JSON.parse(button.dataset.from));
      one();
    },
    async copy(button) {
      const call = model.get("_call") + controls.filter(({ name, argument }) => argument && name in start).map(({ name }) => `${name}=${python(model.get(name))}`).join(", ") + ")";
      const done = await Promise.resolve().then(() => navigator.clipboard.writeText(call)).then(() => true, () => false);
      root.querySelector("[data-said]").textContent = button.dataset[done ? "done" : "refused"] + call;
    },
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const was = playing?.button;
    stop();
    if (was !== button) all[button.dataset.do](button);
  });
  return stop;
}

// ---- The widget --------------------------------------------------------------------------------------------------

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "lstmlesson";
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab: no shortcut while something in here has the focus …
  root.addEventListener("keydown", (event) => event.stopPropagation()); // … nor in other places that listen
  root.addEventListener("submit", (event) => event.preventDefault());
  const live = page(model.get("_text"), model.get("_polynomials"));
  const controls = model.get("_controls");
  const inputs = [...live.content.querySelectorAll("[data-control]")];
  for (const input of inputs) join(input, model);
  for (const node of live.content.querySelectorAll("[data-slide]")) slide(node, model);
  for (const form of live.content.querySelectorAll("form:has([data-commit])")) predict(form, model, root);
  const paint = () => {
    live.fill(derive(letters(controls, (name) => model.get(name)), model.get("_derived")));
    for (const input of inputs) show(input, model);
  };
  paint();
  link(root);
  const stop = actions(root, model, controls);
  root.append(live.content);
  el.append(root);
  const changes = controls.map((control) => `change:${control.name}`);
  for (const change of changes) model.on(change, paint);
  return () => {
    stop();
    changes.forEach((change) => model.off(change, paint));
  };
}

export default { render };
