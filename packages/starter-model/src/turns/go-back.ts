/** Undo and redo in words, and the way back to a version: which one is meant, by the list of those there are. */
import { POLITE } from "../knowledge/change-words.ts";

export type VersionWish = { to: "before" | "after" } | { to: number };

const THIS =
  "(?: (?:it|that|this|them|everything|all|the (?:last |latest |previous |recent )?(?:change|changes|step|edit|one)|my last (?:change|message|wish)|what you (?:just )?did))?";
const AGAIN = "(?: (?:please|pls|again|once more|now|after all|for me))*";
const NUMBERED = new RegExp(
  `^(?:(?:go|get|bring (?:it|the app)|take (?:it|the app)|put (?:it|the app)|jump|switch|roll|revert|restore|return|change) ?)?(?:back )?(?:to )?(?:the )?(?:version|v|number)[ #.]*(\\d+)${AGAIN}$`,
  "i",
);
const REDO = new RegExp(
  `^(?:redo${THIS}|undo (?:the|that|my|your) undo(?:ing)?|do (?:it|that) again|(?:put|bring) (?:it|that|the change) back again|i want (?:it|that) back(?: again)?|forward)${AGAIN}$`,
  "i",
);
const UNDO = new RegExp(
  `^(?:undo${THIS}|revert${THIS}|roll ?back${THIS}|take${THIS} back|take back${THIS}|(?:put|change|turn|set|switch)${THIS} back(?: (?:to )?(?:how|what|the way|as) (?:it|they|everything) (?:was|were)(?: before)?)?|(?:go|step) back(?: (?:one|a) (?:step|version))?|(?:go |get |bring it )?back to (?:how|what|the way) (?:it|everything) (?:was|looked)(?: before)?|(?:go |back )+to (?:the )?(?:previous|last|earlier|former) (?:version|state|one)|(?:restore|bring back) the (?:previous|last|earlier|former) (?:version|state|one)|as (?:it was )?before|never ?mind(?:,? (?:undo|take) .*)?|(?:i|we) (?:do not|don't|didn't) (?:like|want) (?:that|it|this)(?: change)?(?:,? (?:undo|take) (?:it|that).*)?|that was (?:wrong|better before|a mistake)|it was better before)${AGAIN}$`,
  "i",
);

export function versionWish(request: string): VersionWish | null {
  const text = request
    .trim()
    .replace(/[’`]/g, "'")
    .replace(/[.!?]+$/, "");
  const said = [text, text.replace(POLITE, "")];
  const number = said.map((one) => NUMBERED.exec(one)?.[1]).find(Boolean);
  if (number) return { to: Number(number) };
  if (said.some((one) => REDO.test(one))) return { to: "after" };
  return said.some((one) => UNDO.test(one)) ? { to: "before" } : null;
}

type Version = { number: number; isCurrent: boolean; parent: number | null; files: string; message: string };

const LINE = /^(\d+)( \(current\))?, made from (\d+|nothing), files (\w+): (.*)$/;

export const versionsIn = (listing: string): Version[] =>
  listing.split("\n").flatMap((line) => {
    const found = LINE.exec(line);
    if (!found) return [];
    const [, number, current, parent, files = "", message = ""] = found;
    return [
      { number: Number(number), isCurrent: current !== undefined, parent: parent === "nothing" ? null : Number(parent), files, message },
    ];
  });

/**
 * The version to go to, or why there is none. An undo makes a version with the files of an earlier one: where the app stands is
 * therefore the first version with its files, one before it is what that was made from, and one after it the newest made from it.
 */
export function versionMeant(wish: VersionWish, versions: readonly Version[]): Version | string {
  const ordered = [...versions].sort((a, b) => a.number - b.number);
  const firstWith = (files: string) => ordered.find((version) => version.files === files);
  const current = ordered.find(({ isCurrent }) => isCurrent);
  const place = current && firstWith(current.files);
  if (!current || !place) return "There is no version to go back to yet: nothing has been built.";
  if (typeof wish.to === "number") {
    const asked = ordered.find(({ number }) => number === wish.to);
    if (!asked)
      return `There is no version ${wish.to}. The versions are ${ordered.map(({ number }) => number).join(", ")}; History shows what each of them changed.`;
    return asked.files === current.files ? `The app is as in version ${wish.to} already.` : asked;
  }
  if (wish.to === "before") {
    const before = ordered.find(({ number }) => number === place.parent);
    return before ? (firstWith(before.files) ?? before) : "There is nothing before this: it is the app's first version.";
  }
  const after = ordered.findLast((version) => {
    const from = ordered.find(({ number }) => number === version.parent);
    return from && firstWith(from.files) === place && version.files !== place.files && firstWith(version.files) === version;
  });
  return after ?? "There is nothing to redo: no change was taken back.";
}
