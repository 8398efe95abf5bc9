/* What the tools and keys of the editor do, as commands of ProseMirror: (state, dispatch) => done. */

import { baseKeymap, chainCommands, exitCode, newlineInCode, setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { InputRule, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { schema } from "./schema.js";

const { nodes, marks } = schema;
const item = nodes.list_item;

/* Return the place of the innermost node of some types around the selection: {node, pos, depth}. */
export function around(state, ...types) {
  const { $from } = state.selection;
  const { node } = state.selection;
  if (node && types.includes(node.type)) return { node, pos: state.selection.from, depth: $from.depth + 1 };
  for (let depth = $from.depth; depth > 0; depth--) {
    if (types.includes($from.node(depth).type)) return { node: $from.node(depth), pos: $from.before(depth), depth };
  }
  return null;
}

/* Return the outermost block in which the selection stands: {node, pos, at}. */
export function outermost(state) {
  const { $from } = state.selection;
  const at = Math.min($from.index(0), state.doc.childCount - 1);
  let pos = 0;
  for (let before = 0; before < at; before++) pos += state.doc.child(before).nodeSize;
  return { node: state.doc.child(at), pos, at };
}

export const strong = toggleMark(marks.strong);
export const em = toggleMark(marks.em);
export const sub = toggleMark(marks.sub);
export const sup = toggleMark(marks.sup);

/* Make the block a paragraph (0), or a heading of a level. A block stays itself: it keeps its place in the file. */
export function level(to) {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    const uid = parent.attrs.uid ?? null;
    if (to) return setBlockType(nodes.heading, { level: to, uid, tail: parent.attrs.tail || "" })(state, dispatch);
    return setBlockType(nodes.paragraph, { uid })(state, dispatch);
  };
}

/* Make a list of the selected blocks, one of another kind of the list that they are, or none of it. */
export function list(ordered) {
  const type = ordered ? nodes.ordered_list : nodes.bullet_list;
  return (state, dispatch) => {
    const found = around(state, nodes.bullet_list, nodes.ordered_list);
    if (!found) return wrapInList(type)(state, dispatch);
    if (found.node.type === type) return liftListItem(item)(state, dispatch);
    const { uid, tight } = found.node.attrs;
    if (dispatch) dispatch(state.tr.setNodeMarkup(found.pos, type, { uid, tight }));
    return true;
  };
}

export const inward = sinkListItem(item);
export const outward = liftListItem(item);

/* Mark the selected words; without any, words are put in. None of attrs takes the mark away where the cursor is. */
export function marking(type, attrs, text = "") {
  return (state, dispatch) => {
    const { from, to, empty, $from } = state.selection;
    if (!$from.parent.type.allowsMarkType(type)) return false;
    if (!dispatch) return true;
    const held = empty ? extent($from, type) : { from, to };
    const tr = state.tr;
    if (!attrs) dispatch(tr.removeMark(held.from, held.to, type));
    else if (held.from === held.to) {
      const mark = type.create(attrs);
      dispatch(tr.replaceSelectionWith(schema.text(text || attrs.href || attrs.lang, [mark]), false).removeStoredMark(type));
    } else dispatch(tr.removeMark(held.from, held.to, type).addMark(held.from, held.to, type.create(attrs)));
    return true;
  };
}

/* Return from where to where a mark lasts around a place. */
function extent($from, type) {
  const mark = type.isInSet($from.marks());
  if (!mark) return { from: $from.pos, to: $from.pos };
  let at = $from.index(), from = $from.pos - $from.textOffset, to = from;
  while (at < $from.parent.childCount && mark.isInSet($from.parent.child(at).marks)) to += $from.parent.child(at++).nodeSize;
  at = $from.index();
  while (at > 0 && mark.isInSet($from.parent.child(at - 1).marks)) from -= $from.parent.child(--at).nodeSize;
  return { from, to };
}

/* Change the place of the outermost block: -1 for above the one before it, 1 for below the next one. */
export function move(by) {
  return (state, dispatch) => {
    const { node, pos, at } = outermost(state);
    const other = at + by;
    if (other < 0 || other >= state.doc.childCount) return false;
    if (!dispatch) return true;
    const to = by < 0 ? pos - state.doc.child(other).nodeSize : pos + state.doc.child(other).nodeSize;
    const tr = state.tr.delete(pos, pos + node.nodeSize).insert(to, node);
    const within = to + Math.max(0, state.selection.from - pos);
    tr.setSelection(state.selection instanceof NodeSelection ? NodeSelection.create(tr.doc, to) : Selection.near(tr.doc.resolve(within)));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

export function remove(state, dispatch) {
  const { node, pos } = outermost(state);
  if (!dispatch) return true;
  const tr = state.tr;
  if (state.doc.childCount === 1) tr.replaceWith(0, state.doc.content.size, nodes.paragraph.create());
  else tr.delete(pos, pos + node.nodeSize);
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)))).scrollIntoView());
  return true;
}

