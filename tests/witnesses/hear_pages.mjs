// Walks web pages as a screen reader would (@guidepup/virtual-screen-reader), and holds what it says against the copy:
// each block in its order, headings with their levels, items, cells, pictures and notes under their roles.
// Words: folder of node_modules, plan.json of tests/witnesses/browsing.py. Exit code 1 where something is not heard.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { relative, resolve, dirname } from "node:path";

const [modules, planned] = process.argv.slice(2);
const require = createRequire(resolve(modules, "hear.mjs"));
const { JSDOM, VirtualConsole } = require("jsdom");
const { virtual } = require("@guidepup/virtual-screen-reader");

const pages = JSON.parse(readFileSync(planned, "utf8"));
const root = dirname(resolve(planned));
const MOST = 20_000; // steps of one page
const APART = 160; // letters that may stand between two blocks of the copy: labels, numbers, the header of a card's cell
const found = [];
let steps = 0;
let blocks = 0;
let roles = 0;
const told = (file, what) => found.push(`${relative(root, file)}: ${what}`);
const letters = (text) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

async function heard(file) {
  const dom = new JSDOM(readFileSync(file, "utf8"), { virtualConsole: new VirtualConsole() });
  for (const name of ["window", "document", "Node", "Element", "HTMLElement", "NodeFilter", "MutationObserver"]) {
    globalThis[name] = name === "window" ? dom.window : dom.window[name];
  }
  // Closed parts are not read before they are opened; jsdom does not lay pages out, and reads them.
  dom.window.document.querySelectorAll("details").forEach((one) => one.remove());
  await virtual.start({ container: dom.window.document.body, window: dom.window });
  for (let step = 0; step < MOST && (await virtual.lastSpokenPhrase()) !== "end of document"; step += 1) await virtual.next();
  const phrases = await virtual.spokenPhraseLog();
  await virtual.stop();
  dom.window.close();
  return phrases;
}

// What is said of a role, in front of which no words of the copy stand.
const ROLE = /^(end of )?(document|banner|paragraph|list|listitem|table|rowgroup|row|cell|columnheader|rowheader|caption|figure|note|main|navigation|doc-\w+|link|image|img|strong|emphasis|term|definition|blockquote|heading|region|separator|code|superscript|subscript|generic|deletion|insertion|mark|group)\b/;

function spoken(phrase) {
  if (!ROLE.test(phrase)) return phrase;
  const words = /^(?:link|image|img), (.*)$/s.exec(phrase);
  return words && !phrase.startsWith("end of") ? words[1] : "";
}

// Where each phrase begins in the letters of all of them.
function laid(phrases) {
  const starts = [];
  let text = "";
  for (const phrase of phrases) {
    starts.push(text.length);
    text += letters(spoken(phrase));
  }
  return { text, starts };
}

function roleAt(phrases, starts, at) {
  let low = starts.findLastIndex((start) => start <= at);
  while (low > 0 && starts[low - 1] === starts[low]) low -= 1;
  return phrases.slice(Math.max(0, low - 6), low + 8).filter((phrase) => !phrase.startsWith("end of"));
}

const WANTED = {
  "list item": /^listitem\b/,
  "table cell": /^(cell|columnheader|rowheader)\b/,
  "text alternative": /^(image|img)\b/,
  "term": /^term\b/,
  "caption": /^(caption|figure|Figcaption|figcaption)\b/,
  "title of a box": /^note\b/,
};

function held(file, phrases, expected) {
  const { text, starts } = laid(phrases);
  let at = 0;
  for (const block of expected) {
    const words = letters(block.words);
    if (!words) continue;
    blocks += 1;
    const next = text.indexOf(words, at);
    if (next < 0 || next - at > (at ? APART * 40 : Infinity)) {
      told(file, `${block.kind} “${block.words.slice(0, 60)}” is not heard in its place`);
      continue;
    }
    const near = roleAt(phrases, starts, next);
    if ((block.kind === "heading" || block.kind === "title") && block.level) {
      roles += 1;
      const said = phrases.some((one) => one.startsWith("heading, ") && letters(one.slice(9)) === words + `level${block.level}`);
      if (!said) told(file, `“${block.words.slice(0, 60)}” is heard as no heading of level ${block.level}`);
    } else if (WANTED[block.kind]) {
      roles += 1;
      if (!near.some((phrase) => WANTED[block.kind].test(phrase))) {
        told(file, `${block.kind} “${block.words.slice(0, 60)}” is heard as: ${near.map((one) => one.slice(0, 24)).join(" / ")}`);
      }
    }
    at = next + words.length;
  }
}

for (const { file, sort, heard: expected } of pages) {
  const phrases = await heard(file);
  steps += phrases.length;
  if (phrases.at(-1) !== "end of document") told(file, `no end after ${phrases.length} steps`);
  if (sort === "leaflet") held(file, phrases, expected);
  if (!phrases.includes("main")) told(file, "no main part");
  console.log(`${relative(root, file)}: ${phrases.length} steps`);
}
console.log(`${pages.length} pages, ${steps} steps, ${blocks} blocks of the copies, ${roles} of them with a role of their own`);
for (const one of found) console.log(`found: ${one}`);
process.exit(found.length ? 1 : 0);
