/** A name that is used and means nothing, or means something global: imports it from where it is to be had. */

import { addImport } from "@edgewright/app-check";
import { exportersOf } from "./exporters.ts";
import type { Proposal, Site } from "./site.ts";

/** Names that mean nothing; and names that mean something else without the import, such as `Map` and `Lock` in markup. */
const NAMELESS = new Set([2304, 2503, 2552, 2686, 18004]);
const OTHERWISE = new Set([2339, 2345, 2349, 2351, 2554, 2585, 2604, 2693, 2749, 2786, 2874]);

export function missingImport(site: Site): Proposal[] {
  const { ts, node, number, file, checker } = site;
  if (!ts.isIdentifier(node) || !(NAMELESS.has(number) || OTHERWISE.has(number))) return [];
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return [];
  if (OTHERWISE.has(number)) {
    const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
    if (declarations.some((declaration) => declaration.getSourceFile() === file)) return [];
  }
  return exportersOf(site, node.text).map(({ cost, ...wanted }) => ({
    kind: "missing_import",
    cost,
    edits: [addImport(site, wanted)],
  }));
}
