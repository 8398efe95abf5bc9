/* The shelf: what is wrong with each copy, and how far behind a translation is, one after the other. */

import { ask } from "./studio.js";

const words = document.getElementById("words").dataset;
for (const row of document.querySelectorAll(".state")) {
  const answer = await ask(`/state/${row.dataset.copy}`);
  if (!answer.ok) continue;
  const { errors, warnings, behind } = await answer.json();
  const told = [];
  if (errors) told.push(words.errors.replace("{count}", errors));
  if (warnings) told.push(words.warnings.replace("{count}", warnings));
  if (!told.length) told.push(words.none);
  if ("translation" in row.dataset) told.push(behind < 0 ? words.unknown : behind ? words.behind.replace("{count}", behind) : words.fresh);
  const field = row.querySelector("dd");
  field.textContent = told.join("; ");
  field.className = errors || behind ? "wrong" : "";
}
