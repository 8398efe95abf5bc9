/* Finding and replacing: the places in each language that was asked for, and others words in those that are ticked. */

import { ask, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const form = $("find"), said = form.dataset;
const tab = crypto.randomUUID();
let found = []; /* of each language: {copy, name, lang, sha256, boxes} */
let wanted = null; /* what the places that are shown were asked for with */

const send = (path, copy, document, match = "") => ask(`${path}/${copy}`, "PUT", JSON.stringify(document), { "If-Match": `"${match}"`, "X-Clearfold-Tab": tab });
const boxes = () => found.flatMap((one) => one.boxes);

function marked(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function shown(place, lang) {
  const item = document.createElement("li"), label = document.createElement("label"), box = document.createElement("input");
  const text = document.createElement("span");
  box.type = "checkbox";
  box.checked = true;
  label.className = "check";
  text.lang = lang;
  text.append(place.before, wanted.new ? marked("del", place.found) : marked("mark", place.found));
  if (wanted.new) text.append(" ", marked("ins", place.new));
  text.append(place.after);
  label.append(box, marked("span", `${said.line.replace("{line}", place.line)}:`), text);
  item.append(label);
  return [item, box];
}

async function search() {
  wanted = { wanted: $("wanted").value, new: $("new").value, words: $("words").checked, case: $("case").checked };
  found = [];
  const parts = [];
  let more = false;
  for (const { value, dataset } of form.querySelectorAll(".where:checked")) {
    const answer = await send("/places", value, wanted);
    if (!answer.ok) {
      tell(said.failed.replace("{copy}", dataset.name).replace("{why}", (await answer.json()).told));
      continue;
    }
    const told = await answer.json();
    const list = document.createElement("ul"), made = told.places.map((place) => shown(place, dataset.lang));
    list.className = "places";
    list.append(...made.map(([item]) => item));
    found.push({ copy: value, name: dataset.name, sha256: told.sha256, boxes: made.map(([, box]) => box) });
    more ||= told.more;
    if (made.length) parts.push(marked("h3", dataset.name), list);
  }
  const count = boxes().length;
  $("count").textContent = count ? `${said.count.replace("{count}", count)}. ${more ? said.more : ""}` : said.none;
  $("found").replaceChildren(...parts);
  $("found-region").hidden = false;
  $("then").hidden = !count;
}

async function replace() {
  wanted.new = $("new").value;
  let count = 0;
  for (const one of found) {
    const places = one.boxes.flatMap((box, at) => (box.checked ? [at] : []));
    if (!places.length) continue;
    const answer = await send("/replace", one.copy, { ...wanted, places }, one.sha256);
    if (!answer.ok) {
      if (answer.status === 412) return tell(said.changed);
      if (answer.status === 423) return tell(said.locked.replace("{copy}", one.name));
      return tell(said.failed.replace("{copy}", one.name).replace("{why}", (await answer.json()).told));
    }
    count += places.length;
  }
  $("then").hidden = true;
  $("found").replaceChildren();
  $("count").textContent = said.done.replace("{count}", count);
}

async function tried(work) {
  try {
    await work();
  } catch {
    tell(said.gone);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  tried(search);
});
$("new").addEventListener("input", () => { $("then").hidden = true; });
$("replace").addEventListener("click", () => tried(replace));
$("none").addEventListener("click", () => boxes().forEach((box) => { box.checked = false; }));
