/** How much stands in an app's way: findings by weight, so that two states of an app can be told apart. Used by repairs and by the agent. */
import type { Finding } from "@edgewright/contracts";

/** The app does not run at all. */
const STOPS = 10;
/** The file cannot be read as code; what else is wrong in it may not show. */
const SYNTAX = 8;
/** A module or what is imported from it is not there. */
const MODULE = 6;
/** A name means nothing, which throws as soon as it is met. */
const NAME = 4;
const OTHER = 2;

const MODULES = new Set([1192, 2305, 2306, 2307, 2459, 2613, 2614, 2616, 2724, 2792, 2882, 7016]);
const NAMES = new Set([2304, 2503, 2552, 2686, 18004]);
/** Numbered like syntax, though the file can be read: paths that differ in case, a type that is handed on as a value, a default import. */
const READABLE = new Set([1149, 1205, 1259, 1261]);
const STOPPING = new Set(["BUILD", "BOOT"]);

type Kind = "stops" | "syntax" | "module" | "name" | "other";
const WEIGHTS: Record<Kind, number> = { stops: STOPS, syntax: SYNTAX, module: MODULE, name: NAME, other: OTHER };

export function weightOf(findings: readonly Pick<Finding, "code">[]): number {
  return findings.reduce((sum, finding) => sum + WEIGHTS[kindOf(finding)], 0);
}

export function kindOf({ code }: Pick<Finding, "code">): Kind {
  if (STOPPING.has(code)) return "stops";
  const number = Number(/^TS(\d+)$/.exec(code)?.[1] ?? Number.NaN);
  if (MODULES.has(number)) return "module";
  if (NAMES.has(number)) return "name";
  if ((number >= 1000 && number < 2000 && !READABLE.has(number)) || number === 17002 || number === 17008) return "syntax";
  return "other";
}
