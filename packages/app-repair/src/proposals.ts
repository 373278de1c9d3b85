/** All that is proposed for a finding, the likeliest first. */
import type { Fault, Inspection } from "@edgewright/app-check";
import { codeFixes, importType } from "./code-fixes.ts";
import { importPath } from "./import-path.ts";
import { missingAwait } from "./missing-await.ts";
import { missingImport } from "./missing-import.ts";
import { misspelling } from "./misspelling.ts";
import { type Proposal, type Proposer, siteOf } from "./site.ts";
import { undeclaredName } from "./undeclared.ts";
import { wrongImport } from "./wrong-import.ts";

const PROPOSERS: readonly Proposer[] = [
  importType,
  importPath,
  wrongImport,
  missingImport,
  misspelling,
  missingAwait,
  undeclaredName,
  codeFixes,
];

/** Those that come to the same are told once, by the cheapest. */
export function proposalsFor(inspection: Inspection, fault: Fault): Proposal[] {
  const site = siteOf(inspection, fault);
  if (!site) return [];
  const all = PROPOSERS.flatMap((propose) => propose(site)).sort((a, b) => a.cost - b.cost);
  const seen = new Set<string>();
  return all.filter(({ edits }) => {
    const key = JSON.stringify(edits.filter(({ start, end, text }) => start !== end || text !== ""));
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
