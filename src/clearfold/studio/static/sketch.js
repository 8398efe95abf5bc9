/* The section in work as printed pages, and the way to those beside it. */

import { ask, root } from "./studio.js";

const $ = (id) => document.getElementById(id);

/* Return what prints the section anew, one after another; `loaded` gets each picture of a page once it is there. */
export function sketching(copy, loaded = () => {}) {
  const words = $("sketch").dataset;
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
      image.addEventListener("load", () => loaded(image));
      item.append(image);
      return item;
    }));
  }

  $("back").addEventListener("click", () => sketch(-1));
  $("on").addEventListener("click", () => sketch(1));
  return sketch;
}
