/** A wish for a mail, parted: to whom, and when. "Mail the tenant three days before the rent is due", "managers get a mail when a ticket is critical". */

import { isClash } from "../needs/clash.ts";

/** `who` and `when` as the person put them; `who` null: nobody is named. */
export type MailWish = { who: string | null; when: string; stops: boolean };

const SEND = `(?:e-?mail|mail|notify|remind|inform|alert|warn|ping|nudge|message|tell|poke)`;
const NOUN = String.raw`(?:an?\s+|the\s+|out\s+|automatic\s+|automated\s+|short\s+|friendly\s+)*(?:e-?mails?|mails?|reminders?|notifications?|notices?|alerts?|heads?-up|message|warning|(?:weekly |daily |monthly )?(?:summary|report|digest|overview|newsletter))`;
const WHO = String.raw`(?<who>[\p{L}][\p{L}'\u2019@.\- ]{0,50}?)`;
/** What begins the "when". */
export const WHEN = String.raw`(?=(?:when(?:ever)?|if|once|as soon as|in case|(?:on |the )?(?:\d+|an?|one|two|three|four|five|six|seven|ten|fourteen|thirty|the|some|few)\s+(?:working\s+)?(?:days?|weeks?|months?|fortnight)\s+(?:before|ahead|in advance|prior|after|past|early)|(?:the )?day (?:before|after)|before|after|on (?:the )?(?:day|date|due)|every|each|for (?:every|each|any|new)|about (?:every|each|any|new)|daily|weekly|monthly|at \d)\b)`;

const FORMS: RegExp[] = [
  // "send the tenant a mail when …", "send a reminder to the tenant when …", "send me a mail when …"
  new RegExp(String.raw`\bsends?\s+${NOUN}\s+(?:out\s+)?to\s+${WHO}\s+${WHEN}(?<when>.+)$`, "iu"),
  new RegExp(String.raw`\bsends?\s+${WHO}\s+${NOUN}\s+${WHEN}(?<when>.+)$`, "iu"),
  new RegExp(String.raw`\bsends?\s+${NOUN}\s+${WHEN}(?<when>.+)$`, "iu"),
  // "let me know when …"
  new RegExp(String.raw`\blets?\s+${WHO}\s+know\s+(?:by (?:e-?)?mail\s+)?${WHEN}(?<when>.+)$`, "iu"),
  // "the tenant gets a mail when …", "managers should be informed when …"
  new RegExp(
    String.raw`(?:^|[,;]\s*|\b(?:and|that|want|so)\s+)${WHO}\s+(?:(?:should|shall|must|will|can|to|also|always|automatically)\s+)*(?:gets?|receives?|wants?|needs?)\s+${NOUN}\s+(?:by (?:e-?)?mail\s+)?${WHEN}(?<when>.+)$`,
    "iu",
  ),
  new RegExp(
    String.raw`(?:^|[,;]\s*|\b(?:and|that|want|so)\s+)${WHO}\s+(?:(?:should|shall|must|will|can|to|also|always|automatically)\s+)*(?:is|are|be|gets?)\s+(?:e-?mailed|mailed|notified|reminded|informed|told|alerted|warned|pinged)\s+(?:by (?:e-?)?mail\s+)?${WHEN}(?<when>.+)$`,
    "iu",
  ),
  // "mail the tenant three days before …", "remind us to call when …"
  new RegExp(String.raw`\b${SEND}\s+${WHO}\s+(?:by (?:e-?)?mail\s+|automatically\s+|to [^,]{1,60}?\s+)?${WHEN}(?<when>.+)$`, "iu"),
  // "a mail when …", "reminder 3 days before …"
  new RegExp(String.raw`(?:^|\b(?:want|need|like|add|have|with)\s+)${NOUN}\s+(?:to\s+${WHO}\s+)?${WHEN}(?<when>.+)$`, "iu"),
];
/** "When an order is shipped, email the customer." */
const TURNED = new RegExp(
  String.raw`^${WHEN}(?<when>[^,]{3,120}),?\s+(?:please\s+|then\s+|we should\s+|i want to\s+)*(?:${SEND}|sends?(?:\s+${NOUN}\s+to)?|lets?)\s+(?<who>[\p{L}][\p{L}'\u2019@.\- ]{0,50}?)(?:\s+(?:know|${NOUN}|by (?:e-?)?mail|about it|automatically))*$`,
  "iu",
);
const STOPS =
  /^(?:please )?(?:stop (?:sending|mailing|e-?mailing|notifying|reminding|alerting|informing)\b|(?:stop|no (?:more|longer)|do not|don't|never) (?:\w+ ){0,4}(?:e-?mails?|mail|reminders?|remind|notif\w+|alerts?|notices?)\b|(?:remove|delete|switch off|turn off|drop|get rid of) (?:\w+ ){0,4}(?:reminders?|notifications?|alerts?|automations?|notices?|e-?mails? (?:to|when|if|about|that|which))\b)/i;
/** By telephone, which nothing here does. */
const BY_PHONE = /\b(?:sms|text (?:message|me|us|them)|whatsapp|telegram|push|call (?:me|us|them))\b/i;

export function mailWish(clause: string): MailWish | null {
  const text = clause
    .trim()
    .replace(/^(?:(?:and|also|please|then|plus|can you|could you|i want (?:you )?to|we want (?:you )?to|i'd like (?:you )?to)\s+)+/i, "")
    .replace(/[.!?\s]+$/, "");
  if (text.length > 300 || BY_PHONE.test(text)) return null;
  if (STOPS.test(text)) return { who: null, when: text, stops: true };
  if (isClash(text)) return null;
  for (const form of [TURNED, ...FORMS]) {
    const groups = form.exec(text)?.groups;
    const when = groups?.when?.trim();
    if (when) return { who: groups?.who?.trim() || null, when, stops: false };
  }
  return null;
}
