// The page of "clearfold watch": shows each state that the program sends, and keeps the reader's place.
"use strict";
const $ = (id) => document.getElementById(id);
const words = JSON.parse(document.body.dataset.words);
const spoken = document.documentElement.lang;
const filled = (sentence, values) => Object.entries(values).reduce((told, [name, value]) => told.replaceAll(`{${name}}`, value), sentence);
const EVERY = 5000; // ms between two numbers that are told to screen readers
let told = 0, waiting = 0, shown = "";

function listed(list, problems) {
  list.replaceChildren(...problems.map((one) => {
    const item = document.createElement("li"), severity = document.createElement("span");
    const place = document.createElement("span"), hint = document.createElement("span");
    severity.className = "severity";
    severity.textContent = `${one.severity} ${one.code}`;
    place.className = "place";
    place.textContent = one.place;
    hint.className = "hint";
    hint.textContent = one.hint ? filled(words.hint, { hint: one.hint }) : "";
    item.append(place, " ", severity, ` ${one.fact}`, hint);
    return item;
  }));
}

// The new page is loaded behind the old one, and takes its place where the old one was scrolled to.
function show(address, title, lang) {
  if (address === shown || !address) return;
  shown = address;
  const frame = document.createElement("iframe");
  frame.className = "coming";
  frame.title = filled(words.frame, { title });
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.addEventListener("load", () => {
    if (address !== shown) return frame.remove();
    const before = [...$("frames").children].filter((other) => other !== frame);
    const last = before.find((other) => other.className !== "coming");
    if (last) frame.contentWindow.scrollTo(0, last.contentWindow.scrollY);
    frame.className = "";
    before.forEach((other) => other.remove());
    document.documentElement.dataset.page = address;
  });
  frame.src = address;
  $("frames").append(frame);
}

function print(state) {
  const part = state.heading ? filled(words.part, { heading: state.heading }) : words.nameless;
  const sketch = state.pictures.length ? [filled(words.sketch, { part, pages: state.pages })] : [];
  if (state.sketch_old && sketch.length) sketch.push(words.before);
  $("sketch").textContent = sketch.join(" ");
  $("pictures").className = state.sketch_old ? "is-old" : "";
  const known = new Map([...$("pictures").children].map((image) => [image.getAttribute("src"), image]));
  $("pictures").replaceChildren(...state.pictures.map((address, at) => {
    const image = known.get(address) || document.createElement("img");
    if (!image.src) image.src = address;
    image.alt = filled(words.picture, { part, page: at + 1, pages: state.pages });
    return image;
  }));
}

function built(state) {
  $("told").textContent = state.building ? words.building : state.told.join(" ") || words.rest;
  $("files").replaceChildren(...state.files.map(([name, address]) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = name;
    item.append(link);
    return item;
  }));
  listed($("finding-list"), state.findings);
}

// Screen readers are told how many problems there are, and seldom.
function say(text) {
  clearTimeout(waiting);
  if ($("state").textContent === text) return;
  const wait = Math.max(0, told + EVERY - Date.now());
  waiting = setTimeout(() => { $("state").textContent = text; told = Date.now(); }, wait);
}

function draw(state) {
  document.title = state.title ? `${state.title} – Clearfold watch` : "Clearfold watch";
  $("title").textContent = state.title || "Clearfold watch";
  $("title").lang = state.title ? state.lang : spoken;
  $("copy").textContent = state.copy;
  listed($("problem-list"), state.problems);
  $("problems").hidden = !state.problems.length;
  $("web-old").hidden = !(state.old && state.page);
  $("frames").className = state.old ? "is-old" : "";
  show(state.page, state.title, state.lang);
  print(state);
  built(state);
  const number = state.problems.length;
  say(number === 0 ? words.fine : filled(words.told, { count: number }));
}

const news = new EventSource("news");
news.onmessage = (event) => draw(JSON.parse(event.data));
news.onerror = () => say(words.ended);
