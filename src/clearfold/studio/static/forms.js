/* What is written by a form: addresses, languages, tables, boxes, notes. A form that is closed gives the text back. */

import { commands, schema, tables, usable } from "./editor.js";
import { pictures } from "./pictures.js";

const $ = (id) => document.getElementById(id);
const { nodes, marks } = schema;
const plain = (text) => (text.trim() ? [schema.text(text.trim())] : null);
const paragraph = (text) => nodes.paragraph.create(null, plain(text));

/* `sent` puts a file into the leaflet's folder; `listed` tells which pictures stand there. */
export function forms(writing, { words, sent, listed }) {
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
  for (const option of $("lang-lang").options) option.textContent = names.of(option.value);

  const state = () => writing.view.state;

  /* Show a form; `done` gets its fields, and returns false where something is amiss. */
  function ask(name, fill, done) {
    const dialog = $(`form-${name}`), form = dialog.querySelector("form");
    form.reset();
    fill(form.elements, dialog);
    form.onsubmit = (event) => {
      event.preventDefault();
      const closes = (well) => {
        if (well === false) return;
        dialog.close();
        /* At once: what is typed next is meant for the text, and the event comes later. */
        writing.focus();
      };
      const answer = done(form.elements, event.submitter?.value);
      if (answer instanceof Promise) answer.then(closes);
      else closes(answer);
    };
    dialog.querySelector(".cancel").onclick = () => dialog.close();
    dialog.onclose = () => writing.focus();
    dialog.showModal();
  }

  const held = (type) => type.isInSet(state().selection.$from.marks());
  const needsWords = (type) => state().selection.empty && !held(type);

  /* Ask for what is wrong in a field where there is something. */
  function amiss(field, why) {
    field.setCustomValidity(why);
    field.oninput = () => field.setCustomValidity("");
    if (why) field.reportValidity();
    return Boolean(why);
  }

  function link() {
    ask(
      "link",
      (fields, dialog) => {
        fields.href.value = held(marks.link)?.attrs.href || "";
        dialog.querySelector(".words").hidden = !needsWords(marks.link);
        dialog.querySelector(".none").hidden = !held(marks.link);
      },
      (fields, button) => {
        if (button === "none") return writing.do(commands.marking(marks.link, null));
        const given = fields.href.value.trim();
        const href = /^[^\s:#@/]+\.[^\s:@]+$/.test(given) ? `https://${given}` : /^[^\s:@]+@[^\s:@]+$/.test(given) ? `mailto:${given}` : given;
        if (amiss(fields.href, usable(href) ? "" : words.noaddress)) return false;
        return writing.do(commands.marking(marks.link, { href }, fields.words.value.trim()));
      },
    );
  }

  function lang() {
    ask(
      "lang",
      (fields, dialog) => {
        const { lang: own } = held(marks.lang)?.attrs || {};
        if (own && ![...fields.lang.options].some((one) => one.value === own)) fields.lang.add(new Option(own, own));
        fields.lang.value = own || fields.lang.options[0].value;
        dialog.querySelector(".words").hidden = !needsWords(marks.lang);
        dialog.querySelector(".none").hidden = !held(marks.lang);
      },
      (fields, button) => {
        if (button === "none") return writing.do(commands.marking(marks.lang, null));
        if (needsWords(marks.lang) && amiss(fields.words, fields.words.value.trim() ? "" : words.nowords)) return false;
        return writing.do(commands.marking(marks.lang, { lang: fields.lang.value }, fields.words.value.trim()));
      },
    );
  }

  function table() {
    ask(
      "table",
      () => {},
      (fields) => {
        const made = tables.made(Number(fields.rows.value) + 1, Number(fields.columns.value));
        const caption = fields.caption.value.trim();
        return writing.do(commands.insert(...(caption ? [paragraph(`Table: ${caption}`)] : []), made));
      },
    );
  }

  function box(kind, found = null) {
    ask(
      "box",
      (fields) => {
        fields.kind.value = found ? found.node.attrs.kind : kind;
        fields.title.value = found ? found.node.firstChild.textContent : "";
      },
      (fields) => {
        const title = nodes.box_title.create(null, plain(fields.title.value));
        if (!found) return writing.do(commands.insert(nodes.box.create({ kind: fields.kind.value }, [title, nodes.paragraph.create()])));
        const from = found.pos + 1;
        return writing.do((text, dispatch) => {
          const tr = text.tr.replaceWith(from, from + found.node.firstChild.nodeSize, title);
          dispatch(tr.setNodeMarkup(found.pos, null, { ...found.node.attrs, kind: fields.kind.value }));
          return true;
        });
      },
    );
  }

  /* A note has a number that no other one has; it is printed with the number of its place. */
  function note() {
    const taken = new Set();
    state().doc.descendants((node) => {
      if (node.type === nodes.note) taken.add(node.attrs.name);
    });
    let name = 1;
    while (taken.has(String(name))) name += 1;
    ask(
      "note",
      () => {},
      (fields) => {
        if (amiss(fields.note, fields.note.value.trim() ? "" : words.nowords)) return false;
        return writing.do((text, dispatch) => {
          const { pos, node } = commands.outermost(text);
          const tr = text.tr.insert(pos + node.nodeSize, nodes.note.create({ name: String(name) }, plain(fields.note.value)));
          dispatch(tr.insert(text.selection.to, nodes.note_mark.create({ name: String(name) })));
          return true;
        });
      },
    );
  }

  function abbreviation() {
    ask(
      "abbreviation",
      () => {},
      (fields) => {
        const name = fields.letters.value.replace(/[[\]]/g, "").trim();
        if (amiss(fields.letters, name ? "" : words.nowords)) return false;
        if (amiss(fields.meaning, fields.meaning.value.trim() ? "" : words.nowords)) return false;
        return writing.do(commands.insert(nodes.abbreviation.create({ name }, plain(fields.meaning.value))));
      },
    );
  }

  const item = () => nodes.list_item.create(null, nodes.paragraph.create());
  const MADE = {
    paragraph: () => paragraph(""),
    heading: () => nodes.heading.create({ level: 2 }),
    smaller: () => nodes.heading.create({ level: 3 }),
    bullets: () => nodes.bullet_list.create(null, item()),
    numbers: () => nodes.ordered_list.create(null, item()),
    quotation: () => nodes.quotation.create(null, paragraph("")),
    memo: () => nodes.memo.create(),
    terms: () => nodes.terms.create(null, [nodes.term.create(), nodes.definition.create()]),
  };
  const picture = pictures(writing, { ask, amiss, words, sent, listed });
  const ASKED = { table, note, abbreviation, picture: () => picture() };

  function insert(what) {
    if (MADE[what]) writing.do(commands.insert(MADE[what]()));
    else if (ASKED[what]) ASKED[what]();
    else box(what);
  }

  /* The picture that is selected, or the box in which the cursor stands. */
  const changeable = () => commands.around(state(), nodes.picture, nodes.box);
  function change() {
    const found = changeable();
    if (found) (found.node.type === nodes.picture ? picture : (one) => box("", one))(found);
  }

  const pictured = (file) => (file ? picture(null, file) : change());

  return { link, lang, insert, change, pictured, canChange: () => writing.writes && changeable() !== null };
}
