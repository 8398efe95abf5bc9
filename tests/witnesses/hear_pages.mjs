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
const APART = 400; // letters that may stand between two blocks of the copy: labels, numbers, the header of a card's cell
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

// What is said of a role. Where an element holds others, these are said after it, and its end; one that has text alone
// is said in one phrase, with its words and what belongs to its role.
const ROLE = /^(?:end of )?(document|banner|paragraph|listitem|list|table|rowgroup|row|cell|columnheader|rowheader|caption|figure|note|main|navigation|doc-\w+|link|image|img|strong|emphasis|term|definition|blockquote|heading|region|separator|code|superscript|subscript|generic|insertion|mark|group|status|searchbox|button)(?:, (.*?))?$/s;
const OF_ROLE = /(?:, (?:level \d+|position \d+|set size \d+|clickable))+$/;

// The words of each phrase, "" of what is not text: the beginnings and ends of what holds others, and of contents.
function spoken(phrases) {
  let contents = "";
  return phrases.map((phrase, at) => {
    if (contents) {
      contents = phrase === contents ? "" : contents;
      return "";
    }
    if (phrase.startsWith("doc-toc")) contents = `end of ${phrase}`;
    // An abbreviation is said with its meaning around it, which the page has among its abbreviations too.
    const end = phrases.slice(at + 1, at + 8).indexOf(`end, ${phrase}`);
    if (phrase.startsWith("end, ") || (end >= 0 && !phrases.slice(at + 1, at + 1 + end).includes(phrase))) return "";
    const role = ROLE.exec(phrase);
    if (!role) return phrase;
    const holds = phrase.startsWith("end of ") || phrases.indexOf(`end of ${phrase}`, at + 1) >= 0;
    return holds || !role[2] ? "" : role[2].replace(OF_ROLE, "");
  });
}

// Where each phrase begins in the letters of all of them.
function laid(phrases) {
  const starts = [];
  let text = "";
  for (const words of spoken(phrases)) {
    starts.push(text.length);
    text += letters(words);
  }
  return { text, starts };
}

// What each phrase stands in: the beginnings that have not come to their ends, and the phrase itself.
function around(phrases) {
  let open = [];
  return phrases.map((phrase, at) => {
    if (phrase.startsWith("end of ")) {
      const last = open.lastIndexOf(phrase.slice(7));
      open = last < 0 ? open : open.slice(0, last);
    } else if (phrases.indexOf(`end of ${phrase}`, at + 1) >= 0 && ROLE.test(phrase)) {
      open = [...open, phrase];
    }
    return [...open, phrase];
  });
}

const WANTED = {
  "list item": /^listitem\b/,
  "table cell": /^(cell|columnheader|rowheader)\b/,
  "text alternative": /^(image|img)\b/,
  "term": /^term\b/,
  "caption": /^caption\b/,
  "title of a box": /^note\b/,
};

function held(file, phrases, expected) {
  const { text, starts } = laid(phrases);
  const within = around(phrases);
  let at = 0;
  for (const block of expected) {
    const words = letters(block.words);
    if (!words) continue;
    blocks += 1;
    const next = text.indexOf(words, at);
    if (next < 0 || next - at > APART) {
      told(file, `${block.kind} “${block.words.slice(0, 60)}” is not heard in its place`);
      continue;
    }
    const near = within[starts.findLastIndex((start) => start <= next)];
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
