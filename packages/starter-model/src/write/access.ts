/** What rules leave to some people, as the template's parts are told it: nobody is offered what would be refused. What a table's rules say, its rows know. */
import type { Column } from "@edgewright/contracts";
import { type Roles, rolesOfRule, rolesOfWrite } from "../needs/audience.ts";
import { pascalCase } from "../words/inflect.ts";
import { indent, quoted } from "./code.ts";
import type { SourceFile } from "./source-file.ts";

/** Whom a component asks about: `isLabManager`, and how it learns it. */
type Guard = { is: string; line: string };

/** Of a field that only some see, or that all see and only some set; null: it is everybody's. */
export const guardOfReading = (file: SourceFile, { policy }: Pick<Column, "policy">): Guard | null =>
  guardOf(file, rolesOfRule(policy?.read));
export const guardOfSetting = (file: SourceFile, { policy }: Pick<Column, "policy">): Guard | null =>
  guardOf(file, rolesOfWrite(policy?.write));

function guardOf(file: SourceFile, roles: Roles | null): Guard | null {
  if (roles === null) return null;
  if (roles.length === 0) return { is: "isAdmin", line: `const isAdmin = ${file.use("../lib/access", "useIsAdmin")}();` };
  const is = `is${roles.map(({ name }) => pascalCase(name)).join("Or")}`;
  const own = `${file.use("@edgewright/app-kit", "useUser")}()?.roles`;
  const [first = "", ...more] = roles.map(({ name }) => quoted(name));
  const has = more.length === 0 ? `${own}.includes(${first})` : `${own}.some((role) => [${[first, ...more].join(", ")}].includes(role))`;
  return { is, line: `const ${is} = ${has} ?? false;` };
}

/** How a component learns what its guards ask, each once. */
export const guardLines = (guards: readonly (Guard | null)[]): string[] => [...new Set(guards.flatMap((guard) => guard?.line ?? []))];

/** For whom its guard holds. */
export const shownTo = ({ is }: Guard, element: string): string =>
  element.includes("\n") ? `{${is} && (\n${indent(element)}\n)}` : `{${is} && ${element}}`;
