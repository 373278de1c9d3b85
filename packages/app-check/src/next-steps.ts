/** TypeScript's texts that lead nowhere in an app ("try npm i @types/node", "change your target library"): what to do instead, by code. */

/** `next` gets the name that the text quotes first. */
type Step = { codes: readonly number[]; next: (name: string) => string };

/** Names that other places to run have, and what an app has for them. */
const NAMES: Record<string, string> = {
  process:
    "There is no process: import.meta.env has MODE, DEV and PROD; server code reads variables as context.env.NAME, declared in app.json under env; keep other settings in a file of the app, or in a table.",
  Buffer: "There is no Buffer: use Uint8Array with TextEncoder and TextDecoder, btoa and atob.",
  require: "There is no require: write an import at the top of the file.",
  module: 'There is no module: write "export".',
  exports: 'There is no exports: write "export".',
  __dirname: "There are no folders at run time: import the file instead.",
  __filename: "There are no files at run time: import the file instead.",
  global: "Write globalThis.",
  NodeJS: "Write ReturnType<typeof setTimeout> for a timer's type.",
  $: 'There is no jQuery: use React, or document.querySelector("…").',
  jQuery: 'There is no jQuery: use React, or document.querySelector("…").',
};
const ELSEWHERE =
  "Apps run in the browser and on the edge, where it does not exist, and no type package changes that: use what these have.";
const NEWER = "Apps are checked as ES2023, and that cannot be changed: write it with what ES2023 has.";
const TYPES = "No type package can be installed: take the reference out; the packages of the catalogue bring their types.";

const STEPS: readonly Step[] = [
  { codes: [2304, 2580, 2581, 2591, 2592, 2503, 2867, 2868], next: (name) => (Object.hasOwn(NAMES, name) && NAMES[name]) || ELSEWHERE },
  { codes: [2582, 2593], next: () => "Tests are not run inside an app: take this file out." },
  { codes: [2550, 2583, 2584, 2585, 2812, 2318], next: () => NEWER },
  {
    codes: [2850, 2851],
    next: () => 'Objects that end by themselves are newer than ES2023: end them in "finally" instead of with "using".',
  },
  { codes: [1501], next: () => "Leave the flag out; u does what v does, without set operations." },
  { codes: [2497, 2596, 2598, 2616, 2617], next: () => 'Write a default import: import name from "…";' },
  { codes: [2688], next: () => TYPES },
  { codes: [7016], next: () => "Write the module in TypeScript, or declare it in a .d.ts file beside it." },
  { codes: [2732, 2792, 7042], next: () => "Name a file of the app or a package of the catalogue." },
];
const BY_CODE = new Map(STEPS.flatMap(({ codes, next }) => codes.map((code) => [code, next] as const)));

export const hasNextStep = (code: number): boolean => BY_CODE.has(code);

/** Where advice that cannot be followed begins. */
const ADVICE =
  /\s*(?:\b(?:Do you need to|Try |Consider using|Did you mean to set|Make sure you have|can only be (?:referenced|imported|iterated))\b|\n).*$/s;

/** A name that is merely misspelt says so by itself. */
const isMeant = (code: number, name: string) => (code !== 2503 && code !== 2304) || Object.hasOwn(NAMES, name);

/** The text for people and models: the cause as TypeScript says it, then what can be done here. */
export function withNextStep(code: number, message: string): string {
  const next = BY_CODE.get(code);
  const [, name = ""] = /'([^']*)'/.exec(message) ?? [];
  if (!next || !isMeant(code, name)) return message;
  const cause = message.replace(ADVICE, "").trim();
  return `${/[.!?:]$/.test(cause) ? cause : `${cause} cannot be used like this.`} ${next(name)}`;
}
