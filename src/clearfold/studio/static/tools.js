/* The toolbar of writing: one stop for Tab, arrows within (ARIA Authoring Practices, toolbar). */

import { commands, redo, schema, tables, undo } from "./editor.js";
import { forms } from "./forms.js";
import { tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const { nodes, marks } = schema;

export function tools(writing, { save, view, words, ...given }) {
  const form = forms(writing, { words, ...given });
  const buttons = [...$("tools").querySelectorAll("button")];

  const does = (command, said = "") => () => writing.do(command) && said && tell(said);
  const pressed = {
    save,
    view,
    undo: does(undo),
    redo: does(redo),
    text: does(commands.level(0)),
    heading: does(commands.level(2)),
    smaller: does(commands.level(3)),
    strong: does(commands.strong),
    em: does(commands.em),
    bullets: does(commands.list(false)),
    numbers: does(commands.list(true)),
    inward: does(commands.inward),
    outward: does(commands.outward),
    link: form.link,
    lang: form.lang,
    change: form.change,
    up: does(commands.move(-1), words.moved),
    down: does(commands.move(1), words.moved),
    remove: does(commands.remove, words.removed),
    row: does(tables.addRow),
    "no-row": does(tables.removeRow),
    column: does(tables.addColumn),
    "no-column": does(tables.removeColumn),
    "head-column": does(tables.headColumn),
    insert: () => form.insert($("what").value),
  };
  for (const button of buttons) button.addEventListener("click", pressed[button.id]);

  const can = {
    undo: () => writing.canUndo(),
    redo: () => writing.canRedo(),
    text: () => writing.can(commands.level(0)),
    heading: () => writing.can(commands.level(2)),
    smaller: () => writing.can(commands.level(3)),
    inward: () => writing.can(commands.inward),
    outward: () => writing.can(commands.outward),
    up: () => writing.can(commands.move(-1)),
    down: () => writing.can(commands.move(1)),
    "no-row": () => writing.can(tables.removeRow),
    "no-column": () => writing.can(tables.removeColumn),
    change: () => form.canChange(),
  };
  const TABLE = ["row", "no-row", "column", "no-column", "head-column"];

  function rove(to) {
    for (const tool of buttons) tool.tabIndex = tool === to ? 0 : -1;
  }
  rove(buttons[0]);

  const free = () => buttons.filter((tool) => !tool.disabled && !tool.hidden);
  $("tools").addEventListener("focusin", (event) => rove(event.target));
  $("tools").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length }[event.key];
    if (!step) return;
    const list = free();
    const at = list.indexOf(document.activeElement);
    const to = Math.abs(step) === 1 ? (at + step + list.length) % list.length : step < 0 ? 0 : list.length - 1;
    list[to].focus();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      if (!$("save").disabled) save();
    }
    /* From the text to its tools, as in word processors. */
    if (event.altKey && event.key === "F10") {
      event.preventDefault();
      buttons.find((tool) => tool.tabIndex === 0).focus();
    }
  });

  function state({ writes, whole, open }) {
    const { state: text } = writing.view;
    const table = commands.around(text, nodes.table);
    const held = buttons.includes(document.activeElement);
    const { parent } = text.selection.$from;
    const has = (type) => type.isInSet(text.storedMarks || text.selection.$from.marks()) !== undefined;
    const list = commands.around(text, nodes.bullet_list, nodes.ordered_list);
    const on = {
      text: parent.type === nodes.paragraph && !list,
      heading: parent.type === nodes.heading && parent.attrs.level === 2,
      smaller: parent.type === nodes.heading && parent.attrs.level > 2,
      strong: has(marks.strong),
      em: has(marks.em),
      bullets: list?.node.type === nodes.bullet_list,
      numbers: list?.node.type === nodes.ordered_list,
      link: has(marks.link),
      lang: has(marks.lang),
      "head-column": Boolean(table && tables.isHeadColumn(table.node)),
    };
    for (const tool of buttons) {
      if (tool.id === "save") tool.disabled = !writes || !open;
      else if (tool.id === "view") tool.disabled = open;
      else tool.disabled = !writes || whole || (can[tool.id] && !on[tool.id] ? !can[tool.id]() : false);
      if (TABLE.includes(tool.id)) tool.hidden = !table;
    }
    for (const [id, is] of Object.entries(on)) $(id).setAttribute("aria-pressed", String(Boolean(is)));
    /* The one stop of the toolbar is never a button that cannot be reached. */
    const stop = buttons.find((tool) => tool.tabIndex === 0);
    if (!stop.disabled && !stop.hidden) return;
    const next = free()[0] || buttons[0];
    rove(next);
    if (held) next.focus();
  }

  return { state, pictured: form.pictured };
}
