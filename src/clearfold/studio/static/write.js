/* Writing: the copy's blocks as fields, or the whole file as one. Only what was changed is sent. */

import { ask, desk, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const writing = $("writing"), words = writing.dataset, copy = words.copy;
const { news, send: sending } = desk(copy);
const PAUSE = 600; /* ms after a key within which a draft is kept */

let known = null; /* the saved copy: {sha256, text, blocks} */
let whole = false; /* the plain view is shown */
let writes = false, current = null, timer = 0, asking = null, lastProblems = [], lastAdvice = [];

const send = (path, document, match = known.sha256) => sending(path, document, match);

const tools = [...$("tools").querySelectorAll("button")];
function rove(to) {
  for (const tool of tools) tool.tabIndex = tool === to ? 0 : -1;
}
rove(tools[0]);

/* ---- blocks ---- */

function field(block, of) {
  const row = document.createElement("div");
  row.className = `block ${block.kind}`;
  const label = document.createElement("label");
  const area = document.createElement("textarea");
  area.id = `block-${Math.random().toString(36).slice(2)}`;
  label.htmlFor = area.id;
  label.textContent = words[block.kind];
  area.lang = words.lang;
  area.spellcheck = true;
  area.value = block.text;
  area.rows = Math.min(30, Math.max(1, block.text.split("\n").length));
  area.readOnly = !writes;
  const found = document.createElement("ul");
  found.className = "found";
  found.id = `${area.id}-found`;
  area.setAttribute("aria-describedby", found.id);
  row.append(label, area, found);
  row.of = of;
  row.was = block.text;
  row.line = block.line || 0;
  area.addEventListener("focus", () => { current = row; });
  area.addEventListener("input", typed);
  return row;
}

const rows = () => [...$("blocks").children];
const area = (row) => row.querySelector("textarea");

function pieces() {
  return rows().map((row) => {
    const text = area(row).value;
    if (row.of === null) return { of: null, text };
    return text === row.was ? { of: row.of } : { of: row.of, text };
  });
}

function proposal() {
  return whole ? { text: $("plain-text").value } : { pieces: pieces() };
}

function changed() {
  if (!known) return false;
  if (whole) return $("plain-text").value !== known.text;
  const now = rows();
  return now.length !== known.blocks.length || now.some((row, at) => row.of !== at || area(row).value !== row.was);
}

function show(stored) {
  const at = current ? rows().indexOf(current) : -1;
  const had = document.activeElement && document.activeElement.closest(".block") !== null;
  const from = had ? document.activeElement.selectionStart : 0;
  known = stored;
  $("blocks").replaceChildren(...known.blocks.map(field));
  $("plain-text").value = known.text;
  current = rows()[Math.min(Math.max(at, 0), rows().length - 1)] || null;
  if (had && current) {
    area(current).focus();
    area(current).setSelectionRange(from, from);
  }
  placed();
  state();
}

function state() {
  const open = changed();
  $("state").textContent = open ? words.unsaved : "";
  $("save").disabled = !writes || !open;
  for (const id of ["insert", "up", "down", "remove"]) $(id).disabled = !writes || whole;
  $("view").disabled = open;
  $("cure").disabled = !writes || open;
  /* The one stop of the toolbar is never a button that cannot be reached. */
  if (tools.find((tool) => tool.tabIndex === 0).disabled) rove(tools.find((tool) => !tool.disabled) || tools[0]);
}

function typed() {
  state();
  /* Not begun anew with each key: who types without a pause has a draft as well. */
  timer ||= setTimeout(keep, PAUSE);
}

/* The text as this page has it, where it can no longer be told by its blocks. */
const mine = () => (whole ? $("plain-text").value : known.text.slice(0, begin()) + rows().map((row) => area(row).value).join("\n\n") + "\n");
const begin = () => (known.blocks.length ? known.text.indexOf(known.blocks[0].text, ends()) : known.text.length);
const ends = () => known.text.split("\n").slice(0, known.blocks[0].line - 1).join("\n").length;

async function keep() {
  timer = 0;
  if (!writes) return;
  try {
    const answer = await send("/draft", proposal());
    if (answer.status === 412) await send("/draft", { text: mine() });
  } catch {
    tell(words.gone);
  }
}

async function save() {
  if (asking) return;
  clearTimeout(timer);
  timer = 0;
  asking = true;
  try {
    await answered(await send("/copy", proposal()), words.saved);
  } catch {
    tell(words.gone);
  } finally {
    asking = null;
  }
}

async function answered(answer, said) {
  if (answer.status === 412) {
    const { theirs, sha256 } = await answer.json();
    $("yours").value = mine();
    $("theirs").value = theirs;
    $("conflict").hidden = false;
    $("conflict").sha256 = sha256;
    tell(words.changed);
    return;
  }
  if (!answer.ok) {
    const { told } = await answer.json();
    tell(answer.status === 423 ? words.locked : words.failed.replace("{why}", told));
    return;
  }
  show(await answer.json());
  tell(said);
}

/* ---- the tools: one stop for Tab, arrows within (ARIA Authoring Practices, toolbar) ---- */

$("tools").addEventListener("focusin", (event) => rove(event.target));
$("tools").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tools.length, End: tools.length }[event.key];
  if (!step) return;
  const free = tools.filter((tool) => !tool.disabled);
  const at = free.indexOf(document.activeElement);
  const to = Math.abs(step) === 1 ? (at + step + free.length) % free.length : step < 0 ? 0 : free.length - 1;
  free[to].focus();
  event.preventDefault();
});

