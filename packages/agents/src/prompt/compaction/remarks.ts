/** What of a message holds on after it: wishes, decisions, questions, and the names it speaks of. Found by the words people use for them. */

export type Remarks = { wishes: string[]; decisions: string[]; questions: string[]; names: string[] };

const SENTENCE = /[^.!?。！？\n]+(?:\.(?=\S)[^.!?。！？\n]*)*[.!?。！？]*/g;
const SENTENCE_MAX = 300;

const WISH =
  /\b(?:always|never|prefer\w*|don'?t|do not|must(?:n'?t)?|should(?:n'?t)?|only ever|instead of|from now on|remember|keep|avoid|no longer|everywhere|immer|nie(?:mals)?|bevorzug\w*|stets|toujours|jamais|siempre|nunca|sempre|mai)\b|总是|永远|不要|必须|一律|いつも|必ず|絶対|항상|절대/iu;
const DECISION =
  /\b(?:decided?|decision|chose|chosen|settled|agreed|approved|we(?:'ll| will) (?:use|keep|call)|I(?:'ll| will) (?:use|keep|call)|named|renamed|is called|entschieden|beschlossen)\b|决定|決定/iu;
const QUOTED_OR_RUN = /`[^`\n]{1,60}`|"[^"\n]{1,60}"|[\w@./[\]()-]+/g;
const PATH = /\b[\w@-]+(?:\/[\w@.[\]()-]+)+\.\w{1,5}\b/g;
/** No path is longer; looking for one takes the square of the length. */
const RUN_MAX = 300;

export function remarksOf(text: string): Remarks {
  const sentences = (text.match(SENTENCE) ?? [])
    .map((sentence) => oneLine(sentence, SENTENCE_MAX))
    .filter((sentence) => sentence.length > 3);
  return {
    wishes: sentences.filter((sentence) => WISH.test(sentence)),
    decisions: sentences.filter((sentence) => DECISION.test(sentence)),
    questions: sentences.filter((sentence) => /[?？]$/.test(sentence)),
    names: namesIn(text),
  };
}

function namesIn(text: string): string[] {
  const found = text.match(QUOTED_OR_RUN) ?? [];
  return found.flatMap((part) => (/^[`"]/.test(part) ? [part] : part.length > RUN_MAX ? [] : (part.match(PATH) ?? [])));
}

export function oneLine(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}
