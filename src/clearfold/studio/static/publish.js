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
    one.textContent = `${where}${problem.fact}. ${problem.click || problem.hint} (${problem.code})`;
    list.append(one);
  }
  item.append(head, list);
  return item;
}

let made = false; /* on this page: what stands in it as published is older then */

async function follow() {
  const { running, steps, outcomes, fault } = await (await ask(`/publication/${words.copy}`)).json();
  go.disabled = running;
  $("progress").hidden = !running;
  if (running) {
    made = true;
    $("step").textContent = steps.at(-1) || "";
    setTimeout(follow, EVERY);
    return;
  }
  if (fault) tell(words.fault.replace("{why}", fault));
  if (outcomes.length) {
    $("outcomes").replaceChildren(...outcomes.map((one) => shown(one)));
    $("came-region").hidden = false;
    $("last").hidden = made;
  }
}

/* The site is the last of its outcomes; before it stand the leaflets that are not good. */
async function followSite() {
  const { running, steps, outcomes, fault } = await (await ask("/site")).json();
  $("make-site").disabled = running;
  $("site-step").textContent = fault ? words.fault.replace("{why}", fault) : steps.at(-1) || "";
  if (running) setTimeout(followSite, EVERY);
  const last = outcomes.at(-1);
  if (!last) return;
  $("site-step").textContent = last.good ? `${words.site}: ${last.folder}` : words.noSite;
  $("site-outcomes").replaceChildren(...outcomes.filter((one) => !one.good).map(shown));
}

$("make-site").addEventListener("click", async () => {
  $("make-site").disabled = true;
  $("site-outcomes").replaceChildren();
  await ask("/site", "PUT", JSON.stringify({ address: $("address").value }));
  await followSite();
});

$("commit")?.addEventListener("click", async () => {
  const button = $("commit");
  button.disabled = true;
  const answer = await ask(`/commit/${words.copy}`, "PUT", JSON.stringify({ said: $("said").value }));
  tell(answer.ok ? button.dataset.done : button.dataset.failed.replace("{why}", (await answer.json()).told));
  button.disabled = answer.ok;
});

go.addEventListener("click", async () => {
  go.disabled = true;
  $("came-region").hidden = true;
  await ask(`/publish/${words.copy}`, "PUT", $("printers").checked ? "print-shop" : "");
  await follow();
});

await follow();
await followSite();
