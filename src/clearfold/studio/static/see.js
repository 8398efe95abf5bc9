/* Seeing: the web page and the section in work are fetched anew once the saved copy is another; sizes as on paper. */

import { sketching } from "./sketch.js";
import { ask, root, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const frame = $("page"), copy = frame.dataset.copy;
const DPI = 108; /* of every picture of a page */
const MM = 25.4; /* in an inch */
const CARD = 85.6; /* mm, the width of a bank card: ISO/IEC 7810, ID-1 */
const sketch = sketching(copy, (image) => sized(image));
let last = "", px = Number($("width").dataset.px);

/* ---- news ---- */

const news = new EventSource(`${root}/news/${copy}`);
news.addEventListener("problems", (event) => {
  const { state, good } = JSON.parse(event.data);
  $("old").hidden = good;
  if (last && state !== last && good) frame.src = `${root}/page/${copy}?of=${state}`;
  if (state !== last) sketch();
  last = state;
});

/* ---- all editions: what stays as it was is not fetched anew ---- */

const edition = $("editions").dataset;
const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
let at = 0;

news.addEventListener("editions", (event) => {
  const told = JSON.parse(event.data);
  const said = !told.at ? (told.working ? edition.first : edition.none) : told.working ? edition.anew : told.current ? edition.made : edition.old;
  $("made").textContent = said.replace("{time}", moment.format(told.at));
  if (told.at === at) return;
  at = told.at;
  const had = new Map([...$("files").children].map((one) => [one.dataset.path, one]));
  $("files").replaceChildren(...told.files.map((file) => shown(file, had.get(file.path))));
  book(told.book);
});

function shown(file, had) {
  if (had?.dataset.sha256 === file.sha256) return had;
  const made = document.createElement("details"), summary = document.createElement("summary"), pages = document.createElement("ol");
  made.open = had?.open || false;
  made.dataset.path = file.path;
  made.dataset.sha256 = file.sha256;
  summary.textContent = `${file.edition} (${edition.pages.replace("{count}", file.pages)})`;
  pages.className = "sheets";
  pages.append(...Array.from({ length: file.pages }, (_, before) => {
    const item = document.createElement("li"), image = document.createElement("img");
    image.loading = "lazy";
    image.alt = edition.number.replace("{number}", before + 1);
    image.addEventListener("load", () => sized(image));
    image.src = `${root}/picture/${before + 1}/${encodeURIComponent(file.path)}/${copy}`;
    item.append(image);
    return item;
  }));
  made.append(summary, pages);
  return made;
}

function book(count) {
  const part = $("book-part"), now = Math.min(Math.max(1, Number(part.value)), count);
  $("book-section").hidden = !count;
  if (!count) return;
  part.replaceChildren(...Array.from({ length: count }, (_, before) => new Option(edition.part.replace("{number}", before + 1).replace("{count}", count), before + 1)));
  part.value = String(now);
  turn();
}
function turn() {
  $("book").src = `${root}/book/${$("book-part").value}/${copy}?of=${at}`;
}
$("book-part").addEventListener("change", turn);

/* ---- sizes as on paper ---- */

const real = () => $("true-size").getAttribute("aria-pressed") === "true";
function sized(image) {
  const wide = (image.naturalWidth / DPI) * MM * px;
  image.style.width = real() && wide ? `${wide}px` : "";
  image.style.maxWidth = real() ? "none" : "";
}
function framed() {
  px = $("width").valueAsNumber / CARD;
  $("card").style.width = `${$("width").value}px`;
  $("card").style.height = `${($("width").valueAsNumber * 53.98) / CARD}px`;
  document.querySelectorAll(".sheets img").forEach(sized);
}
$("width").value = String(Math.round((px || 96 / MM) * CARD));
framed();
$("width").addEventListener("input", framed);
$("width").addEventListener("change", () => ask("/screen", "PUT", JSON.stringify({ px })));
$("true-size").addEventListener("click", () => {
  $("true-size").setAttribute("aria-pressed", String(!real()));
  document.querySelectorAll(".sheets img").forEach(sized);
  if (real()) tell($("true-size").dataset.kept);
});
