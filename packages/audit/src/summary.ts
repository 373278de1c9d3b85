/** What a line of the log tells of a change: a few plain facts, and no secret. Every summary passes through `plain` (entry.ts). */
import type { AuditFacts } from "@edgewright/contracts";

export type Summary = AuditFacts;

const VALUE_MAX = 300;
const FACTS_MAX = 40;
const LEFT_OUT = "(left out)";

/** Names under which a text may be a secret. What only names or counts one is none. */
const SECRET_NAME =
  /pass(word|phrase|wd)?$|secret|token|bearer|cookie|authori[sz]ation|credential|(api|private|seal|sealed|access|signing)[-_ ]?key|^key$|backup[-_ ]?codes?|recovery[-_ ]?codes?|otp|hash$/i;
const HARMLESS_NAME = /(id|ids|name|names|count|kind|prefix|start|expires?(at)?)$/i;

/** Texts that are secrets by their look: our own tokens, providers' keys, signed tokens, private keys, addresses with a password. */
const SECRET_TEXT =
  /\b(ew_[\w-]{8}|sk-[\w-]{8}|gh[pousr]_\w{8}|github_pat_\w{8}|xox[abprs]-|AKIA[0-9A-Z]{12}|AIza[\w-]{20}|eyJ[\w-]{8,}\.[\w-]{8,}\.)|-----BEGIN |bearer [\w.-]{8}|:\/\/[^/\s:@]+:[^/\s@]+@/i;

/** Looked through for secrets; no more than a part of it is kept. */
const LOOKED_AT = 4_000;

const isSecret = (name: string, text: string) =>
  SECRET_TEXT.test(text.slice(0, LOOKED_AT)) || (SECRET_NAME.test(name) && !HARMLESS_NAME.test(name));

/** The same facts with long ones cut and secrets left out. */
export function plain(facts: Summary): Summary {
  const told = Object.entries(facts).slice(0, FACTS_MAX);
  return Object.fromEntries(told.map(([name, value]) => [name, typeof value === "string" ? plainText(name, value) : value]));
}

function plainText(name: string, text: string): string {
  if (isSecret(name, text)) return LEFT_OUT;
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX - 1)}…` : text;
}

/** The fields that differ, as they were and as they are. */
export function changes(before: Summary, after: Summary): { before: Summary; after: Summary } {
  const names = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  const of = (facts: Summary): Summary => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
  return { before: of(before), after: of(after) };
}
