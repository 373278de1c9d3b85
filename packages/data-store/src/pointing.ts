/** The rows whose field refers to one. */
import { type Column, isList } from "@edgewright/contracts";
import { indexName } from "./indexes.ts";
import { type Piece, piece, raw } from "./piece.ts";
import { keyIn, keyOf, keyOfEntry } from "./shadow.ts";
import type { Side } from "./sql.ts";

/** Where they are, of a table. */
export function pointingTo(side: Side, table: string, column: Column, id: string): { from: Piece; where: Piece } {
  if (isList(column)) return { from: raw("rows"), where: piece`instr(${keyIn(column.name)}, ${keyOfEntry(id)}) > 0` };
  return { from: raw(`rows indexed by "${indexName(side, table, column.name)}"`), where: piece`${keyIn(column.name)} = ${keyOf(id)}` };
}
