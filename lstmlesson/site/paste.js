// The page into which a text is pasted. Python is fetched when the text is first touched; it answers in a worker, which
// has no way out. A text that is read is read at once; a program runs when the reader presses, and its worker is ended
// afterwards. Nothing is sent anywhere: a link carries the text behind its #, which browsers keep to themselves.

const { examples, said, fetched } = JSON.parse(document.getElementById("paste-data").textContent);
const at = (id) => document.getElementById(id);
const [box, shown, status, run] = ["pasted", "answer", "status", "run"].map(at);
const SECONDS_TO_HEAR = 30, SECONDS_TO_START = 60, SECONDS_TO_READ = 20, SECONDS_TO_RUN = 20, LONGEST_LINK = 8000;
const PYTHON = new URL("py/", import.meta.url).href;

// ---- The worker.

let worker = null; // a promise of one that is ready
let running = null; // the worker that was given to a program, and is nobody else's

/** Fetch a file of Python, telling how much of all has come; it may take long, and must not stand still. */
async function file(name, tell) {
  const response = await within(SECONDS_TO_HEAR, fetch(PYTHON + name), `${name}: ${said.slow}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const parts = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await within(SECONDS_TO_HEAR, reader.read(), `${name}: ${said.slow}`);
    if (done) return [name, await new Blob(parts).arrayBuffer()];
    parts.push(value);
    tell(value.length);
  }
}

/** A promise that fails when a time is over. */
const within = (seconds, promise, why) => {
  let clock;
  const over = new Promise((_, fail) => (clock = setTimeout(() => fail(new Error(why)), seconds * 1000)));
  return Promise.race([promise, over]).finally(() => clearTimeout(clock));
};

/** The next message of a worker that fits. */
const heard = (one, fits) =>
  new Promise((resolve, fail) => {
    const hear = ({ data }) => {
      if (!fits(data)) return;
      one.removeEventListener("message", hear);
      resolve(data);
    };
    one.addEventListener("message", hear);
    one.addEventListener("error", (event) => fail(new Error(event.message || "worker.js")));
  });

async function started() {
  let come = 0, missing = false; // after one that does not come, the others have nothing to tell
  const tell = (size) => missing || say(said.fetching.replace("{megabytes}", ((come += size) / 1e6).toFixed(1)));
  const all = Promise.all(fetched.map((name) => file(name, tell)));
  all.catch(() => (missing = true));
  const given = Object.fromEntries(await all);
  // A worker that is made of a text has this page's policy; one from a file would have none where no server says it.
  const text = URL.createObjectURL(new Blob([`import ${JSON.stringify(`${PYTHON}worker.js`)};`], { type: "text/javascript" }));
  const one = new Worker(text, { type: "module" });
  try {
    one.postMessage(given, Object.values(given));
    await within(SECONDS_TO_START, heard(one, (data) => data.ready), said.slow);
    return one;
  } catch (error) {
    one.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(text);
  }
}

function ready() {
  worker ??= started().catch((error) => {
    worker = null; // so that a later try begins anew
    throw new Error(said.failed.replace("{error}", error.message));
  });
  return worker;
}

/** End a worker, and let the next question begin another. */
async function end(one) {
  one?.terminate();
  if (one && (await worker?.catch(() => null)) === one) worker = null;
}

// ---- A question, and its answer.

let asked = 0;

/** Ask a tool about the text in the box, and show what it says, unless a later question was asked meanwhile. */
async function ask(tool, seconds, while_) {
  const number = ++asked, text = box.value;
  run.hidden = true;
  busy(true);
  running?.terminate(); // whoever asks on does not wait for a program
  running = null;
  if (!text.trim()) return show("", said.nothing);
  let answer, one;
  try {
    one = await ready();
    if (number !== asked) return;
    if (tool === "count") [running, worker] = [one, null];
    say(while_);
    const message = JSON.stringify({ tool, text });
    const told = heard(one, (data) => data.number === number);
    one.postMessage({ number, message });
    answer = await within(seconds, told, said.stopped.replace("{seconds}", seconds));
  } catch (error) {
    await end(one); // it has not answered; where none began, there is none to end
    return number === asked && show("", error.message);
  }
  if (tool === "count") await end(one); // a program has run in it
  if (number !== asked) return;
  if (answer.failed) return show("", said.failed.replace("{error}", answer.failed));
  const { fields, html } = JSON.parse(answer.answer);
  show(html, "");
  run.hidden = !(tool === "read" && fields.kind === "program");
  if (fields.kind === "unknown") say(said.again);
}

const read = () => ask("read", SECONDS_TO_READ, said.reading);

/** Whether an answer is on its way, for those who listen to the page. */
const busy = (is) => shown.setAttribute("aria-busy", is);

function show(html, told) {
  busy(false);
  shown.replaceChildren(...safe(html));
  say(told);
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

// ---- Foreign HTML: a program that ran beside the tools may have changed what they say.

const ELEMENTS = new Set(`a b br caption circle code col colgroup dd details div dl dt ellipse em figcaption figure g h2 h3
  h4 i li line ol p path polygon polyline pre rect small span strong sub summary sup svg table tbody td text tfoot th thead
  title tr tspan ul wbr defs pattern use clippath`.split(/\s+/));
const ATTRIBUTES = /^(aria-[a-z]+|role|class|id|scope|colspan|rowspan|data-style|viewbox|width|height|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|d|points|transform|fill|fill-opacity|stroke|stroke-[a-z]+|font-[a-z]+|text-anchor|dominant-baseline|opacity|pattern[a-z]+|clip-path|preserveaspectratio|open|xmlns|tabindex|href)$/i;

/** The nodes of a text, without any element or attribute that the tools do not use; links lead within this site. */
function safe(html) {
  const read = new DOMParser().parseFromString(html.replaceAll(' style="', ' data-style="'), "text/html");
  for (const node of [...read.body.querySelectorAll("*")]) {
    if (!ELEMENTS.has(node.localName.toLowerCase())) node.remove();
    for (const { name, value } of [...node.attributes]) {
      const leads = name === "href" && !/^(#|[\w.-]+\.html(#|$))/.test(value);
      const fetches = /url\s*\(\s*['"]?(?!#)/i.test(value);
      if (!ATTRIBUTES.test(name) || leads || fetches) node.removeAttribute(name);
    }
  }
  return [...read.body.childNodes];
}

// ---- What the reader does.

let waiting;
box.addEventListener("input", ({ inputType }) => {
  run.hidden = true;
  busy(true);
  clearTimeout(waiting);
  waiting = setTimeout(read, /^insertFrom/.test(inputType) ? 0 : 300); // what is pasted or dropped is whole at once
});
let touched = false;
box.addEventListener("focus", () => {
  if (!touched && box.value === examples.summary) box.select(); // so that what is pasted takes its place
  touched = true;
  ready().then(() => status.textContent.startsWith(said.fetching.slice(0, 12)) && say(""), (error) => say(error.message));
});
at("explain").addEventListener("click", read);
run.addEventListener("click", () => ask("count", SECONDS_TO_RUN, said.running));
at("clear").addEventListener("click", () => {
  asked += 1;
  running?.terminate();
  box.value = "";
  history.replaceState(null, "", location.pathname + location.search);
  run.hidden = true;
  show("", "");
  box.focus();
});
at("link").addEventListener("click", async () => {
  const address = `${location.origin}${location.pathname}#text=${encodeURIComponent(box.value)}`;
  if (address.length > LONGEST_LINK) return say(said.long);
  history.replaceState(null, "", address);
  await navigator.clipboard?.writeText(address).catch(() => {});
  say(said.copied);
});
for (const button of document.querySelectorAll("[data-example]"))
  button.addEventListener("click", () => {
    box.value = examples[button.dataset.example];
    touched = true;
    read();
  });

/** A text that came with the address is shown, and no more: whoever made the link is not the reader. */
function fromAddress() {
  if (!location.hash.startsWith("#text=")) return;
  try {
    box.value = decodeURIComponent(location.hash.slice("#text=".length));
  } catch {
    return; // half of a sign: not a link of ours
  }
  touched = true;
  asked += 1;
  show("", said.linked);
}
addEventListener("hashchange", fromAddress);
fromAddress();
