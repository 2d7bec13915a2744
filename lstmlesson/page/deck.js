// The end of the module of a deck. Each slide gets the largest text with which all of it is in sight; where that would
// be small, its end becomes a slide of its own. reveal.js turns the pages.

const [WIDTH, HEIGHT] = [1280, 720];
// Sizes of text, in pixels of a slide. Below the smallest it could not be read from the last row.
const [LARGEST, COMFORTABLE, SMALLEST] = [28, 21, 18];
const PICTURE = 14; // the size of text at which a picture has its own size
const EXPLORER = 13; // the size of the smallest text in an explorer (see deck.css)
const LINE = 100; // characters that stand on one line in the smallest text; a longer line is wrapped

/** Gives a slide the largest text of a range with which it fits, and says whether there is one. */
function fit(slide, largest, smallest) {
  for (let size = largest; size >= smallest; size--) {
    slide.style.setProperty("--size", `${size}px`);
    slide.style.setProperty("--picture", size / PICTURE);
    slide.style.setProperty("--explorer", size / EXPLORER);
    const texts = [...slide.querySelectorAll("pre")];
    const wide = slide.scrollWidth > WIDTH || texts.some((one) => one.scrollWidth > one.clientWidth);
    if (!wide && slide.scrollHeight <= HEIGHT) return true;
  }
  return false;
}

// What an explorer may do without, one after the other, where it is too high (see deck.css): the line of code that made
// it, what stands above it, and a single column.
const HELPS = ["bare", "only", "beside"];

/** Fits a slide that cannot be divided. */
function alone(slide, largest) {
  if (fit(slide, largest, SMALLEST)) return;
  for (const help of HELPS) {
    slide.classList.add(help);
    if (fit(slide, help === "beside" ? COMFORTABLE : largest, SMALLEST)) return;
  }
}

/** The parts of an output that is no explorer, such as a text and the table below it. */
function parts(cell) {
  let place = cell.querySelector(".output_html, .text_cell_render") ?? cell;
  while (place.children.length === 1) place = place.firstElementChild;
  return place.closest("[data-explorer], .input") ? [] : [...place.children];
}

/** Fits a slide; what has no room in it goes on to the next one, from the last cell backwards. */
function divide(slide) {
  if (fit(slide, LARGEST, COMFORTABLE)) return;
  const heading = slide.querySelector("h1, h2, h3, .running");
  let cells = [...slide.children].filter((one) => one !== heading);
  if (cells.length === 1 && !fit(slide, LARGEST, SMALLEST)) cells = parts(cells[0]);
  const rest = [];
  while (cells.length > 1 && !fit(slide, LARGEST, COMFORTABLE)) {
    rest.unshift(cells.pop());
    rest[0].remove();
  }
  if (cells.length < 2) alone(slide, LARGEST);
  if (!rest.length) return;
  const next = document.createElement("section");
  const running = document.createElement("p");
  running.className = "running";
  running.textContent = heading?.textContent ?? "";
  const first = rest[0].dataset.fragmentIndex; // the slide would begin with nothing in sight
  for (const one of rest) if (one.dataset.fragmentIndex === first) one.classList.remove("fragment");
  next.append(running, ...rest);
  slide.after(next);
  divide(next);
}

for (const place of document.querySelectorAll("[data-explorer]")) {
  place.dataset.preventSwipe = ""; // reveal.js: a finger moves the control, and turns no page
  place.closest(".slides > section > *").classList.add("explorer");
}
for (const text of document.querySelectorAll("pre"))
  if (text.textContent.split("\n").some((line) => line.length > LINE)) text.classList.add("wrapped");
for (const summary of document.querySelectorAll("summary")) // Space and Enter open it, and turn no page
  summary.addEventListener("keydown", (event) => " Enter".includes(event.key) && event.stopPropagation());

document.body.classList.add("measured");
for (const slide of document.querySelectorAll(".slides > section")) divide(slide);
document.body.classList.remove("measured");

// An explorer may grow while it is moved, and does when a guess opens it.
const grown = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const slide = target.closest("section");
    const size = parseInt(slide.style.getPropertyValue("--size"));
    if (slide.offsetHeight && slide.scrollHeight > HEIGHT) alone(slide, size);
  }
});
for (const place of document.querySelectorAll("[data-explorer]")) grown.observe(place);

Reveal.initialize({
  width: WIDTH,
  height: HEIGHT,
  margin: 0,
  center: false,
  hash: true,
  slideNumber: "c/t",
  transition: "none",
  pdfSeparateFragments: false, // ?print-pdf: one sheet for each slide
  scrollActivationWidth: null,
});
