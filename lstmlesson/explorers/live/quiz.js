// The quiz in the page. Python has drawn the questions from a seed, and has written whatever is said of an answer; this
// module compares, counts what was right, and puts texts together. It follows live.js in the same file, whose `total`
// reads what somebody types. Nothing is evaluated, and what was typed is shown as text.

/** One of Python's texts, of lines, of pieces; a piece is a form and its sizes: "0 7 5" with "{0}·{1} + {1}" is
 *  7·5 + 5. */
export function told({ forms, pieces, lines, texts }, at) {
  const piece = (number) => {
    const [form, ...sizes] = pieces[number].split(" ");
    return forms[form].replace(/\{(\d+)\}/g, (_, hole) => sizes[hole]);
  };
  return texts[at].split(" ").flatMap((line) => lines[line].split(" ")).map(piece).join("");
}

/** What an answer is: {right, texts} or, where it cannot be read, null. texts: the numbers of what is said of it. An
 *  option is answered by its place; a number that nobody has thought of may still be near. */
export function judge(question, answer) {
  const found = question.options.length ? BigInt(answer) : total(answer);
  if (found === null) return null;
  const number = Number(found), said = question.told.find(([wrong]) => BigInt(wrong) === found);
  if (found === BigInt(question.right)) return { right: true, number, texts: [] };
  if (said) return { right: false, number, texts: said.slice(1) };
  return { right: false, number, texts: [], near: {
    digits: Number.isSafeInteger(number) && FUNCTIONS.digits(number, question.right),
    larger: FUNCTIONS.times(number, question.right),
    smaller: FUNCTIONS.times(question.right, number),
  } };
}

/** The state after an answer, or after the solution was asked for (judged is null). The first answer to a question is
 *  the one that is counted; two of them right, one after the other, and the next question is harder. */
export function after(state, judged) {
  const next = { ...state, solved: state.solved || !judged, done: state.done || Boolean(judged?.right) };
  if (state.counted) return next;
  const right = Boolean(judged?.right), row = right ? state.row + 1 : 0;
  return { ...next, counted: true, row, right: state.right + right, asked: state.asked + 1 };
}

/** The state in which the next question is asked, one level up where two were right in a row. */
export function another(state, levels) {
  const climbs = state.row >= 2 && state.level < levels.length - 1;
  const level = state.level + climbs, places = [...state.places];
  if (state.counted || state.answer != null || state.hints) places[state.level] += 1;
  return { ...state, level, places, row: climbs ? 0 : state.row, through: state.through || (state.row >= 2 && !climbs),
    answer: null, hints: 0, solved: false, counted: false, done: false };
}

/** The question that is asked now; after the last of a level comes the first. */
export function questionOf({ level, places }, levels) {
  return levels[level][places[level] % levels[level].length];
}

// Python's None comes as null from a kernel, and as undefined from the Python of a page: `!= null` knows both.
function quiz({ model, el }) {
  const { frame, words, levels, ...texts } = model.get("_quiz");
  const root = document.createElement("div");
  root.className = "lstmlesson lm-quiz";
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab: as in live.js
  root.addEventListener("keydown", (event) => event.stopPropagation());
  root.innerHTML = frame;
  const place = (name) => root.querySelector(`[data-place=${name}]`);
  const form = root.querySelector("form"), box = form.querySelector("[data-answer]");
  const say = (name, given = {}) => words[name].replace(/\{(\w+)\}/g, (_, hole) => given[hole]);
  const paragraph = (name, given) => `<p>${say(name, given)}</p>`;
  const html = (all) => all.map((at) => told(texts, at)).join("");
  const safe = (text) => Object.assign(document.createElement("i"), { textContent: text }).innerHTML;
  let asked = null;

  /** What is said of an answer. */
  const verdict = (question, answer) => {
    const judged = judge(question, answer);
    if (!judged) return `<p class="lm-said lm-wrong">${say("unread", { typed: safe(answer) })}</p>`;
    const how = judged.right ? "right" : "wrong", words = `${question.options.length ? "option" : ""}${how}`;
    const first = `<p class="lm-said lm-${how}">${say(words, { answer: written(judged.number, ",") })}</p>`;
    if (!judged.near) return first + html(judged.texts);
    const { digits, larger, smaller } = judged.near;
    return first + paragraph("unknown") + (digits ? paragraph("digits") : "") +
      (larger ? paragraph("larger", { factor: written(larger, ",") }) : "") + (smaller ? paragraph("smaller", { factor: written(smaller, ",") }) : "");
  };

  const paint = () => {
    const state = model.get("state"), question = questionOf(state, levels);
    if (question !== asked) {
      asked = question;
      place("question").innerHTML = told(texts, question.text);
      place("typed").hidden = question.options.length > 0;
      place("options").innerHTML = question.options.map((at, number) => `<button type="button" class="lm-button" data-option="${number}">${told(texts, at)}</button>`).join("");
      box.value = "";
    }
    if (state.answer != null && !question.options.length && document.activeElement !== box) box.value = state.answer;
    for (const one of place("options").children) one.setAttribute("aria-pressed", one.dataset.option === state.answer);
    place("said").innerHTML = (state.answer == null ? "" : verdict(question, state.answer)) +
      html(question.hints.slice(0, state.hints)) + (state.solved || state.done ? told(texts, question.solution) : "");
    place("score").textContent = say("score", { right: state.right, asked: state.asked, level: state.level + 1, levels: levels.length });
    const climbs = state.row >= 2 && state.done;
    place("climbs").innerHTML = climbs ? say(state.level < levels.length - 1 ? "harder" : "through") : state.through ? say("through") : "";
    if (place("climbs").querySelector("[data-next]")) onward();
    root.querySelector("[data-do=hint]").disabled = state.hints === question.hints.length;
  };

  /** The next lesson is a link of this page; where there is none, its words stay words. */
  const onward = () => {
    const words = place("climbs").querySelector("[data-next]"), start = words.dataset.next;
    const link = [...document.querySelectorAll("a[href]")].find((one) => decodeURIComponent(one.href).split("/").pop().startsWith(start));
    if (link) words.replaceChildren(Object.assign(document.createElement("a"), { href: link.href, textContent: words.textContent }));
  };

  const change = (next) => put(model, { state: next });
  const answer = (text) => {
    const state = { ...model.get("state"), answer: text }, judged = judge(asked, text);
    change(judged ? after(state, judged) : state);
  };
  const actions = {
    hint: (state) => ({ ...state, hints: state.hints + 1 }),
    solution: (state) => after(state, null),
    another: (state) => another(state, levels),
  };
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (box.value.trim()) answer(box.value);
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do], [data-option]");
    if (!button) return;
    if (button.dataset.option) return answer(button.dataset.option);
    change(actions[button.dataset.do](model.get("state")));
    if (button.dataset.do === "another") (asked.options.length ? place("options").firstChild : box).focus();
  });
  paint();
  el.append(root);
  model.on("change:state", paint);
  return () => model.off("change:state", paint);
}
