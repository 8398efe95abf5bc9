/* A block of the file as a node. Each is written again at once: what would not come back to the byte stays source. */

import { readInline, Unread } from "./inline.js";
import { schema } from "./schema.js";
import { cellsOf, rowOf, write } from "./writing.js";

const { nodes } = schema;
const ITEM = /^([-*+]|\d{1,9}(?=[.)]))([.)]?)( {1,4})(\S.*)$/;
const BOXES = "note tip important warning phone amount question person calendar".split(" ");
const BOX = new RegExp(`^!!! (${BOXES.join("|")})(?: "([^"]+)")?$`);
const PICTURE = /^!\[([^\]\\]*)\]\((?:([^\s()<>\\]+)|<([^<>\\]+)>)(?: "([^"\\]*)")?\)(?:\{([^{}]*)\})?$/;
const CROP = /^(square|4:3|3:2|16:9|3:4|2:3)( (top|bottom|left|right))?$/;
const MEMO = /^<!--(\s*)(\S(?:[^]*\S)?)(\s*)-->$/;
const ALIGN = { "": /^-+$/, left: /^:-+$/, right: /^-+:$/, center: /^:-+:$/ };

/* Return the node of a block; `kind` is what the studio takes it for. */
export function read(text, kind) {
  try {
    const node = (READERS[kind] || notRead)(text);
    node.check();
    if (same(node, text)) return node;
  } catch (error) {
    if (!(error instanceof Unread || error instanceof RangeError)) throw error;
  }
  return nodes.source.create(null, text ? schema.text(text) : null);
}

/* A table's columns may be of any width. */
function same(node, text) {
  const written = write(node);
  return written === text || (node.type === nodes.table && narrow(written) === narrow(text));
}

const narrow = (text) => text.split("\n").map((line) => rowOf(cellsOf(line).map((cell) => cell.replace(/-{3,}/, "---")))).join("\n");

const READERS = {
  paragraph: (text) => (/^:\s/m.test(text) ? terms(text) : nodes.paragraph.create(null, readInline(text))),
  heading,
  list: (text) => list(text.split("\n")),
  table,
  box,
  picture,
  quotation: (text) => nodes.quotation.create(null, inner(text.split("\n").map((line) => line.replace(/^> ?/, "")))),
  note: (text) => named(nodes.note, /^\[\^([^\]\s]+)\]: (.+)$/s, text),
  source: (text) => (text.startsWith("<!--") ? memo(text) : named(nodes.abbreviation, /^\*\[([^\]]+)\]: (.+)$/s, text)),
};

function notRead() {
  throw new Unread("kind");
}

function matched(pattern, text) {
  const match = pattern.exec(text);
  if (!match) throw new Unread(text);
  return match;
}

