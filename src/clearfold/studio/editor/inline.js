/* The words within a block, from and to Markdown: markdown-it, with the signs that Clearfold has beside CommonMark. */

import MarkdownIt from "markdown-it";
import { Fragment, Mark } from "prosemirror-model";
import { schema } from "./schema.js";

/* A block that can be shown only as it is written. */
export class Unread extends Error {}

const { marks, nodes } = schema;
const markdown = new MarkdownIt("commonmark");
markdown.normalizeLink = markdown.normalizeLinkText = (text) => text;
markdown.validateLink = () => true;

/* The press has these by the same signs: press/markdown/inline.py. */
const SIGNS = [
  ["sub", "~", /^~([^\s~]+)~(?!~)/, /[\p{L}\p{N}_)\]]/u],
  ["sup", "^", /^\^([^\s^]+)\^/, /[\p{L}\p{N}_)\]]/u],
  ["strong", "==", /^==(?=[^\s=])([^=]*[^\s=])==(?![=\p{L}\p{N}_])/u, /[^=\p{L}\p{N}_]|^$/u],
];
markdown.inline.ruler.before("emphasis", "signs", (state, silent) => {
  const rest = state.src.slice(state.pos, state.posMax), before = state.src.charAt(state.pos - 1);
  for (const [name, form, pattern, behind] of SIGNS) {
    const match = pattern.exec(rest);
    if (!match || !behind.test(before)) continue;
    if (!silent) within(state, name, { form }, state.pos + form.length, state.pos + form.length + match[1].length);
    state.pos += match[0].length;
    return true;
  }
  const times = /\d/.test(before) && /^\*{1,2}(?=\d)/.exec(rest);
  if (!times) return false;
  if (!silent) state.pending += times[0];
  state.pos += times[0].length;
  return true;
});

