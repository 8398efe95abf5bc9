/* Publishing: one button, what the build says meanwhile, and what came of it. */

import { ask, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const go = $("go"), words = go.dataset;
const EVERY = 1000; /* ms from one question to the next */

function shown(outcome) {
  const item = document.createElement("li");
  const head = document.createElement("strong");
  head.textContent = (outcome.good ? words.good : words.bad).replace("{copy}", outcome.copy);
  head.className = outcome.good ? "" : "wrong";
  const list = document.createElement("ul");
  for (const problem of outcome.problems) {
    const one = document.createElement("li");
    const where = problem.line ? `${words.line.replace("{line}", problem.line)}: ` : "";
    one.textContent = `${where}${problem.fact}. ${problem.hint} (${problem.code})`;
    list.append(one);
  }
  item.append(head, list);
  return item;
}

async function follow() {
  const { running, steps, outcomes, fault } = await (await ask(`/publication/${words.copy}`)).json();
  go.disabled = running;
  $("progress").hidden = !running;
  if (running) {
    $("step").textContent = steps.at(-1) || "";
    setTimeout(follow, EVERY);
    return;
  }
  if (fault) tell(words.fault.replace("{why}", fault));
  if (outcomes.length) {
    $("outcomes").replaceChildren(...outcomes.map(shown));
    $("came-region").hidden = false;
  }
}

go.addEventListener("click", async () => {
  go.disabled = true;
  $("came-region").hidden = true;
  await ask(`/publish/${words.copy}`, "PUT", $("printers").checked ? "print-shop" : "");
  await follow();
});

await follow();
