/* The form of the front matter: only what was changed is sent. */

import { desk, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const about = $("about"), words = about.dataset;
const { news, send } = desk(words.copy);
const rows = [...about.querySelectorAll(".about")];
let sha256 = words.sha256;

function value(row) {
  const field = row.querySelector("input, textarea, select");
  switch (row.dataset.shape) {
    case "list":
      return field.value.split("\n").map((line) => line.trim()).filter(Boolean);
    case "parts":
      return Object.fromEntries([...row.querySelectorAll("[data-part]")].map((one) => [one.dataset.part, one.value]));
    case "map":
      return Object.fromEntries([...row.querySelectorAll(".pair")].map((pair) => [...pair.querySelectorAll("input")].map((one) => one.value)).filter(([word]) => word.trim()));
    default:
      return field.value;
  }
}

const was = new Map(rows.map((row) => [row, JSON.stringify(value(row))]));
const changed = () => rows.filter((row) => JSON.stringify(value(row)) !== was.get(row));

for (const more of about.querySelectorAll(".more")) {
  more.addEventListener("click", () => {
    const last = more.previousElementSibling;
    const next = last.cloneNode(true);
    for (const one of next.querySelectorAll("input")) one.value = "";
    last.after(next);
    next.querySelector("input").focus();
  });
}

$("save").addEventListener("click", async () => {
  const sent = changed();
  if (!sent.length) return tell(words.saved);
  const values = Object.fromEntries(sent.map((row) => [row.dataset.key, value(row)]));
  const answer = await send("/about", { values }, sha256);
  const made = await answer.json();
  if (answer.status === 412) return tell(words.changed);
  if (answer.status === 422) return tell(words.unwritten.replace("{key}", made.told));
  if (!answer.ok) return tell(words.failed.replace("{why}", made.told));
  sha256 = made.sha256 || sha256;
  for (const row of sent) was.set(row, JSON.stringify(value(row)));
  return tell(words.saved);
});

function allowed(may) {
  $("locked").hidden = may;
  $("save").disabled = !may;
}

async function askToWrite(take) {
  const answer = await send("/writer", { take }, "");
  allowed((await answer.json()).writes);
}

$("take").addEventListener("click", () => askToWrite(true));
news.addEventListener("writer", (event) => allowed(JSON.parse(event.data).writes));
news.addEventListener("changed", (event) => {
  if (JSON.parse(event.data).sha256 !== sha256) tell(words.changed);
});
window.addEventListener("beforeunload", (event) => {
  if (changed().length) event.preventDefault();
});
await askToWrite(false);