$("save").addEventListener("click", save);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    if (!$("save").disabled) save();
  }
});

$("insert").addEventListener("click", () => {
  const made = field({ text: $("what").value, kind: "paragraph", line: 0 }, null);
  made.querySelector("label").textContent = $("what").selectedOptions[0].textContent;
  if (current) current.after(made);
  else $("blocks").append(made);
  area(made).focus();
  area(made).select();
  typed();
});

function move(by) {
  const other = by < 0 ? current?.previousElementSibling : current?.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(current);
  else other.after(current);
  tell(words.moved);
  typed();
}
$("up").addEventListener("click", () => move(-1));
$("down").addEventListener("click", () => move(1));
$("remove").addEventListener("click", () => {
  if (!current) return;
  const next = current.nextElementSibling || current.previousElementSibling;
  current.remove();
  current = next;
  tell(words.removed);
  typed();
});

$("view").addEventListener("click", () => {
  whole = !whole;
  $("view").setAttribute("aria-pressed", String(whole));
  $("blocks").hidden = whole;
  $("plain").hidden = !whole;
  state();
});
$("plain-text").addEventListener("input", typed);

/* ---- drafts, two versions, who writes ---- */

$("draft-take").addEventListener("click", () => {
  if (!whole) $("view").click();
  $("plain-text").value = $("draft").text;
  $("draft").hidden = true;
  $("plain-text").focus();
  typed();
});
$("draft-drop").addEventListener("click", async () => {
  const answer = await send("/no-draft", {});
  if (answer.ok) $("draft").hidden = true;
});
$("keep-yours").addEventListener("click", async () => {
  const answer = await send("/copy", { text: $("yours").value }, $("conflict").sha256);
  if (answer.ok) $("conflict").hidden = true;
  await answered(answer, words.saved);
});
$("keep-theirs").addEventListener("click", async () => {
  $("conflict").hidden = true;
  await send("/no-draft", {});
  await load();
});
$("take").addEventListener("click", () => askToWrite(true));

async function askToWrite(take) {
  const answer = await send("/writer", { take }, "");
  allowed((await answer.json()).writes);
  if (take) await load();
}

function allowed(may) {
  writes = may;
  $("locked").hidden = may;
  for (const one of [...rows().map(area), $("plain-text")]) one.readOnly = !may;
  if (known) state();
}

/* ---- problems ---- */

function placed() {
  for (const row of rows()) row.querySelector(".found").replaceChildren();
  $("found").replaceChildren(...lastProblems.map(item));
  $("advice").replaceChildren(...lastAdvice.map(item));
}

/* A problem, or a piece of advice, as an item of a list that leads to its block; the block shows it as well. */
function item(problem) {
  const row = rows().filter((one) => one.line && one.line <= problem.line).pop();
  const place = document.createElement("li");
  const where = document.createElement(row ? "a" : "span");
  where.textContent = problem.line ? words.line.replace("{line}", problem.line) : words.whole;
  if (row) {
    where.href = `#${area(row).id}`;
    where.addEventListener("click", (event) => {
      event.preventDefault();
      if (whole) $("view").click();
      area(row).focus();
    });
  }
  place.append(where, ": ", ...said(problem));
  if (row) {
    const here = document.createElement("li");
    here.append(...said(problem));
    row.querySelector(".found").append(here);
  }
  return place;
}

function said(problem) {
  const fact = document.createElement("span");
  fact.className = problem.severity === "error" ? "wrong" : "";
  fact.textContent = `${problem.fact}.`;
  const hint = document.createElement("span");
  hint.className = "hint";
  hint.textContent = problem.hint ? ` ${problem.hint}.` : "";
  const code = document.createElement("span");
  code.className = "hint";
  code.textContent = ` (${problem.code})`;
  return [fact, hint, code];
}

function problems(told) {
  lastProblems = told.problems;
  placed();
  const count = lastProblems.length;
  $("count").textContent = count ? words.problems.replace("{count}", count) : words.none;
  $("cure").hidden = !count;
}

function advice(told) {
  lastAdvice = told.advice;
  placed();
  const count = lastAdvice.length;
  $("advice-count").textContent = count ? words.advice.replace("{count}", count) : words.noadvice;
}
$("cure").addEventListener("click", async () => answered(await send("/cure", {}), words.mended));

/* ---- news ---- */

async function load() {
  const answer = await ask(`/copy/${copy}`);
  if (answer.status === 415) return tell(words.notext);
  const stored = await answer.json();
  show(stored);
  $("draft").hidden = !stored.draft;
  $("draft").text = stored.draft ? stored.draft.text : "";
}

news.addEventListener("changed", (event) => {
  const { sha256 } = JSON.parse(event.data);
  if (!known || asking || sha256 === known.sha256) return;
  if (changed()) tell(words.outside);
  else load();
});
news.addEventListener("problems", (event) => problems(JSON.parse(event.data)));
news.addEventListener("advice", (event) => advice(JSON.parse(event.data)));
news.addEventListener("writer", (event) => {
  const { writes: may } = JSON.parse(event.data);
  if (may !== writes) allowed(may);
});
window.addEventListener("beforeunload", (event) => {
  if (changed()) event.preventDefault();
});

await load();
await askToWrite(false);