/* Put blocks below the outermost one, in place of it where it is empty, and select the first words of the last. */
export function insert(...blocks) {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const { node, pos } = outermost(state);
    const empty = node.isTextblock && !node.content.size;
    const tr = state.tr;
    const to = empty ? pos : pos + node.nodeSize;
    tr.replaceWith(to, pos + node.nodeSize, blocks);
    const last = to + blocks.slice(0, -1).reduce((sum, block) => sum + block.nodeSize, 0);
    const within = blocks.at(-1).isAtom ? NodeSelection.create(tr.doc, last) : Selection.findFrom(tr.doc.resolve(last + 1), 1, true);
    dispatch(tr.setSelection(within || Selection.near(tr.doc.resolve(last))).scrollIntoView());
    return true;
  };
}

/* Give the node that stands at a place other attributes. */
export function attributes(pos, attrs) {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos);
    if (dispatch) dispatch(state.tr.setNodeMarkup(pos, null, { ...node.attrs, ...attrs }));
    return true;
  };
}

function enter(state, dispatch) {
  const { $from } = state.selection;
  if ([nodes.cell, nodes.box_title, nodes.term, nodes.definition].includes($from.parent.type)) {
    const next = Selection.findFrom(state.doc.resolve($from.after()), 1, true);
    if (dispatch && next) dispatch(state.tr.setSelection(TextSelection.create(state.doc, next.from)).scrollIntoView());
    return true;
  }
  return splitListItem(item, { check: $from.node(-1)?.attrs.check ? "[ ]" : "" })(state, dispatch);
}

/* An empty last block of a box or a quotation leads out of it. */
function leave(state, dispatch) {
  const { $from, empty } = state.selection;
  const outer = around(state, nodes.box, nodes.quotation);
  if (!outer || !empty || $from.parent.type !== nodes.paragraph || $from.parent.content.size) return false;
  if ($from.depth !== outer.depth + 1 || $from.index(outer.depth) < outer.node.childCount - 1) return false;
  if (outer.node.childCount < (outer.node.type === nodes.box ? 3 : 2)) return false;
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after());
    const end = tr.mapping.map(outer.pos + outer.node.nodeSize);
    tr.insert(end, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  }
  return true;
}

function broken(state, dispatch) {
  if (!state.selection.$from.parent.type.contentMatch.matchType(nodes.hard_break)) return false;
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
}

/* Tab is not among them: it leaves the text, as it leaves every field. */
export const keys = {
  "Mod-z": undo,
  "Shift-Mod-z": redo,
  "Mod-y": redo,
  "Mod-b": strong,
  "Mod-i": em,
  "Mod-[": outward,
  "Mod-]": inward,
  "Alt-ArrowUp": move(-1),
  "Alt-ArrowDown": move(1),
  Enter: chainCommands(newlineInCode, leave, enter, baseKeymap.Enter),
  "Mod-Enter": exitCode,
  "Shift-Enter": chainCommands(newlineInCode, broken),
};

/* Signs at the start of a paragraph that many programs take in this way. */
export const rules = [
  wrappingInputRule(/^\s*([-*•])\s$/, nodes.bullet_list),
  wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) })),
  textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
  new InputRule(/^>\s$/, (state, _match, start, end) => {
    const range = state.tr.delete(start, end).doc.resolve(start).blockRange();
    return range && state.tr.delete(start, end).wrap(range, [{ type: nodes.quotation }]);
  }),
];
