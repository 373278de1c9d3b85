/** A finding with all that its repairs look at, and what they answer. */

import type { Edit, Fault, Inspection, TypeScript } from "@edgewright/app-check";
import type { RepairKind } from "@edgewright/contracts";
import type { Node, SourceFile, Symbol as TsSymbol, TypeChecker } from "typescript";

/** `number` is the one of TypeScript's finding; 0 for others. `node` is the token where the finding begins. */
export type Site = {
  ts: TypeScript;
  inspection: Inspection;
  checker: TypeChecker;
  file: SourceFile;
  path: string;
  fault: Fault;
  number: number;
  node: Node;
};

/** One way to put it right. `cost` says how far-fetched it is: of those that help as much, the cheapest is taken. */
export type Proposal = { kind: RepairKind; cost: number; edits: Edit[] };
export type Proposer = (site: Site) => Proposal[];

export function siteOf(inspection: Inspection, fault: Fault): Site | null {
  const file = inspection.file(fault.file);
  if (!file) return null;
  const { ts, checker } = inspection;
  const number = Number(/^TS(\d+)$/.exec(fault.code)?.[1] ?? 0);
  return { ts, inspection, checker, file, path: fault.file, fault, number, node: ts.getTokenAtPosition(file, fault.start) };
}

/** The app's own path of a file in the program; null for declarations of packages. */
export function appPath({ inspection }: Pick<Site, "inspection">, file: SourceFile): string | null {
  const path = file.fileName.slice(1);
  return inspection.sources.has(path) ? path : null;
}

export const replaceNode = (site: Site, node: Node, text: string): Edit => replaceIn(site.path, site.file, node, text);

export const replaceIn = (path: string, file: SourceFile, node: Node, text: string): Edit => ({
  path,
  start: node.getStart(file),
  end: node.end,
  text,
});

/** The module that a specifier's literal leads to. */
export const moduleSymbol = ({ checker }: Pick<Site, "checker">, literal: Node): TsSymbol | undefined =>
  checker.getSymbolAtLocation(literal);
