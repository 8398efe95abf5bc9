/* Rows and columns of a table, put in and taken out. */

import { Selection } from "prosemirror-state";
import { around } from "./commands.js";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

/* Return an empty table whose first row is its head. */
export function made(rows, columns) {
  const row = (head) => nodes.row.create(null, Array.from({ length: columns }, () => nodes.cell.create({ head })));
  return nodes.table.create({ aligns: Array(columns).fill("") }, Array.from({ length: rows }, (_, at) => row(at === 0)));
}

/* Return the cell in which the selection stands: {table, row, column}. */
function at(state) {
  const table = around(state, nodes.table), cell = around(state, nodes.cell);
  if (!table || !cell) return null;
  const { $from } = state.selection;
  return { table, row: $from.index(table.depth), column: $from.index(table.depth + 1) };
}

/* Do something with the rows of the table, as lists of cells; `to` is the cell that is then in work. */
function changed(change) {
  return (state, dispatch) => {
    const found = at(state);
    const rows = found && cells(found.table.node);
    const to = found && change(rows, found);
    if (!to) return false;
    if (!dispatch) return true;
    const { node, pos } = found.table;
    const heads = rows.map((row, number) => row.map((cell) => nodes.cell.create({ head: number === 0 }, cell.content)));
    const table = nodes.table.create({ ...node.attrs, aligns: to.aligns || node.attrs.aligns }, heads.map((row) => nodes.row.create(null, row)));
    const tr = state.tr.replaceWith(pos, pos + node.nodeSize, table);
    const row = Math.min(to.row, rows.length - 1), column = Math.min(to.column, rows[row].length - 1);
    let place = pos + 1;
    for (let number = 0; number < row; number++) place += table.child(number).nodeSize;
    for (let number = 0; number < column; number++) place += table.child(row).child(number).nodeSize;
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place + 2))).scrollIntoView());
    return true;
  };
}

function cells(table) {
  const rows = [];
  table.forEach((row) => {
    const found = [];
    row.forEach((cell) => found.push(cell));
    rows.push(found);
  });
  return rows;
}

const empty = () => nodes.cell.create();

export const addRow = changed((rows, { row }) => {
  rows.splice(row + 1, 0, rows[0].map(empty));
  return { row: row + 1, column: 0 };
});
export const removeRow = changed((rows, { row, column }) => {
  if (row === 0 || rows.length < 3) return null;
  rows.splice(row, 1);
  return { row, column };
});
export const addColumn = changed((rows, { table, row, column }) => {
  for (const one of rows) one.splice(column + 1, 0, empty());
  return { row, column: column + 1, aligns: table.node.attrs.aligns.toSpliced(column + 1, 0, "") };
});
export const removeColumn = changed((rows, { table, row, column }) => {
  if (rows[0].length < 2) return null;
  for (const one of rows) one.splice(column, 1);
  return { row, column, aligns: table.node.attrs.aligns.toSpliced(column, 1) };
});

/* A first column of which every cell is bold is a head of its rows. */
export function headColumn(state, dispatch) {
  const found = at(state);
  if (!found) return false;
  if (!dispatch) return true;
  const tr = state.tr;
  const bold = isHeadColumn(found.table.node);
  let place = found.table.pos + 1;
  found.table.node.forEach((row, _, number) => {
    const from = place + 1, to = from + row.child(0).nodeSize;
    if (number > 0) {
      if (bold) tr.removeMark(from, to, marks.strong);
      else tr.addMark(from, to, marks.strong.create());
    }
    place += row.nodeSize;
  });
  dispatch(tr);
  return true;
}

export function isHeadColumn(table) {
  let all = table.childCount > 1;
  table.forEach((row, _, number) => {
    const cell = row.child(0);
    const bold = cell.content.size > 0 && !cell.content.content.some((one) => !marks.strong.isInSet(one.marks));
    if (number > 0 && !bold) all = false;
  });
  return all;
}
