/** What a prompt asks for beside its tables: views, totals, rules, notices. Each is told by its words, and keeps the clause that asks. */
import type { ReadField } from "./field.ts";

export const NEED_KINDS = [
  "board",
  "calendar",
  "chart",
  "map",
  "table-filter",
  "search",
  "sort",
  "group",
  "total",
  "average",
  "count",
  "highlight",
  "special-list",
  "availability",
  "detail-children",
  "public-form",
  "public-page",
  "role-rule",
  "own-rows",
  "notify",
  "reminder",
  "approval",
  "history",
  "computed",
  "unique",
  "required",
  "import",
  "export",
  "print",
  "barcode",
  "multi-language",
  "integration",
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

const ANYONE =
  "(?:anyone|anybody|everyone|everybody|the public|visitors|customers|guests|parents|people|hauliers|speakers|clients|suppliers|residents|members of the public|patients|students|users)";
const FILL = "(?:fill|submit|send|sign up|register|apply|report|book|enter|leave|announce|ask|request|post|vote|answer|add|propose|order)";
const RULES: [NeedKind, RegExp][] = [
  [
    "board",
    /\bswim ?lanes?\b|\bdrag(?:ged|ging)?\b|\bcolumns? for each (?:stage|status)\b|\bkanban\b|\b(?:as a|on a|a|one|the) board\b|\bboard (?:by|of|with|view)\b|\bcards? dragged\b/,
  ],
  ["calendar", /\bcalend[ae]rs?\b|\btimeline\b/],
  ["chart", /\btrends?\b|\bover time\b|\bcurve\b|\bcharts?\b|\bgraphs?\b|\bdiagram\b|\bstatistics?\b(?! rate)/],
  ["map", /\bmap\b/],
  ["table-filter", /\bfilter(?:ed|s|ing)?\b/],
  [
    "search",
    /\bfind (?:it|them|a|the|everything|one|things|what)\b|\blook(?:ed)? (?:it |them )?up\b|\bsearch(?:able|es|ing)?\b|\blook (?:\w+ )?up by\b|\bfind (?:\w+ ){0,3}(?:quickly|by|fast|again)\b|\bwhere's my\b/,
  ],
  [
    "sort",
    /\bsort(?:ed|able|ing)?\b(?! (?:it|them|into|of))|\b(?:on|at the) top\b|\bordered by\b|\bfirst in the list\b|\bnewest first\b|\b(?:problems|ones|urgent|expired|oldest) first\b/,
  ],
  ["group", /\bgroup(?:ed|ing)? by\b|\bby (?:risk|department|team|category)$|\bsee per \w+\b|\bper (?:lawyer|person|team) what\b/],
  ["average", /\baverages?\b|\bmean\b/],
  [
    "total",
    /\btotals?\b(?! (?:price|amount)\b)|\bsums?\b(?= (?:of|up|by|per|for|outstanding|total)\b)|\b(?:monthly|yearly|weekly) sums?\b|\badd(?:ed)? up\b|\btakings (?:per|by)\b|\bhow much (?:money |does |do |is |each |we |they |was |has )?(?:\w+ )?(?:owes?|is in|in|owed|spent|still)\b|\bincome per\b|\bwhat we owe\b|\bshow hours\b|\bshow me how much\b|\bcosts? per (?:month|year|vehicle|project|animal)\b/,
  ],
  [
    "count",
    /\b(?:see|show|know|tell|want|need|count)\b.{0,30}\bhow many\b(?!.*\bneeded\b)|\bhow many\b[^,]*\?$|\bnumber of \w+ (?:per|by|for each)\b|\bhow many (?!.*\bneeded\b)(?:\w+ ){1,4}(?:are|were|is|times|in|have|per|by|left|there|came|we|has|was)\b|\bcounts?\b(?: of|s? per|s? by| how many)|\bnumber of (?:\w+ ){1,3}(?:per|by|for each)\b|\bquantity of (?:\w+ )(?:per|by|pro)\b|\bhow many times\b|\bneed the count\b|\bcount per\b|\bfailed count\b/,
  ],
  [
    "highlight",
    /\bhighlight\w*|\b(?:in|into) red\b|\bred (?:when|if|row|colou?r|flag)\b|\b(?:row|rows|it|them|is|be) red\b|\bflag(?:ged|s)?\b|\bmark(?:ed)? (?:\w+ ){0,4}(?:in )?(?:red|bold)\b|\bcolou?red\b|\bjump out\b|\bshould be marked\b|\bwarn (?:me |us )?(?:when it|if it|when the)\b|\bin yellow\b|\bturns? red\b/,
  ],
  [
    "availability",
    /\bavailab\w+ (?:on|for|when|between|slots?|rooms?)\b|\bdouble[- ]?book\w*|\b(?:is|are|still|what is|what's|when is|who is) free\b|\bfree (?:on|slots?|rooms?|places|at|when)\b|\btwice (?:on|at|in|for)\b|\btwice (?:at once|in the same)\b|\bsame (?:time|days?|hour|slot|period)\b|\boverlap\w*|\bclash\w*|\bdouble bookings?\b|\balready (?:occupied|booked|taken)\b|\b(?:no )?more than max\b|\bstill ha(?:ve|s) room\b|\bplaces? left\b|\bconflicts?\b|\boccupied\b.*\berror\b/,
  ],
  [
    "special-list",
    /\bwhich (?:\w+ ){1,3}(?:have|has|are|is|were) (?:not|no|still|out|overdue|missing|empty|due|free|late|open|expired|left)\b|\bwho (?:has|have|is|still) ?(?:not|n't|still|missing|owes?|left|out)\b|\bones? (?:that|which|who) (?:are|is|have|has|need)\b|\bwithout (?:a|an|any) \w+$|\bwhat(?:'s| is| are) (?:due|left|open|missing|out|overdue|late|coming up|next)\b|\btoday's\b|\bupcoming\b|\brunning low\b|\babout to\b|\bhave(?:n't| not) (?:been )?\w+ed\b|\bhas(?:n't| not) (?:been )?\w+ed\b|\bneeds? (?:to be )?(?:reordered|renewed|replaced|re-?ordering|renewal|calibration|cleaning)\b|\bmore than \d+ (?:days|weeks|months)\b|\boverdue\b|\blate (?:ones|deliver\w+|returns?|payments?)\b|\b(?:are|is|that) late\b|\bpast (?:its|their|the|due)\b|\blow[- ](?:stock|on)\b|\b(?:wat|what|what's|which) (?:is |are )?(?:running )?low\b|\bis low\b|\bmissing (?:list|ones)\b|\bwho is missing\b|\bstill missing\b|\bdue (?:this|next|in|today|tomorrow|list|soon|now|within|on top)\b|\b(?:are|is|ones|which) due\b|\bgoes out today\b|\bexpir(?:e|es|ing) (?:soon|in|this|next|within)\b|\bnot (?:yet )?(?:paid|returned|shipped|answered|visited|collected|sold|been paid|called|checked|invoiced|delivered|signed|back|returned yet|sent|fixed|done)\b|\bunpaid\b|\bnever (?:sold|used|returned|been)\b|\bnobody called\b|\b(?:view|list|lists?) of (?:everything|all|the ones|those|what|who|open|my|instalments|treatments|invoices|late|overdue|referrals|members|items|loans|customers)\b|\bopen (?:defects|issues|problems|points|tasks|ones|orders|invoices|requests|action points)\b|\bstill (?:have to|owes?|out|open|outstanding|need)\b|\bthis (?:week|month)\b|\b(?:in the |within the |the )?next (?:\w+ )?(?:\w+ )?(?:days|weeks|month|week)\b|\bcoming week\b|\bout today\b|\bnow (?:is )?outside\b|\bis outside\b|\bbirthday (?:is )?(?:in )?(?:this|today|next)\b|\bwaiting list of\b|\bneed(?:s)? (?:checking|inspection|service|maintenance)\b|\bshow (?:me )?(?:only|what|wats|the ones|open|all open|those)\b|\brunning out\b|\bto reorder\b|\bfree \w+ on one list\b|\bshouts when\b|\bexpired ones\b|\bappear on a list\b|\bon (?:one|another) list\b|\brests to\b|\bweaning due\b/,
  ],
  [
    "detail-children",
    /\bwhen (?:i|we|you) (?:open|click)\b|\bwith all (?:its|their|his|her)\b|\bhistory of (?:each|every|a|the) \w+|\bsee (?:all )?(?:the )?\w+ of (?:a|each|every|one) \w+|\b(?:'s|its|their|each \w+'s) page\b|\bfor each \w+ i want to see\b|\bunder each\b.*\bsee\b|\bpage (?:of|for) (?:a|each|every)\b|\bclick on a\b|\bsee (?:all )?(?:its|their) \w+ (?:on|when|under)\b/,
  ],
  [
    "public-form",
    new RegExp(
      `\\b(?:public|open) (?:\\w+ )?(?:form|page|application|link|booking)\\b|\\b${ANYONE}\\b[^.;]{0,40}\\b(?:can|could|should|may|to|able)\\b[^.;]{0,25}\\b${FILL}\\b(?!.*\\bonly\\b)|\\b(?:through|by|via|with|get) (?:a|the) link\\b|\\bfill(?:s)? (?:in|out) (?:a|the) (?:public )?(?:form|application)\\b|\\bwithout (?:an account|logging in|login|log in|a login)\\b[^.;]*\\b${FILL}|\\bfill in a form on our website\\b|\\bhave people report\\b|\\blet (?:\\w+ ){1,2}(?:book|apply|register|sign up|submit|report)\\b`,
    ),
  ],
  [
    "public-page",
    /\b(?:without (?:a |an )?(?:account|login|log in|password|logging in))\b|\b(?:should|be|is) public\b|\bpublic(?:ly)? (?:page|visible|list|table|website)\b|\bon (?:our|the) (?:website|homepage)\b/,
  ],
  [
    "own-rows",
    /\b(?:only|just)\b[^.;]{0,25}\b(?:their|thier|his|her|its|our|my) own\b|\b(?:their|his|her) own (?:\w+ )?only\b|\bresults? of their own\b|\bof their own\b/,
  ],
  [
    "role-rule",
    /\bonly \w+(?: \w+)? (?:sees?|edits?|reads?|changes?|deletes?|approves?|enters?)\b|\bvisible (?:only )?(?:to|for)\b|\bshould(?:n't| not) (?:be able to )?(?:see|edit|change|delete|read)\b|\bbut not (?:edit|delete|change|see|read)\b|\bcan (?:see|read|view) (?:everything|all)\b|\bnobody else\b|\bno one (?:else )?(?:may|can|should)\b|\bfor (?:managers?|admins?) only\b|\bjust for (?:managers?|admins?|the)\b|\bonly visible\b|\b(?:admins?|managers?|staff|teachers?|editors?) can (?:edit|delete|change|add)\b|\bonly (?:the |our |my |an? )?(?:\w+ )?(?:and (?:\w+ )?\w+ )?(?:can|may|should|could|must|able|are allowed|is allowed|people may)\b|\bonly(?: the)? (?:admins?|managers?|boss|leads?|teachers?|trained|staff|office|hr|me|i)\b|\b(?:may|can|must|should|could) (?:only|not|never|change nothing)\b|\b(?:cannot|can't|mustn't|may not) (?:be )?(?:delete|change|edit|see|read)\w*|\bnobody (?:\w+ ){0,5}(?:may|can|should)\b|\bnobody but\b|\bnothing may be deleted\b|\bread[- ]only\b|\bpermissions?\b|\bchange nothing\b|\bexcept (?:us|hr|managers?|in|the|admins?)\b|\bhidden from\b|\bfinance pays\b|\bmay look at\b|\bonly be able to\b|\bnot see\b|\bonley \w+ .*\bcan\b|\bchief decides\b/,
  ],
  [
    "reminder",
    /\bremind\w*|\bwarn(?:s|ing)?\b[^.;]{0,30}\b(?:before|days|weeks|fortnight|when|if)\b|\b(?:days?|week|weeks|month|fortnight) before\b|\bnag\b/,
  ],
  [
    "notify",
    /\b(?:is|are|be|gets?) (?:informed|told|notified|e-?mailed|mailed|pinged)\b|\binform (?:the|me|us|them)\b|\blet (?:me|us|them|him|her) know\b|\bping\b|\bnotif\w+|\balerts?\b|\b(?:send|sends|get|gets|receive|receives|want) (?:\w+ ){0,4}(?:an? )?(?:e-?mail|message|text|sms)\b|\be-?mail (?:the|me|us|them|him|her|everyone|people)\b|\btext (?:the|me|them|him|her)\b|\bwarn (?:us|me)\b|\btell (?:us|me) by\b|\bshouts\b|\bnag\b/,
  ],
  [
    "approval",
    /\bapprov(?:e|es|al|ed by)\b|\bsigns? off\b|\bsays yes or no\b|\bi confirm\b|\bok(?:s|ay)? (?:it|them|by)\b|\bafter approval\b|\bmanager (?:decides|approves|confirms)\b|\bmust (?:approve|confirm|agree)\b/,
  ],
  [
    "history",
    /\bhistor(?:y|ies) of (?:changes|each|every|the)\b|\bwho changed\b|\baudit (?:log|trail)\b|\bchange log\b|\bsee (?:all )?changes\b|\bdecision is logged\b|\btrace\b/,
  ],
  [
    "computed",
    /\b\w+ (?:x|×|\*) \w+\b|\bpercent(?:age)? of\b|\b(?:remaining|left over)\b|\badd(?:s|ed)? automatic\w*|\bcomes? out by\b|\bhow long\b.*\b(?:since|until|took|was|open)\b|\bbalance\b(?=.*\b(?:show|see|per|each)\b)|\bcalculat\w+|\bcomput(?:e|ed|es)\b|\bwork(?:s|ed)? (?:it |itself |them )?out\b|\bautomatic(?:ally|al)?\b|\bby (?:itself|themselves|itself)\b|\b\w+ (?:times|minus|plus|multiplied by) \w+|\bhow (?:much|many) (?:\w+ ){0,3}(?:is |are )?left\b|\bdifference\b(?=.*\bbetween\b)|\bpersonal best\b|\bmargin\b|\bsee the profit\b|\bdays in\b|\bhow far along\b|\bpercent\b.*\bdone\b|\bleft on\b|\bconsumption since\b|\blast day\b|\bfirst seen\b|\b=\s*\w+|\bwe keep \d+|\bpoints per\b|\bgoes to superseded\b|\bused per\b|\b-> price\b|\brate every\b|\bhow much rest\b|\bdepreciat\w+ \w+ and current\b|\bcurrent value\b/,
  ],
  [
    "unique",
    /\bunique\b|\bmust never repeat\b|\bno duplicates?\b|\bonly once\b|\bsame \w+ twice\b|\bonly one \w+ per\b|\bone \w+ per day\b/,
  ],
  ["required", /\b(?:required|mandatory|compulsory|must be filled|can't be empty|must not be empty)\b/],
  ["import", /\bimport(?:ed|s|ing)?\b|\bupload (?:our|the|my) (?:excel|csv|sheet|list)\b/],
  ["export", /\bexport\w*|\bdownload\w*|\bas (?:csv|excel)\b|\bto (?:csv|excel)\b/],
  ["print", /\bprint(?:ed|able|s|out)?\b/],
  ["barcode", /\bscan(?:ned|ning)? (?:\w+ ){0,2}(?:ids?|codes?|with)\b|\bbarcode scan|\bqr\b|\bscanner\b/],
  [
    "multi-language",
    /\b(?:in|both) (?:english|german|french|spanish|two languages|several languages)\b|\bmulti-?lingual\b|\btranslated\b|\bbilingual\b/,
  ],
  [
    "integration",
    /\bintegrat\w+|\bsync\w*\b|\bconnect(?:ed|s)? (?:to|with) \w+|\b(?:slack|outlook|google calendar|stripe|quickbooks|sap|datev|jira|salesforce|zapier|mailchimp|whatsapp)\b/,
  ],
];

export const needKinds = (clause: string): NeedKind[] => {
  const text = clause.toLowerCase();
  const kinds = RULES.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  return kinds.filter(
    (kind) =>
      !(kind === "role-rule" && kinds.includes("own-rows") && !/except/.test(text)) &&
      !(kind === "public-page" && kinds.includes("public-form")),
  );
};

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
