/** What rules leave to some people, as the template's parts are told it: nobody is offered what would be refused. What a table's rules say, its rows know. */
import type { Column } from "@edgewright/contracts";
import { IS_ADMIN } from "../needs/audience.ts";
import { indent } from "./code.ts";

/** A field that only admins see; one that only they set is seen by all. */
export const isForAdmins = ({ policy }: Pick<Column, "policy">): boolean => policy?.read === IS_ADMIN;
export const isSetByAdmins = ({ policy }: Pick<Column, "policy">): boolean => policy?.write?.endsWith(IS_ADMIN) === true;

/** `isAdmin` is at hand. */
export const onlyForAdmins = (element: string): string =>
  element.includes("\n") ? `{isAdmin && (\n${indent(element)}\n)}` : `{isAdmin && ${element}}`;
