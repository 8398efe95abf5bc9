/* What is pasted from Word, web pages and mail: its structure is kept, and nothing of its looks. */

import { DOMParser, DOMSerializer, Fragment, Slice } from "prosemirror-model";
import { schema } from "./schema.js";

const DROPPED = "script, style, meta, link, title, xml, img, picture, svg, object, iframe, video, audio, button, input, select, textarea, [hidden], [aria-hidden=true]";

/* A parser that tidies first. Pictures are left out: they would be fetched from elsewhere, and have no alternative. */
export class Parser extends DOMParser {
  parseSlice(dom, options) {
    if (!dom.querySelector("[data-pm-slice]")) tidied(dom);
    return super.parseSlice(dom, options);
  }
}

/* What is copied has its attributes with it, of which HTML has no word: what is pasted within the editor is the same. */
function withAttributes([name, toDOM]) {
  return [
    name,
    (node) => {
      const [tag, ...rest] = toDOM(node);
      const given = rest[0] && rest[0].constructor === Object ? rest.shift() : {};
      return [tag, { ...given, "data-kept": JSON.stringify(node.attrs) }, ...rest];
    },
  ];
}

const { text, ...others } = DOMSerializer.nodesFromSchema(schema);
const whole = Object.fromEntries(Object.entries(others).map(withAttributes));
export const serializer = new DOMSerializer({ ...whole, text }, DOMSerializer.marksFromSchema(schema));

export const parser = new Parser(schema, DOMParser.schemaRules(schema));

export function tidied(dom) {
  for (const one of dom.querySelectorAll(DROPPED)) one.remove();
  const walker = dom.ownerDocument.createTreeWalker(dom, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const one of comments) one.remove();
  looks(dom);
  lists(dom);
  tables(dom);
  words(dom);
}

/* Emphasis that is only a look: browsers do not tell it of a style that the page's policy refuses. */
function looks(dom) {
  for (const one of dom.querySelectorAll("[style]")) {
    const style = one.getAttribute("style");
    if (/^(B|I)$/.test(one.tagName) && /(?<![\w-])font-(weight|style):\s*(normal|400)/i.test(style)) one.replaceWith(...one.childNodes);
    else if (one.tagName !== "SPAN") continue;
    else if (/(?<![\w-])font-weight:\s*(bold|[6-9]00)/i.test(style)) held(one, "strong");
    else if (/(?<![\w-])font-style:\s*italic/i.test(style)) held(one, "em");
  }
}

function held(one, name) {
  const made = one.ownerDocument.createElement(name);
  made.append(...one.childNodes);
  one.append(made);
}

/* A cell holds words alone, and a table's first row is its head. A table of one cell only lays something out. */
function tables(dom) {
  for (const table of [...dom.querySelectorAll("table")].reverse()) {
    const cells = [...table.querySelectorAll("td, th")];
    if (cells.length === 1 || table.querySelector("table")) {
      table.replaceWith(...cells.flatMap((cell) => [...cell.childNodes]));
      continue;
    }
    for (const cell of cells) {
      for (const block of cell.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre")) {
        block.replaceWith(...block.childNodes, " ");
      }
      cell.normalize();
    }
  }
}

/* Word writes the items of a list as paragraphs: their level in a style, their sign as text that is to be ignored. */
function lists(dom) {
  let open = []; /* the lists that are open, the innermost last */
  let before = null, name = "";
  for (const paragraph of [...dom.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const style = paragraph.getAttribute("style") || "";
    const given = /mso-list:\s*(l\d+)\s+level(\d)/i.exec(style);
    if (!given) continue;
    const level = Number(given[2]);
    const sign = signOf(paragraph);
    if (!before || before.nextElementSibling !== paragraph || (level === 1 && name !== given[1])) open = [];
    if (level === 1) [, name] = given;
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = dom.ownerDocument.createElement(/^\(?[\da-z]{1,3}[.)]/i.test(sign) ? "ol" : "ul");
      const outer = open.at(-1);
      if (outer) (outer.lastElementChild || outer.appendChild(dom.ownerDocument.createElement("li"))).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    const item = dom.ownerDocument.createElement("li");
    const held = dom.ownerDocument.createElement("p");
    held.append(...paragraph.childNodes);
    item.append(held);
    open.at(-1).append(item);
    before = open[0];
    paragraph.remove();
  }
}

/* Take the sign of an item out of its paragraph, and return it. */
function signOf(paragraph) {
  const ignored = [...paragraph.querySelectorAll("span")].filter((one) => /mso-list:\s*ignore/i.test(one.getAttribute("style") || ""));
  const sign = ignored.map((one) => one.textContent).join("").trim();
  for (const one of ignored) one.remove();
  const text = sign ? null : paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  const match = text && /^\s*([·•o§▪-]|\(?[\da-z]{1,3}[.)])[\s\u00a0]+/i.exec(text.data);
  if (!match) return sign;
  text.data = text.data.slice(match[0].length);
  return match[1];
}

/* Spaces that only lay words out are ordinary ones; an empty paragraph is none. */
function words(dom) {
  for (const space of dom.querySelectorAll("span[style*='mso-spacerun'], .Apple-converted-space")) space.textContent = " ";
  for (const one of dom.querySelectorAll("p")) if (!one.textContent.trim() && !one.querySelector("br")) one.remove();
}

/* Text without structure: a paragraph from each empty line on, and lines as they stand. */
export function plainText(text) {
  const parts = text.replace(/\r\n?/g, "\n").split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  const line = (part, at) => [...(at ? [schema.nodes.hard_break.create()] : []), ...(part ? [schema.text(part)] : [])];
  const made = parts.map((part) => schema.nodes.paragraph.create(null, part.split("\n").flatMap((one, at) => line(one.trim(), at))));
  return new Slice(Fragment.fromArray(made), made.length ? 1 : 0, made.length ? 1 : 0);
}
