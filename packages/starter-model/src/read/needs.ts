/** What a prompt asks for beside its tables: views, totals, rules, notices. Each is told by its words, and keeps the clause that asks. */
import { NEED_WORDS, type NeedKind } from "../knowledge/need-words.ts";
import { isClash } from "../needs/clash.ts";
import type { ReadField } from "./field.ts";

/** In characters. Nobody asks for one thing at such length, and a pattern looks through the rest of a clause from each word that it may begin with. */
const CLAUSE_MAX = 1000;

export const needKinds = (clause: string): NeedKind[] => {
  const text = clause.slice(0, CLAUSE_MAX).toLowerCase();
  const kinds = [...new Set(NEED_WORDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind))];
  return kinds.filter(
    (kind) =>
      !((kind === "notify" || kind === "reminder") && kinds.includes("availability") && isClash(text)) &&
      !(kind === "role-rule" && kinds.includes("own-rows") && !/except/.test(text)) &&
      !(kind === "public-page" && kinds.includes("public-form")),
  );
};

const ASKING =
  /\?$|\b(?:sees?|show|shows|know|tells?|view|find|display|should|must|may|cannot|can't|mustn't|could|allowed|only|nobody|no one|never|automatic\w*)\b|\bit would be (?:nice|great|good|perfect|helpful)\b/i;
/** "In the end", "every evening she": what stands before what is wanted. */
const WHEN = String.raw`(?:(?:in|at|on|for|after|before|by|during|every|each|from) (?:[\w']+ ){1,5}?)?`;
const WHO = String.raw`(?:i|we|you|they|he|she|the \w+(?: \w+)?|my \w+|our \w+)`;
const WANT = `(?:(?: also| just| really| always)? (?:wants?|needs?|likes?|have|has|must|wish|would like|would love)|'d (?:like|love))`;
const SEE = `(?:to )?(?:be able to )?(?:see|know|view|check|find|have an? overview)`;
const WISHES = new RegExp(
  String.raw`^(?:(?:and|also|then|plus|but|so) )*${WHEN}(?:${WHO}${WANT} ${SEE}|(?:can|could) (?:i|we) (?:see|know|view|find)|(?:please )?(?:show|tell|display)\b|(?:nobody|no one) (?:may|can|should|must|sees?|edits?)\b|only\b)|\b(?:should(?:n't)?|must|may|cannot|can't|mustn't|not allowed|is allowed|are allowed)\b|^(?:who|which|how (?:much|many|often|long|old))\b.*\?$`,
  "i",
);

/** Whether something in a clause, beside what it describes, may be asked for. */
export const mayAsk = (clause: string): boolean => ASKING.test(clause.trim());

/** Whether a clause as a whole asks for something, by whatever words. */
export const asks = (clause: string): boolean => WISHES.test(clause.trim());

const ASKS =
  /^(?:(?:and|also|please|then|plus|but|i|we|you|would|could|can|it|should|may|must|like|want|need|to|'d|love|be great|if|possible|a|an|the|me|us|my|our|in|at|on|every|each)\s+)*(?:show|see|list|view|report|dashboard|overview|know|tell|warn|remind|notify|e-?mail|text|send|highlight|flag|filter|search|sort|group|export|import|print|scan|count|total|sum|average|calculate|calendar|chart|graph|board|map|nobody|no double|anyone|anybody|everyone|everybody|only|overdue|unpaid|late|missing|expired|low|free|open \w+ by|monthly|total|let|allow)\b/i;

/** Whether a clause or an item of a list asks for something that is no field. */
export function isWish(clause: string, fields: readonly ReadField[] = []): boolean {
  const text = clause
    .toLowerCase()
    .replace(/^(?:(?:and|also|a|an|the|please|plus|with|its)\s+)+/, "")
    .trim();
  const kinds = needKinds(text);
  if (/^(?:total|average|sum|count)\b/.test(text)) {
    const of = text.replace(/^(?:total|average|sum of|sum|count of|count)\s*(?:of |the )*/, "");
    return (
      /\b(?:per|by|of|for each)\b/.test(text) ||
      (of !== "" && fields.some(({ label, name }) => label.toLowerCase().startsWith(of) || name === of)) ||
      (of !== "" &&
        !/^(?:price|amount|cost|sum|value|hours|total|weight|time|score|points?)$/.test(of) &&
        text.split(" ").length <= 3 &&
        kinds.includes("total"))
    );
  }
  if (kinds.length === 0) return false;
  const words = text.split(/\s+/).length;
  if (
    /^(?:approved|approval|unique|required|import|export|print|map pin|available|history|free|calculated|computed|reminder|paid|late|overdue|flag|difference|margin|percent|current value|last \w+|next \w+|due \w+|sold|result|board number|calendar week|chart number|seats? left)\b/.test(
      text,
    ) &&
    words <= 3
  )
    return /^(?:overdue|late|unpaid|free) (?:list|ones|view|\w+s)$/.test(text);
  if (
    kinds.every((kind) =>
      [
        "approval",
        "computed",
        "special-list",
        "photo",
        "unique",
        "required",
        "notify",
        "sort",
        "detail-children",
        "barcode",
        "history",
        "count",
      ].includes(kind as string),
    ) &&
    words <= 4 &&
    !ASKS.test(text)
  )
    return (
      /\b(?:list|overdue|automatically|low stock)\b/.test(text) && !/^\w+ (?:price|list)$/.test(text) && kinds.includes("special-list")
    );
  return (
    ASKS.test(text) ||
    words <= 6 ||
    kinds.some(
      (kind) => !["computed", "special-list", "count", "total", "approval", "sort", "public-form", "role-rule", "highlight"].includes(kind),
    )
  );
}
