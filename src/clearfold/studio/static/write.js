/* Writing: the copy as one field of rich text, or the whole file as one of plain text. Only what was changed is sent. */

import { Writing } from "./editor.js";
import { problems } from "./problems.js";
import { sketching } from "./sketch.js";
import { ask, desk, root, tell } from "./studio.js";
import { tools } from "./tools.js";

const $ = (id) => document.getElementById(id);
const page = $("writing"), words = page.dataset, copy = words.copy;
const { news, put, send: sending } = desk(copy);
const PAUSE = 600; /* ms after a key within which a draft is kept */

let known = null; /* the saved copy: {sha256, text, blocks} */
let draft = null; /* what was left unsaved: {text, blocks, head} */
let whole = false; /* the plain view is shown */
let writes = false, timer = 0, asking = false;
let typing = 0, saving = 0; /* how often something was typed, and how often before the last save */

const send = (path, document, match = known.sha256) => sending(path, document, match);

const pictures = (file) => `${root}/image/${copy}?file=${encodeURIComponent(file)}`;
const told = { ...words, pictures };
const writing = new Writing($("blocks"), {
  lang: words.lang,
  name: words.text,
  told,
  changed: (typing) => (typing ? typed() : state()),
  pictured: (file) => toolbar.pictured(file),
});
const sent = (file) => put("/image", file);
const listed = async () => (await ask(`/images/${copy}`)).json();
const toolbar = tools(writing, { words: told, save, view, sent, listed });
const found = problems(writing, words, { plain: () => whole, reached: () => whole && view() });

function proposal() {
  return whole ? { text: $("plain-text").value } : { pieces: writing.pieces() };
}

function changed() {
  if (!known) return false;
  return whole ? $("plain-text").value !== known.text : writing.isChanged();
}

/* `about` is what was sent, where it was the blocks: what was typed since stays. */
function show(stored, about = null) {
  known = stored;
  if (!(whole && typing > saving)) $("plain-text").value = known.text;
  if (about) writing.saved(known.blocks, about);
  else writing.show(known.blocks);
  found.place(known.blocks);
  state();
}

function state() {
  const open = changed();
  $("state").textContent = open ? words.unsaved : "";
  $("cure").disabled = !writes || open;
  if ($("accept")) $("accept").disabled = !writes || open;
  toolbar.state({ writes, whole, open });
}

function typed() {
  typing += 1;
  state();
  /* Not begun anew with each key: who types without a pause has a draft as well. */
  timer ||= setTimeout(keep, PAUSE);
}

/* The text as this page has it, where it can no longer be told by its blocks. */
function mine() {
  if (whole) return $("plain-text").value;
  const before = known.blocks.length ? known.text.split("\n").slice(0, known.blocks[0].line - 1).join("\n") : known.text;
  return [before, writing.blocks.map((node) => writing.text(node)).join("\n\n"), ""].join("\n");
}

function view() {
  whole = !whole;
  $("view").setAttribute("aria-pressed", String(whole));
  $("blocks").hidden = whole;
  $("plain").hidden = !whole;
  found.place();
  state();
}
$("plain-text").addEventListener("input", typed);

async function keep() {
  timer = 0;
  if (!writes) return;
  try {
    let answer = await send("/draft", proposal());
    if (answer.status === 412) answer = await send("/draft", { text: mine() });
    if (answer.status === 404) tell(words.away);
    if (answer.status === 507) tell(words.undrafted.replace("{why}", (await answer.json()).told));
  } catch {
    tell(words.gone);
  }
}

async function save() {
  if (asking) return;
  clearTimeout(timer);
  timer = 0;
  asking = true;
  saving = typing;
  const about = whole ? null : writing.about();
  try {
    await answered(await send("/copy", proposal()), words.saved, about);
  } catch {
    tell(words.gone);
  } finally {
    asking = false;
  }
}

async function answered(answer, said, about = null) {
  if (answer.status === 412) {
    const { theirs, sha256 } = await answer.json();
    $("yours").value = mine();
    $("theirs").value = theirs;
    $("conflict").hidden = false;
    $("conflict").sha256 = sha256;
    tell(words.changed);
    return;
  }
  if (answer.status === 404) return tell(words.away);
  if (!answer.ok) {
    const { told } = await answer.json();
    tell(answer.status === 423 ? words.locked : words.failed.replace("{why}", told));
    return;
  }
  show(await answer.json(), about);
  tell(said);
}

/* ---- drafts, two versions, who writes ---- */

$("draft-take").addEventListener("click", () => {
  const { text, blocks, head } = draft;
  $("draft").hidden = true;
  /* What stands above the text is not part of it: such a draft is given back as a whole. */
  if (head && !whole) {
    writing.take(blocks);
    writing.focus();
    return;
  }
  if (!whole) view();
  $("plain-text").value = text;
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
  $("plain-text").readOnly = !may;
  writing.allow(may);
  if (known) state();
}

$("cure").addEventListener("click", async () => answered(await send("/cure", {}), words.mended));

$("accept")?.addEventListener("click", async () => {
  const answer = await send("/accepted", {});
  if (answer.ok) tell(words.accepted);
  else await answered(answer, "");
});

/* ---- the printed page beside the text: only where it is wanted, and the window is wide enough ---- */

const sketch = sketching(copy);
const wide = matchMedia("(min-width: 90rem)"); /* as in rich.css */
let printed = false; /* the section is shown as it is saved */

function print() {
  document.body.classList.toggle("beside", $("beside").checked);
  if (printed || !wide.matches || !$("beside").checked) return;
  printed = true;
  sketch();
}
wide.addEventListener("change", print);
$("beside").addEventListener("change", () => {
  ask("/beside", "PUT", JSON.stringify({ beside: $("beside").checked }));
  print();
});

/* ---- news ---- */

async function load() {
  const answer = await ask(`/copy/${copy}`);
  if (answer.status === 415) return tell(words.notext);
  if (answer.status === 404) return tell(words.away);
  const stored = await answer.json();
  show(stored);
  $("draft").hidden = !stored.draft;
  draft = stored.draft;
}

news.addEventListener("changed", (event) => {
  const { sha256 } = JSON.parse(event.data);
  if (!known || asking || sha256 === known.sha256) return;
  if (!sha256) return tell(words.away);
  if (changed()) tell(words.outside);
  else load();
});
news.addEventListener("problems", (event) => {
  found.tell(JSON.parse(event.data).problems);
  printed = false;
  print();
});
news.addEventListener("translation", (event) => found.differ(JSON.parse(event.data).problems));
news.addEventListener("writer", (event) => {
  const { writes: may } = JSON.parse(event.data);
  if (may !== writes) allowed(may);
});
window.addEventListener("beforeunload", (event) => {
  if (changed()) event.preventDefault();
});

await load();
await askToWrite(false);
