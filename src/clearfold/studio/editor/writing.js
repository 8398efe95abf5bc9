/* A node as the text of a block of the file. */

import { Fragment } from "prosemirror-model";
import { writeInline } from "./inline.js";
import { schema } from "./schema.js";

const { marks, nodes } = schema;
/* What at the start of a line would begin something else than words. */
const SIGN = /^(?:#{1,6}(?=\s|$|[^\s#])|[-+*](?=\s|$)|>|\||:(?=\s)|:::|!!!|\?\?\?|```|~~~|[-*_=]{2,}\s*$|<(?=[a-z!?/])|!\[)/i;
const NUMBER = /^(\d{1,9}|[a-z])(?=[.)](?:\s|$))/;

/* Return the text of a block, without the blank lines around it. */
export function write(node) {
  return WRITERS[node.type.name](node);
}

const WRITERS = {
  paragraph: (node) => words(node),
  heading: (node) => (node.textContent.trim() ? `${"#".repeat(node.attrs.level)} ${line(node)}${node.attrs.tail}` : ""),
  bullet_list: (node) => list(node, () => node.attrs.marker),
  ordered_list: (node) => list(node, (at) => `${node.attrs.start + at}${node.attrs.marker}`),
  quotation: (node) => inside(node).split("\n").map((text) => (text ? `> ${text}` : ">")).join("\n").replace(/^>$/, ""),
  box,
  table,
  picture,
  note: (node) => named(`[^${node.attrs.name}]: `, words(node)),
  abbreviation: (node) => named(`*[${node.attrs.name}]: `, words(node)),
  terms: (node) => children(node).map((one) => (one.type === nodes.term ? line(one) : `:${" ".repeat(one.attrs.pad)}${line(one)}`)).join("\n"),
  memo,
  source: (node) => node.textContent,
};

export function children(node) {
  const found = [];
  node.forEach((child) => found.push(child));
  return found;
}

const line = (node) => writeInline(node.content, { lines: false });

const named = (name, text) => text && name + text;

/* Words of several lines, of which none begins something else. */
function words(node) {
  return writeInline(node.content).split("\n").map(guarded).join("\n");
}

function guarded(text) {
  if (NUMBER.test(text) && !/^[a-z]\)? ?[a-z]/i.test(text)) return text.replace(NUMBER, "$1\\");
  return SIGN.test(text) ? `\\${text}` : text;
}

/* What has no words yet is not written. */
const inside = (node, between = "\n\n") => children(node).map(write).filter(Boolean).join(between);

/* A list below an item of which no words are left stands in the place of that item. */
function lifted(item) {
  const [words, inner] = children(item);
  const lists = [nodes.bullet_list, nodes.ordered_list];
  return item.childCount === 2 && !words.content.size && lists.includes(inner.type) ? children(inner).flatMap(lifted) : [item];
}

function list(node, sign) {
  const { tight, pad } = node.attrs;
  const between = tight ? "\n" : "\n\n";
  const items = children(node).flatMap(lifted).map((one) => [one.attrs.check, inside(one, between)]).filter(([, text]) => text);
  const indent = node.attrs.indent || sign(items.length - 1).length + pad;
  const item = ([check, text], at) => {
    const words = (check ? `${check} ` : "") + text;
    return sign(at) + " ".repeat(pad) + words.replace(/\n(?=[^\n])/g, `\n${" ".repeat(indent)}`);
  };
  return items.map(item).join(between);
}

function box(node) {
  const [title, ...blocks] = children(node);
  const told = title.textContent.replace(/"/g, "'").replace(/\s+/g, " ").trim();
  const body = blocks.map(write).filter(Boolean).join("\n\n").replace(/^(?=[^\n])/gm, "    ");
  return `!!! ${node.attrs.kind}${told ? ` "${told}"` : ""}${body ? `\n${body}` : ""}`;
}

/* A note never ends within its words: HTML, 13.1.6. */
function memo(node) {
  const said = node.textContent.replace(/--(?=!?>)/g, "- -").trim();
  const before = node.attrs.before || (/^-?>/.test(said) ? " " : "");
  return said && `<!--${before}${said}${node.attrs.after || (said.endsWith("-") ? " " : "")}-->`;
}

const RULER = { "": "---", left: ":---", right: "---:", center: ":---:" };

/* A bar between the signs of code is read in several ways: such words are no code. */
function cell(node) {
  const words = children(node).map((one) => (one.isText && one.text.includes("|") ? one.mark(marks.code.removeFromSet(one.marks)) : one));
  return writeInline(Fragment.fromArray(words), { lines: false }).replace(/(?<!\\)\|/g, "\\|");
}

function table(node) {
  const rows = children(node).map((row) => children(row).map(cell));
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
  const ruler = Array.from({ length: width }, (_, at) => RULER[node.attrs.aligns[at] || ""]);
  return [full[0], ruler, ...full.slice(1)].map(rowOf).join("\n");
}

export const rowOf = (cells) => `| ${cells.join(" | ")} |`.replace(/\|  (?=\|)/g, "| ");

/* Return the cells of a line of a table. */
export function cellsOf(text) {
  const bare = text.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function picture({ attrs }) {
  const { src, alt, caption, credit, decorates, beside, crop } = attrs;
  const plain = (text) => text.replace(/["[\]\\]/g, (sign) => ({ '"': "'", "[": "(", "]": ")", "\\": "/" })[sign]).replace(/\s+/g, " ");
  const given = [beside && ".beside", decorates && "role=presentation", credit && `credit="${plain(credit)}"`, crop && `crop="${crop}"`].filter(Boolean);
  const where = /[\s()]/.test(src) ? `<${src}>` : src;
  const braces = given.length ? `{${given.join(" ")}}` : "";
  return `![${decorates ? "" : plain(alt)}](${where}${caption ? ` "${plain(caption)}"` : ""})${braces}`;
}
