/* What a text may be made of. Attributes keep how it was written, so that it is written the same way again. */

import { Schema } from "prosemirror-model";

/* The words of the pages, by key: set once, before anything is drawn. */
export const words = {};

/* Which block of the file a block is: a mark of its own, that it keeps while it is written. */
const uid = { uid: { default: null } };
const label = (key) => words[key] || key;

/* How a node that was copied in the editor is pasted: paste.js has its attributes written beside it. */
const own = (name, tag) => ({
  tag: `${tag}[data-kept]`,
  priority: 60,
  getAttrs(dom) {
    const { attrs } = schema.nodes[name].spec;
    try {
      const given = Object.entries(JSON.parse(dom.dataset.kept));
      /* Pages of others can write this too: only what is of the right kind is taken. */
      return Object.fromEntries(given.filter(([key, value]) => key in attrs && typeof value === typeof (attrs[key].default ?? value) && !/\n/.test(value)));
    } catch {
      return false;
    }
  },
});

const list = { ...uid, tight: { default: true }, indent: { default: 0 }, pad: { default: 1 } };

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block", attrs: uid, parseDOM: [own("paragraph", "p"), { tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
      content: "inline*",
      group: "block",
      defining: true,
      /* tail: what stands in braces behind its words */
      attrs: { ...uid, level: { default: 2 }, tail: { default: "" } },
      parseDOM: [
        ...[1, 2, 3, 4, 5, 6].map((level) => own("heading", `h${level}`)),
        { tag: "h1", attrs: { level: 2 } },
        ...[2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      ],
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    bullet_list: {
      content: "list_item+",
      group: "block",
      attrs: { ...list, marker: { default: "-" } },
      parseDOM: [own("bullet_list", "ul"), { tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    ordered_list: {
      content: "list_item+",
      group: "block",
      attrs: { ...list, start: { default: 1 }, marker: { default: "." } },
      parseDOM: [own("ordered_list", "ol"), { tag: "ol", getAttrs: (dom) => ({ start: dom.start > 0 ? dom.start : 1 }) }],
      toDOM: (node) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
    },
    list_item: {
      content: "paragraph block*",
      defining: true,
      attrs: { check: { default: "" } },
      parseDOM: [own("list_item", "li"), { tag: "li" }],
      toDOM: (node) => ["li", node.attrs.check ? { "data-check": node.attrs.check === "[ ]" ? "☐" : "☑" } : {}, 0],
    },
    quotation: {
      content: "block+",
      group: "block",
      defining: true,
      attrs: uid,
      parseDOM: [own("quotation", "blockquote"), { tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    box: {
      content: "box_title block+",
      group: "block",
      defining: true,
      isolating: true,
      attrs: { ...uid, kind: { default: "note" } },
      parseDOM: [own("box", "aside")],
      toDOM: (node) => ["aside", { class: `box ${node.attrs.kind}`, "data-label": label(node.attrs.kind) }, 0],
    },
    box_title: {
      content: "text*",
      marks: "",
      defining: true,
      parseDOM: [{ tag: "p.box-title", priority: 70, context: "box/" }],
      toDOM: () => ["p", { class: "box-title" }, 0],
    },
    table: {
      content: "row+",
      group: "block",
      isolating: true,
      attrs: { ...uid, aligns: { default: [] } },
      parseDOM: [own("table", "table"), { tag: "table" }],
      toDOM: () => ["table", ["tbody", 0]],
    },
    row: { content: "cell+", parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
    cell: {
      content: "inline*",
      isolating: true,
      attrs: { head: { default: false } },
      parseDOM: [{ tag: "th", attrs: { head: true } }, { tag: "td" }],
      toDOM: (node) => (node.attrs.head ? ["th", { scope: "col" }, 0] : ["td", 0]),
    },
    picture: {
      group: "block",
      atom: true,
      selectable: true,
      draggable: true,
      attrs: {
        ...uid,
        src: {},
        alt: { default: "" },
        caption: { default: "" },
        credit: { default: "" },
        decorates: { default: false },
        beside: { default: false },
        /* The shape in which a part of it is shown, and which part: crops. */
        crop: { default: "" },
      },
      parseDOM: [own("picture", "figure")],
      toDOM: drawn,
    },
    note: {
      content: "inline*",
      group: "block",
      defining: true,
      attrs: { ...uid, name: { default: "1" } },
      parseDOM: [own("note", "div.footnote")],
      toDOM: (node) => ["div", { class: "footnote", "data-name": `[${node.attrs.name}]` }, 0],
    },
    abbreviation: {
      content: "inline*",
      group: "block",
      defining: true,
      attrs: { ...uid, name: {} },
      parseDOM: [own("abbreviation", "div.abbreviation")],
      toDOM: (node) => ["div", { class: "abbreviation", "data-name": `${node.attrs.name}:` }, 0],
    },
    terms: {
      content: "(term | definition)+",
      group: "block",
      attrs: uid,
      parseDOM: [own("terms", "dl"), { tag: "dl" }],
      toDOM: () => ["dl", { class: "terms" }, 0],
    },
    term: { content: "inline*", parseDOM: [{ tag: "dt" }], toDOM: () => ["dt", 0] },
    definition: {
      content: "inline*",
      attrs: { pad: { default: 3 } },
      parseDOM: [own("definition", "dd"), { tag: "dd" }],
      toDOM: () => ["dd", 0],
    },
    /* A note to oneself: what stands around its words is kept. */
    memo: {
      content: "text*",
      marks: "",
      group: "block",
      code: true,
      defining: true,
      attrs: { ...uid, before: { default: " " }, after: { default: " " } },
      parseDOM: [{ ...own("memo", "div.memo"), preserveWhitespace: "full" }],
      toDOM: () => ["div", { class: "memo", "data-label": label("comment") }, 0],
    },
    source: {
      content: "text*",
      marks: "",
      group: "block",
      code: true,
      defining: true,
      attrs: uid,
      parseDOM: [{ ...own("source", "pre"), preserveWhitespace: "full" }, { tag: "pre", preserveWhitespace: "full" }],
      toDOM: () => ["pre", { "data-label": label("source"), spellcheck: "false" }, ["code", 0]],
    },
    text: { group: "inline" },
    /* A line of the file that ends where a sentence goes on. */
    soft_break: { group: "inline", inline: true, leafText: () => " ", parseDOM: [{ tag: "span.soft" }], toDOM: () => ["span", { class: "soft" }, " "] },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      leafText: () => "\n",
      attrs: { form: { default: "\\" } },
      parseDOM: [own("hard_break", "br"), { tag: "br" }],
      toDOM: () => ["br"],
    },
    note_mark: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { name: {} },
      leafText: (node) => `[${node.attrs.name}]`,
      parseDOM: [own("note_mark", "span.note-mark")],
      toDOM: (node) => ["span", { class: "note-mark" }, `[${node.attrs.name}]`],
    },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: "" } },
      inclusive: false,
      parseDOM: [{ tag: "span.link", getAttrs: (dom) => (/^(javascript|vbscript|data|file):/i.test(dom.title) ? false : { href: dom.title }) }, { tag: "a[href]", getAttrs: (dom) => (usable(dom.getAttribute("href")) ? { href: dom.getAttribute("href") } : false) }],
      /* Never an address that can be followed: a click is meant to write there. */
      toDOM: (mark) => ["span", { class: "link", title: mark.attrs.href }, 0],
    },
    lang: {
      attrs: { lang: {}, form: { default: "" } },
      parseDOM: [{ tag: "span.lang[lang]", getAttrs: (dom) => ({ lang: dom.lang }) }],
      toDOM: (mark) => ["span", { class: "lang", lang: mark.attrs.lang, title: mark.attrs.lang }, 0],
    },
    strong: {
      attrs: { form: { default: "**" } },
      parseDOM: [{ tag: "strong" }, { tag: "b" }],
      toDOM: () => ["strong", 0],
    },
    em: {
      attrs: { form: { default: "*" } },
      parseDOM: [{ tag: "em" }, { tag: "i" }],
      toDOM: () => ["em", 0],
    },
    sub: { attrs: { form: { default: "~" } }, excludes: "sub sup", parseDOM: [{ tag: "sub" }], toDOM: () => ["sub", 0] },
    sup: { attrs: { form: { default: "^" } }, excludes: "sub sup", parseDOM: [{ tag: "sup" }], toDOM: () => ["sup", 0] },
    code: { attrs: { form: { default: "`" } }, excludes: "code", parseDOM: [{ tag: "code" }], toDOM: () => ["code", 0] },
  },
});

/* Addresses that a leaflet can print; what is pasted has others as well, such as that of a file of a program. */
export function usable(href) {
  return /^(https?:|mailto:|tel:)\S+$|^#\S+$/i.test(href || "");
}

/* The classes by which a picture is shown in the shape that its crop names. */
export function shape(crop) {
  return crop.split(" ").filter(Boolean).map((word) => `crop-${word.replace(":", "-")}`).join(" ");
}

function drawn(node) {
  const { src, alt, caption, credit, decorates, crop } = node.attrs;
  const told = [caption, credit].filter(Boolean).join(" — ");
  const text = decorates ? label("decorates") : alt || label("noalt");
  return [
    "figure",
    { class: decorates || alt ? "picture" : "picture lacks" },
    ["img", { src: words.pictures ? words.pictures(src) : src, alt, ...(crop && { class: shape(crop) }) }],
    ["figcaption", ["span", { class: "alternative" }, text], ...(told ? [["span", { class: "caption" }, told]] : [])],
  ];
}
