/** What rules leave to some people, as the template's parts are told it: nobody is offered what would be refused. */
import type { Column, Table } from "@edgewright/contracts";
import { IS_ADMIN, MINE_OR_ADMIN } from "../needs/audience.ts";
import { indent } from "./code.ts";

/** `author`: whoever added the row, in code. Nothing is said of conditions over what a row holds. */
const attributesFor = (rule: string | undefined, author: string): string[] =>
  rule === IS_ADMIN
    ? ["adminsOnly"]
    : rule === "owner"
      ? [`author={${author}}`]
      : rule?.includes(MINE_OR_ADMIN)
        ? ["adminsOnly", `author={${author}}`]
        : [];

export const addingIsLeftTo = ({ policy }: Table): string => (policy?.create === IS_ADMIN ? "adminsOnly" : "");
export const changingIsLeftTo = ({ policy }: Table, row: string): string[] => attributesFor(policy?.update, `${row}.createdBy`);
/** A card is moved, whoever added it: only what all of them have in common can be said. */
export const movingIsLeftTo = ({ policy, columns }: Table, by: string): string =>
  policy?.update === IS_ADMIN || columns.some((column) => column.name === by && isSetByAdmins(column)) ? "adminsOnly" : "";

/** Of a dialog that adds a row or changes one. */
export function savingIsLeftTo(table: Table, row: string): string[] {
  const adding = addingIsLeftTo(table) !== "";
  const changing = changingIsLeftTo(table, row);
  const admins = changing.includes("adminsOnly");
  const rest = changing.filter((attribute) => attribute !== "adminsOnly");
  if (adding && admins) return ["adminsOnly", ...rest];
  if (adding) return ["adminsOnly={id === undefined}", ...rest];
  return admins ? ["adminsOnly={id !== undefined}", ...rest] : rest;
}

/** A field that only admins see; one that only they set is seen by all. */
export const isForAdmins = ({ policy }: Pick<Column, "policy">): boolean => policy?.read === IS_ADMIN;
export const isSetByAdmins = ({ policy }: Pick<Column, "policy">): boolean => policy?.write?.endsWith(IS_ADMIN) === true;

/** `isAdmin` is at hand. */
export const onlyForAdmins = (element: string): string =>
  element.includes("\n") ? `{isAdmin && (\n${indent(element)}\n)}` : `{isAdmin && ${element}}`;
