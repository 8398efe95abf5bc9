/* Seeing: the web page and the section in work are fetched anew once the saved copy is another; sizes as on paper. */

import { ask, root, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const frame = $("page"), copy = frame.dataset.copy, words = $("sketch").dataset;
const DPI = 108; /* of every picture of a page */
const MM = 25.4; /* in an inch */
const CARD = 85.6; /* mm, the width of a bank card: ISO/IEC 7810, ID-1 */
let last = "", px = Number($("width").dataset.px);

/* ---- the section in work ---- */

let asking = Promise.resolve();
function sketch(step = 0) {
  asking = asking.then(() => sketched(step));
  return asking;
}

async function sketched(step) {
  const answer = await ask(`/sketch/${copy}?step=${step}`);
  const told = await answer.json();
  if (!answer.ok) {
    $("sketch-name").textContent = words.none;
    return;
  }
  $("sketch-name").textContent = told.problems.length ? told.problems.map((one) => one.fact).join(" ") : told.title ? words.section.replace("{title}", told.title) : words.cover;
  $("sketch-old").hidden = !told.old;
  $("back").disabled = told.first;
  $("on").disabled = told.last;
  $("sketch-pages").replaceChildren(...Array.from({ length: told.shown }, (_, at) => {
    const item = document.createElement("li"), image = document.createElement("img");
    image.src = `${root}/sketched/${at + 1}/${encodeURIComponent(told.name)}/${copy}`;
    image.alt = words.page.replace("{number}", at + 1).replace("{count}", told.pages);
    image.addEventListener("load", () => sized(image));
    item.append(image);
    return item;
  }));
}
$("back").addEventListener("click", () => sketch(-1));
$("on").addEventListener("click", () => sketch(1));

/* ---- news ---- */

const news = new EventSource(`${root}/news/${copy}`);
news.addEventListener("problems", (event) => {
  const { sha256, good } = JSON.parse(event.data);
  $("old").hidden = good;
  if (last && sha256 !== last && good) frame.src = `${root}/page/${copy}?of=${sha256}`;
  if (sha256 !== last) sketch();
  last = sha256;
});

/* ---- the e-book ---- */

$("book-part")?.addEventListener("change", (event) => { $("book").src = `${root}/book/${event.target.value}/${copy}`; });

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
for (const image of document.querySelectorAll(".sheets img")) image.addEventListener("load", () => sized(image));