/* Words between brackets: a note, and words in another language. */
markdown.inline.ruler.before("link", "brackets", (state, silent) => {
  if (state.src[state.pos] !== "[") return false;
  const note = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos));
  if (note) {
    if (!silent) state.push("note_mark", "", 0).meta = { name: note[1] };
    state.pos += note[0].length;
    return true;
  }
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  const given = end < 0 ? null : /^\{\s*:?\s*lang=(["']?)([A-Za-z0-9-]+)\1\s*\}/.exec(state.src.slice(end + 1));
  if (!given) return false;
  if (!silent) within(state, "lang", { lang: given[2], form: given[0] === `{lang=${given[2]}}` ? "" : given[0] }, state.pos + 1, end);
  state.pos = end + 1 + given[0].length;
  return true;
});

function within(state, name, attrs, from, to) {
  const { pos, posMax } = state;
  state.push(`${name}_open`, "", 1).meta = attrs;
  [state.pos, state.posMax] = [from, to];
  state.md.inline.tokenize(state);
  state.push(`${name}_close`, "", -1);
  [state.pos, state.posMax] = [pos, posMax];
}

const HTML = { strong: "strong", b: "strong", em: "em", i: "em", sub: "sub", sup: "sup" };

/* Return the words of a Markdown text as a fragment; throws Unread for what has no words here. */
export function readInline(text) {
  const [{ children }] = markdown.parseInline(text, {});
  const found = [];
  let open = Mark.none;
  const add = (node) => found.push(node.mark(open));
  const close = (type) => {
    if (!open.some((mark) => mark.type === type)) throw new Unread(type.name);
    open = type.removeFromSet(open);
  };
  const opens = (type, attrs) => {
    if (open.some((mark) => mark.type === type)) throw new Unread(type.name);
    open = type.create(attrs).addToSet(open);
  };
  for (const token of children) {
    const name = token.type.replace(/_(open|close)$/, "");
    const tag = token.type === "html_inline" ? /^<(\/?)([a-z]+)>$/.exec(token.content) : null;
    if (token.type === "text" || token.type === "text_special") {
      if (token.info === "entity") throw new Unread("entity");
      if (token.content) add(schema.text(token.content));
    } else if (token.type === "softbreak") add(nodes.soft_break.create());
    else if (token.type === "hardbreak") add(nodes.hard_break.create({ form: hardForm(text) }));
    else if (token.type === "note_mark") add(nodes.note_mark.create(token.meta));
    else if (token.type === "code_inline") {
      if (token.content) found.push(schema.text(token.content).mark(marks.code.create({ form: token.markup }).addToSet(open)));
    } else if (tag && HTML[tag[2]] && tag[1]) close(marks[HTML[tag[2]]]);
    else if (tag && HTML[tag[2]]) opens(marks[HTML[tag[2]]], { form: tag[2] });
    else if (name === "link" && token.markup !== "autolink") {
      if (token.nesting < 0) close(marks.link);
      else opens(marks.link, { href: token.attrGet("href"), title: token.attrGet("title") || "" });
    } else if (marks[name] && token.nesting) {
      if (token.nesting < 0) close(marks[name]);
      else opens(marks[name], token.meta || { form: token.markup });
    } else throw new Unread(token.type);
  }
  if (open.length) throw new Unread("open");
  const words = Fragment.fromArray(joined(found));
  /* Attributes in braces that nothing above has taken. */
  words.descendants((node) => {
    if (node.isText && /\]\{/.test(node.text)) throw new Unread("attributes");
  });
  return words;
}

/* How lines are broken in a text: all alike, else it is told by comparing what is written with what was read. */
function hardForm(text) {
  return / {2,}\n/.test(text) ? / {2,}(?=\n)/.exec(text)[0] : "\\";
}

/* Neighbours with the same marks are one: Fragment.fromArray keeps them apart. */
function joined(list) {
  const result = [];
  for (const node of list) {
    const last = result.at(-1);
    if (last && last.isText && node.isText && last.sameMarkup(node)) result[result.length - 1] = last.withText(last.text + node.text);
    else result.push(node);
  }
  return result;
}

const ESCAPABLE = /[\\`*_[\]<>&~^={}|]/g;
const MOST = 60; /* signs of one text that are tried one by one */

/* Return a fragment as Markdown, with no more signs escaped than it takes to be read as it is. */
export function writeInline(fragment, { lines = true } = {}) {
  const list = trimmed(fragment, lines);
  if (!list.length) return "";
  const wanted = Fragment.fromArray(list);
  const right = (text) => {
    try {
      return readInline(text).eq(wanted);
    } catch (error) {
      if (error instanceof Unread) return false;
      throw error;
    }
  };
  for (const order of ORDERS) {
    const bare = marked(list, order, (text) => text);
    if (right(bare)) return bare;
    const all = marked(list, order, (text) => text.replace(ESCAPABLE, "\\$&"));
    if (right(all)) return fewest(list, order, right);
  }
  /* Emphasis beside letters, which Markdown does not know: HTML does. */
  const named = list.map((node) => node.mark(node.marks.map((mark) => (TAGS[mark.type.name] ? mark.type.create({ form: TAGS[mark.type.name] }) : mark))));
  return marked(named, ORDERS[0], (text) => text.replace(ESCAPABLE, "\\$&"));
}

const TAGS = { strong: "strong", em: "em", sub: "sub", sup: "sup" };
const ORDERS = [
  ["link", "lang", "strong", "em", "sub", "sup", "code"],
  ["strong", "em", "link", "lang", "sub", "sup", "code"],
  ["em", "strong", "lang", "link", "sub", "sup", "code"],
];

function fewest(list, order, right) {
  const kept = new Set();
  const text = () => {
    let number = 0;
    return marked(list, order, (part) => part.replace(ESCAPABLE, (sign) => (kept.has(number++) ? sign : `\\${sign}`)));
  };
  const count = list.reduce((sum, node) => sum + (node.isText ? (node.text.match(ESCAPABLE) || []).length : 0), 0);
  for (let number = 0; number < Math.min(count, MOST); number++) {
    kept.add(number);
    if (!right(text())) kept.delete(number);
  }
  return text();
}

/* Words without space at their ends, and without emphasis on space: Markdown has neither. */
function trimmed(fragment, lines) {
  let list = [];
  fragment.forEach((node) => {
    if (!lines && !node.isText && node.type !== nodes.note_mark) list.push(schema.text(" ", node.marks));
    else if (node.isText && !node.marks.some((mark) => mark.type === marks.code)) {
      for (const part of node.text.split(/(\s+)/u).filter(Boolean)) list.push(schema.text(part, node.marks));
    } else list.push(node);
  });
  const blank = (node) => node.isText && !node.text.trim();
  const broken = (node) => !node || node.type === nodes.soft_break || node.type === nodes.hard_break;
  const empty = (node, at) => blank(node) && (broken(list[at - 1]) || broken(list[at + 1]));
  list = list.filter((node, at) => !empty(node, at));
  while (list.length && broken(list[0])) list.shift();
  while (list.length && broken(list.at(-1))) list.pop();
  list = list.map((node, at) => {
    if (!blank(node)) return node;
    const held = (mark) => [list[at - 1], list[at + 1]].every((other) => other && mark.isInSet(other.marks));
    return node.mark(node.marks.filter(held));
  });
  return joined(list);
}

const SIGN = {
  link: (mark) => ["[", `](${address(mark.attrs.href)}${mark.attrs.title ? ` "${mark.attrs.title.replace(/"/g, "\\\"")}"` : ""})`],
  lang: (mark) => ["[", `]${mark.attrs.form || `{lang=${mark.attrs.lang}}`}`],
  any: ({ attrs: { form } }) => (/^[a-z]/.test(form) ? [`<${form}>`, `</${form}>`] : [form, form]),
};

function address(href) {
  return /[\s()<>]/.test(href) ? `<${href.replace(/[<>]/g, encodeURIComponent)}>` : href;
}

/* Put the signs of marks around words: of those that begin together, the one that lasts longest is outside. */
function marked(list, order, escaped, open = []) {
  let text = "";
  for (let at = 0; at < list.length; ) {
    const node = list[at];
    const fresh = node.marks.filter((mark) => !open.includes(mark.type) && mark.type !== marks.code);
    if (!fresh.length) {
      text += leaf(node, escaped);
      at += 1;
      continue;
    }
    const end = (mark) => {
      let last = at;
      while (last < list.length && mark.isInSet(list[last].marks)) last += 1;
      return last;
    };
    const rank = (mark) => order.indexOf(mark.type.name);
    const [first] = fresh.sort((a, b) => end(b) - end(a) || rank(a) - rank(b));
    const [before, behind] = (SIGN[first.type.name] || SIGN.any)(first);
    text += before + marked(list.slice(at, end(first)), order, escaped, [...open, first.type]) + behind;
    at = end(first);
  }
  return text;
}

function leaf(node, escaped) {
  if (node.type === nodes.soft_break) return "\n";
  if (node.type === nodes.hard_break) return `${node.attrs.form}\n`;
  if (node.type === nodes.note_mark) return `[^${node.attrs.name}]`;
  const code = node.marks.find((mark) => mark.type === marks.code);
  if (!code) return escaped(node.text);
  const longest = Math.max(0, ...(node.text.match(/`+/g) || []).map((run) => run.length));
  const form = longest < code.attrs.form.length && longest === 0 ? code.attrs.form : "`".repeat(longest + 1);
  const space = /^`|`$/.test(node.text) ? " " : "";
  return form + space + node.text + space + form;
}
