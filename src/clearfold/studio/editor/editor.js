/* The text of a leaflet as one field of rich text. The file's blocks are its outermost nodes; one that is not touched
   is never written anew. */

import { baseKeymap } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { inputRules } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { EditorState, NodeSelection, Plugin, PluginKey, Selection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import * as commands from "./commands.js";
import { parser, plainText, serializer } from "./paste.js";
import { read } from "./reading.js";
import { schema, shape, usable, words } from "./schema.js";
import * as tables from "./tables.js";
import { children, write } from "./writing.js";

export { commands, read, redo, schema, shape, tables, undo, usable, write };

const { nodes } = schema;
const NOTES = new PluginKey("notes");

/* Lists below blocks that tell what is wrong in them: no part of the text. */
const notes = new Plugin({
  key: NOTES,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, shown) {
      const told = tr.getMeta(NOTES);
      return told ? told(tr.doc) : shown.map(tr.mapping, tr.doc);
    },
  },
  props: { decorations: (state) => NOTES.getState(state) },
});

export class Writing {
  /* `told` are the words of the page; `changed` is called after each change of the text or of the place in it,
     `pictured` for a file of a picture that is pasted or dropped (null: the picture that is selected was clicked twice). */
  constructor(mount, { lang, name, told, changed, pictured = () => {} }) {
    Object.assign(words, told);
    this.changed = changed;
    this.writes = false;
    this.known = new Map();
    this.length = 0;
    this.next = 0;
    this.view = new EditorView(mount, {
      state: this.state([nodes.paragraph.create()]),
      editable: () => this.writes,
      /* What cannot be written can still be reached and read. */
      attributes: () => ({ role: "textbox", "aria-multiline": "true", "aria-label": name, "aria-readonly": String(!this.writes), lang, spellcheck: "true", tabindex: "0" }),
      scrollMargin: { top: 240, bottom: 120, left: 0, right: 0 },
      handlePaste: (_view, event) => this.given(event.clipboardData, pictured),
      handleDrop: (_view, event, _slice, moved) => !moved && this.given(event.dataTransfer, pictured),
      handleDoubleClickOn: (_view, _pos, node, _at, _event, direct) => direct && node.type === nodes.picture && (pictured(null), true),
      clipboardParser: parser,
      clipboardSerializer: serializer,
      clipboardTextParser: plainText,
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        this.changed(tr.docChanged);
      },
    });
  }

  state(blocks) {
    const plugins = [notes, inputRules({ rules: commands.rules }), keymap(commands.keys), keymap(baseKeymap), gapCursor(), history()];
    return EditorState.create({ doc: nodes.doc.create(null, blocks), plugins });
  }

  get blocks() {
    return children(this.view.state.doc);
  }

  /* Show the blocks of a file: {text, kind}. */
  show(blocks) {
    const { from } = this.view.state.selection;
    const had = this.view.hasFocus();
    const made = blocks.map(({ text, kind }) => this.marked(read(text, kind)));
    this.known = new Map(made.map((node, of) => [node.attrs.uid, { of, node, text: blocks[of].text }]));
    this.length = blocks.length;
    const state = this.state(made.length ? made : [nodes.paragraph.create()]);
    const near = Selection.near(state.doc.resolve(Math.min(from, state.doc.content.size)));
    this.view.updateState(state.apply(state.tr.setSelection(near)));
    if (had) this.view.focus();
    this.changed(false);
  }

  marked(node) {
    return node.type.create({ ...node.attrs, uid: this.next++ }, node.content);
  }

  /* Put other blocks in place of those that are shown, as if they had been typed: what is the same stays as it is. */
  take(blocks) {
    const shown = this.blocks;
    let from = 0;
    const made = blocks.map(({ text, kind }) => {
      const at = shown.findIndex((node, number) => number >= from && this.text(node) === text);
      if (at < 0) return read(text, kind);
      from = at + 1;
      return shown[at];
    });
    const { doc, tr } = this.view.state;
    this.view.dispatch(tr.replaceWith(0, doc.content.size, made.length ? made : nodes.paragraph.create()));
  }

  /* Give each block a mark of its own, and return the blocks: what is about to be saved. */
  about() {
    const tr = this.view.state.tr.setMeta("addToHistory", false);
    const taken = new Set();
    this.view.state.doc.forEach((node, pos) => {
      if (node.attrs.uid === null || taken.has(node.attrs.uid)) tr.setNodeAttribute(pos, "uid", this.next++);
      taken.add(node.attrs.uid);
    });
    this.view.updateState(this.view.state.apply(tr));
    return this.blocks;
  }

  /* Take the blocks that were saved for those that `about` gave; what was typed since stays, and undoing goes on.
     Where the file is cut otherwise, and nothing was typed since, it is shown anew. */
  saved(blocks, about) {
    const known = new Map();
    let of = 0;
    for (const node of about) {
      const text = this.text(node);
      const found = blocks.findIndex((block, at) => at >= of && block.text === text);
      if (found < 0) continue;
      known.set(node.attrs.uid, { of: found, node, text });
      of = found + 1;
    }
    if (known.size < blocks.length && this.blocks.every((node, at) => node === about[at])) return this.show(blocks);
    this.known = known;
    this.length = blocks.length;
    return this.changed(false);
  }

  /* Return the block of the file that a node is, whether it was written in or not. */
  held(node) {
    const { uid } = node.attrs;
    /* A paragraph that became an item of a list is within it. */
    const inner = node.firstChild && (node.firstChild.firstChild?.attrs.uid ?? node.firstChild.attrs.uid);
    return this.known.get(uid ?? inner);
  }

  /* Return the text of a node in the file: as it stood there, unless it was written in. */
  text(node) {
    const held = this.held(node);
    return held && held.node.eq(node) ? held.text : write(node);
  }

  /* Return what the file is to be: blocks that stay by their number, others with their text. */
  pieces() {
    const taken = new Set();
    return this.blocks.flatMap((node) => {
      const held = this.held(node);
      const of = held && !taken.has(held.of) ? held.of : null;
      if (of !== null) taken.add(of);
      if (of !== null && held.node.eq(node)) return [{ of }];
      const text = write(node);
      return of === null && !text.trim() ? [] : [{ of, text }];
    });
  }

  isChanged() {
    let of = 0;
    for (const node of this.blocks) {
      const held = this.held(node);
      if (held && held.of === of && held.node.eq(node)) of += 1;
      else if (held || !node.isTextblock || node.content.size) return true;
    }
    return of !== this.length;
  }

  /* Let the text be written, or only read. */
  allow(writes) {
    this.writes = writes;
    this.view.setProps({});
  }

  /* Show lists below blocks of the file: [number of the block, element]. */
  annotate(list) {
    const told = (doc) => {
      const found = new Map(list);
      const shown = [];
      doc.forEach((node, pos) => {
        const held = this.held(node);
        const note = held && found.get(held.of);
        if (note) shown.push(Decoration.widget(pos + node.nodeSize, note, { side: -1, ignoreSelection: true, stopEvent: () => true }));
      });
      return DecorationSet.create(doc, shown);
    };
    this.view.dispatch(this.view.state.tr.setMeta(NOTES, told));
  }

  /* Put the cursor at the beginning of a block of the file, or select its picture. */
  reach(of) {
    this.view.state.doc.forEach((node, pos) => {
      if (this.held(node)?.of !== of) return;
      const { doc, tr } = this.view.state;
      const there = node.isAtom ? NodeSelection.create(doc, pos) : Selection.near(doc.resolve(pos + 1));
      this.view.dispatch(tr.setSelection(there).scrollIntoView());
    });
    this.view.focus();
  }

  /* Hand on a picture's file where nothing else is given: Word gives one of each text that is copied. */
  given(data, pictured) {
    const [file] = data?.files || [];
    if (!this.writes || !file?.type.startsWith("image/") || data.types.some((type) => /^text\/(html|plain)$/.test(type))) return false;
    pictured(file);
    return true;
  }

  /* Carry out a command, and go on writing. */
  do(command) {
    if (!this.writes) return false;
    const done = command(this.view.state, this.view.dispatch);
    this.view.focus();
    return done;
  }

  can(command) {
    return this.writes && command(this.view.state);
  }

  canUndo() {
    return this.writes && undoDepth(this.view.state) > 0;
  }

  canRedo() {
    return this.writes && redoDepth(this.view.state) > 0;
  }

  focus() {
    this.view.focus();
  }
}