function heading(text) {
  const [, signs, words, tail] = matched(/^(#{1,6}) (.*?)((?: \{[^{}]*\})?)$/, text);
  return nodes.heading.create({ level: signs.length, tail }, readInline(words));
}

function named(type, pattern, text) {
  const [, name, words] = matched(pattern, text);
  if (/\n\s*(\[\^|\*\[)/.test(words)) throw new Unread("several");
  return type.create({ name }, readInline(words));
}

function memo(text) {
  const [, before, said, after] = matched(MEMO, text);
  return nodes.memo.create({ before, after }, schema.text(said));
}

function terms(text) {
  const of = (line) => {
    const match = /^:( +)(.+)$/.exec(line);
    return match ? nodes.definition.create({ pad: match[1].length }, readInline(match[2])) : nodes.term.create(null, readInline(line));
  };
  return nodes.terms.create(null, text.split("\n").map(of));
}

function picture(text) {
  const [, alt, bare, angled, caption = "", given = ""] = matched(PICTURE, text);
  const attrs = { src: angled || bare, alt, caption };
  const rest = given
    .replace(/role=presentation/, () => ((attrs.decorates = true), ""))
    .replace(/\.beside/, () => ((attrs.beside = true), ""))
    .replace(/credit="([^"]*)"/, (_, credit) => ((attrs.credit = credit), ""))
    .replace(/crop="([^"]*)"/, (_, crop) => ((attrs.crop = matched(CROP, crop)[0]), ""));
  if (rest.trim()) throw new Unread("attributes");
  return nodes.picture.create(attrs);
}

function table(text) {
  const [first, ruler, ...rest] = text.split("\n");
  if (!ruler) throw new Unread("table");
  const aligns = cellsOf(ruler).map((cell) => {
    const found = Object.keys(ALIGN).find((key) => ALIGN[key].test(cell));
    if (found === undefined) throw new Unread("ruler");
    return found;
  });
  const row = (line, head) => {
    const cells = cellsOf(line);
    if (cells.length !== aligns.length) throw new Unread("cells");
    return nodes.row.create(null, cells.map((cell) => nodes.cell.create({ head }, readInline(cell))));
  };
  return nodes.table.create({ aligns }, [row(first, true), ...rest.map((line) => row(line, false))]);
}

function box(text) {
  const [first, ...rest] = text.split("\n");
  const [, kind, title] = matched(BOX, first);
  const head = nodes.box_title.create(null, title ? schema.text(title) : null);
  return nodes.box.create({ kind }, [head, ...inner(rest.map((line) => line.replace(/^ {4}/, "")))]);
}

/* Return the list that lines are. What belongs to an item stands as far to the right as its first further line. */
function list(lines) {
  const items = [];
  let indent = 0;
  for (const line of lines) {
    const found = ITEM.exec(line);
    if (found) items.push({ found, lines: [found[4]] });
    else if (!items.length) throw new Unread("list");
    else {
      const room = /^ */.exec(line)[0].length;
      if (line.trim() && room < 2) throw new Unread("item");
      if (line.trim()) indent = indent ? Math.min(indent, room) : room;
      items.at(-1).lines.push(line);
    }
  }
  const [, sign, delimiter, space] = items[0].found;
  const tight = !lines.some((line) => !line.trim());
  const made = items.map(({ lines: [first, ...rest] }) => {
    const [, check, words] = /^(\[[ xX]\]) (.*)$/.exec(first) || [null, "", first];
    return nodes.list_item.create({ check }, inner([words, ...rest.map((line) => line.slice(indent))], tight));
  });
  const attrs = { tight, indent, pad: space.length };
  if (delimiter) return nodes.ordered_list.create({ ...attrs, start: Number(sign), marker: delimiter }, made);
  return nodes.bullet_list.create({ ...attrs, marker: sign }, made);
}

/* Return the blocks within another: between blank lines, and in a list of one line each also right behind words. */
function inner(lines, tight = false) {
  while (lines.length && !lines.at(-1).trim()) lines = lines.slice(0, -1);
  const parts = [];
  let gap = true;
  for (const line of lines) {
    const last = parts.at(-1);
    const goes = last && ITEM.test(last[0]) && (/^ {2}/.test(line) || ITEM.test(line));
    if (!line.trim()) gap = true;
    else if (goes) last.push(...(gap ? [""] : []), line);
    else if (gap || (tight && ITEM.test(line))) parts.push([line]);
    else last.push(line);
    if (line.trim()) gap = false;
  }
  return parts.map((part) => READERS[kindOf(part)](part.join("\n")));
}

function kindOf(lines) {
  if (ITEM.test(lines[0])) return "list";
  if (lines.length > 1 && lines[0].includes("|") && /^[\s|:-]+$/.test(lines[1])) return "table";
  if (lines.length === 1 && PICTURE.test(lines[0])) return "picture";
  if (lines[0].startsWith("#")) return "heading";
  if (lines[0].startsWith(">")) return "quotation";
  if (lines[0].startsWith("<!--")) return "source";
  if (/^(!!!|:::|\?\?\?|```|~~~|<|\*\[|\[\^.*\]:)/.test(lines[0])) throw new Unread("inner");
  return "paragraph";
}
