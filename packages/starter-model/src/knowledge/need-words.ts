/** The words by which people ask for what is beside the tables. */
import { LEADER, ROLE } from "./role-words.ts";

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
  "vote",
  "steps",
  "other",
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

const ANYONE =
  "(?:anyone|anybody|everyone|everybody|whoever|the public|visitors|customers|guests|parents|people|hauliers|speakers|clients|suppliers|residents|inhabitants|neighbours|neighbors|tenants|citizens|villagers|applicants|members of the public|patients|students|users)";
const FILL =
  "(?:fill|submit|send|sign up|register|apply|report|book|enter|leave|announce|tell us|write to us|ask|request|post|vote|answer|add|propose|order)";
/** What asks for each kind. */
export const NEED_WORDS: [NeedKind, RegExp][] = [
  [
    "board",
    /\bswim ?lanes?\b|\bdrag(?:ged|ging)?\b|\bcolumns? for each (?:stage|status)\b|\bkanban\b|\b(?:as a|on a|a|one|the) board\b|\bboard (?:by|of|with|view)\b|\bcards? dragged\b/,
  ],
  [
    "board",
    /\b(?:in )?which (?:step|stage) \w+ (?:every|each|the|a)\b|\bmove (?:\w+ ){0,3}from (?:one|a) \w+ to\b|\blanes?\b (?:for|per)\b/,
  ],
  [
    "board",
    /\b(?:make|as|into|build|want|need) (?:me )?an? pipeline\b|\bpipeline view\b|\bboard,? (?:please|pls|plz|too|as well)\b|^board$/,
  ],
  ["board", /\bcards? (?:that )?(?:move|wander|go|slide)s?\b|\bpull\b[^.;]*\b(?:stage|column|step)\b/],
  ["calendar", /\bcalend[ae]rs?\b|\btimeline\b/],
  ["calendar", /\b(?:week|month|day) (?:view|at a glance|planner)\b|\bplanner\b|\bschedule per\b|\b(?:weekly|monthly|daily) view\b/],
  [
    "calendar",
    /\b(?:weekly|monthly|daily|yearly) (?:plan|schedule)\b|\b(?:show|see|print) (?:me )?the (?:whole )?week\b|\btime axis\b|\bdays (?:across|as columns)\b/,
  ],
  ["chart", /\btrends?\b|\bover time\b|\bcurve\b|\bcharts?\b|\bgraphs?\b|\bdiagram\b|\bstatistics?\b(?! rate)/],
  [
    "chart",
    /\bgraphics?\b|\bas a (?:line|pie|bar)s?\b|\bpie of\b|\bvisual(?:ly|i[sz]e)\b|\bhow (?:the |my |our |a )?\w+ develops?\b|\bdevelopment of\b|\bcompare\b.*\bwith\b/,
  ],
  [
    "chart",
    /\bas (?:a )?(?:lines?|curves?|bars?|picture)\b|\bbars? (?:for|per)\b|\bthe development\b|\bplot \w+ (?:against|over)\b|\bhow the (?:\w+ ){1,3}changed\b/,
  ],
  ["map", /\bmap\b/],
  ["map", /\bmaps\b|\bcity plan\b|\bpins? (?:for|on)\b|\bgeographic\w*/],
  ["map", /\bseen from above\b|\bdots (?:where|for)\b/],
  ["table-filter", /\bfilter(?:ed|s|ing)?\b/],
  ["table-filter", /\b(?:choose|pick|select) (?:a|the|one) \w+ and (?:then )?see\b|\bshow by\b/],
  ["table-filter", /\bonly the \w+ of (?:one|a)\b|\bnarrow\w* (?:it |them )?down\b|\bone \w+ at a time\b/],
  [
    "search",
    /\bfind (?:it|them|a|the|everything|one|things|what)\b|\blook(?:ed)? (?:it |them )?up\b|\bsearch(?:able|es|ing)?\b|\blook (?:\w+ )?up by\b|\bfind (?:\w+ ){0,3}(?:quickly|by|fast|again)\b|\bwhere's my\b/,
  ],
  [
    "search",
    /\btypes? (?:a|the|in a) (?:\w+ )?(?:number|name|plate|code)\b[^.;]*\b(?:find|see|tell|show)s?\b|\bfinding a\b|\blooks? for (?:a|an) \w+ by\b|\bknow (?:fast|quickly) where\b|\btype in (?:a|the) \w+ and get\b|\bremember only\b/,
  ],
  [
    "sort",
    /\bsort(?:ed|able|ing)?\b(?! (?:it|them|into|of))|\b(?:on|at the) top\b|\bordered by\b|\bfirst in the list\b|\bnewest first\b|\b(?:problems|ones|urgent|expired|oldest) first\b/,
  ],
  [
    "sort",
    /\b(?:newest|latest|oldest|urgent|cheapest|best|highest|lowest)\b.{0,20}\b(?:first|top)\b|\bbest (?:\w+ )?per\b|\balphabetic\w*|\bin (?:the )?order of\b|\branking\b|\branked\b/,
  ],
  [
    "sort",
    /\bfirst, always\b|\balways first\b|\bhigh ?score\b|\bleague table\b|\b(?:come|comes|go|goes|stand|stands) (?:at|to) the (?:beginning|start|top)\b|\b(?:longest|shortest|most \w+|least \w+) (?:\w+ )?(?:first|at the (?:start|top|beginning))\b/,
  ],
  ["group", /\bgroup(?:ed|ing)? by\b|\bby (?:risk|department|team|category)$|\bsee per \w+\b|\bper (?:lawyer|person|team) what\b/],
  ["group", /\b(?:one section|sections?) (?:per|for each)\b/],
  ["group", /\bunder each \w+ its\b|\bseparately (?:for|by)\b|\bfor each \w+ separately\b/],
  ["average", /\baverages?\b|\bmean\b/],
  ["average", /\bon the whole\b|\bthe usual \w+ (?:time|price|wait)\b|\bhow long does (?:\w+ ){1,3}take\b/],
  [
    "total",
    /\btotals?\b(?! (?:price|amount)\b)|\bsums?\b(?= (?:of|up|by|per|for|outstanding|total)\b)|\b(?:monthly|yearly|weekly) sums?\b|\badd(?:ed)? up\b|\btakings (?:per|by)\b|\bhow much (?:money |does |do |is |each |we |they |was |has )?(?:\w+ )?(?:owes?|is in|in|owed|spent|still)\b|\bincome per\b|\bwhat we owe\b|\bshow hours\b|\bshow me how much\b|\bcosts? per (?:month|year|vehicle|project|animal)\b/,
  ],
  [
    "total",
    /\bthe sums?\b|\bsums? (?:at|on|in|and)\b|\bsummed\b|\bmonthly (?:takings|revenue|costs|hours)\b|\bwho owes whom\b|\b(?:revenue|turnover|takings|earnings|profit|sales) (?:per|by|of each|of every|for each)\b/,
  ],
  [
    "total",
    /\b(?:hours|minutes|km|kilomet\w+|kilograms?|kilos?|litres?|tons|points|money|costs?|rejects)\b (?:worked |sold |used )?(?:per|by|of each|of every|for each|for every|of everybody|every)\b(?! (?:hour|night|unit|word|day|piece|kg|km|litre|week|month|year|pack|100)\b)/,
  ],
  [
    "total",
    /\bhow (?:much|many (?:money|hours|kilos?|km|points)) (?:did|does|do|has|have|each|every|we|i|it|he|she|they)\b|\bwhat (?:did|do|does|has|have) (?:\w+ ){1,2}(?:spend|spent|cost|earn|earned)\b|\bwhat (?:a|each|every) (?:\w+ )+?(?:costs|earns|makes|owes|has to pay)\b|\bwhat each of us\b|\bwhat (?:i|we|they|he|she|everyone|everybody) (?:earns?|spends?|makes?|takes? in|owes?|pays?|sells?)\b/,
  ],
  [
    "total",
    /\b(?:income|revenue|turnover|takings|earnings|profit|sales|spending|hours|costs?|expenses) by (?:month|year|week|quarter|\w+er)\b|\b\w+ sold (?:per|by)\b|\bincome per\b/,
  ],
  ["count", /\b(?:which|what|who)\b(?: \w+){1,4} (?:the )?(?:most|least)(?: often)?$/],
  [
    "count",
    /\b(?:see|show|know|tell|want|need|count)\b.{0,30}\bhow many\b(?!.*\bneeded\b)|\bhow many\b[^,]*\?$|\bnumber of \w+ (?:per|by|for each)\b|\bhow many (?!.*\bneeded\b)(?:\w+ ){1,4}(?:are|were|is|times|in|have|per|by|left|there|came|we|has|was)\b|\bcounts?\b(?: of|s? per|s? by| how many)|\bnumber of (?:\w+ ){1,3}(?:per|by|for each)\b|\bquantity of (?:\w+ )(?:per|by|pro)\b|\bhow many times\b|\bneed the count\b|\bcount per\b|\bfailed count\b/,
  ],
  [
    "count",
    /\bhow often\b|\bnumbers? (?:of (?:[\w-]+ ){1,4})?(?:per|by|for each|of each|of every|in each)\b|\bhow many (?:\w+ ){1,2}(?:each|every|did|does|do|i|we|he|she)\b|\bwhich (?:\w+ )+?(?:has|have|gets?) the (?:most|fewest|least)\b|\bhow full\b|\b(?:visits|members|guests|cases|participants|visitors|accidents) per (?:month|year|week|day)\b/,
  ],
  [
    "highlight",
    /\bhighlight\w*|\b(?:in|into) red\b|\bred (?:when|if|row|colou?r|flag)\b|\b(?:row|rows|it|them|is|be) red\b|\bflag(?:ged|s)?\b|\bmark(?:ed)? (?:\w+ ){0,4}(?:in )?(?:red|bold)\b|\bcolou?red\b|\bjump out\b|\bshould be marked\b|\bwarn (?:me |us )?(?:when it|if it|when the)\b|\bin yellow\b|\bturns? red\b/,
  ],
  [
    "highlight",
    /\bin (?:orange|green|bold|colou?r)\b|\b(?:orange|yellow|red|green|bold) (?:if|when|dot)\b|\bstands? out\b|\bhi(?:gh)?li(?:gh)?t\w*/,
  ],
  [
    "highlight",
    /\bturns? (?:amber|orange|yellow|green|grey|gray)\b|\bjumps? (?:out )?at (?:me|us)\b|\b(?:grey|gray|amber)(?: if| when|$)|\bin bold\b|\bwarning sign\b|\bcolou?r of the row\b|\btraffic lights?\b|\bcatch(?:es)? the eye\b|\bin another colou?r\b/,
  ],
  [
    "highlight",
    /^(?:red|orange|amber|yellow|green) (?:what|if|when|those|the|all)\b|\b(?:should|must|shall|to) (?:be|become|get|turn|go) (?:red|orange|amber|yellow|green)\b|\b(?:red|orange|amber|yellow|green) (?:what|those|everything)\b/,
  ],
  [
    "total",
    /^(?:the |and |a )?(?:[\w-]+ ){1,3}per (?:week|month|year|day|season|quarter)(?: and \w+)?(?: please| pls)?$|^(?:the )?(?:[\w-]+ ){1,2}per \w+ and (?:week|month|year|day)$/,
  ],
  [
    "computed",
    /\b(?:stock|quantity|number of \w+|packets|copies|balance)\b.{0,20}\b(?:drops?|decreases?|sinks?|shrinks?|is reduced|be reduced|updates? itself)\b/,
  ],
  [
    "special-list",
    /\bwho (?:has|had|have) (?:had )?no \w+|\b(?:low|empty|late|open|unpaid|free) ones\b|\b(?:shouts?|list) of (?:the )?(?:low|empty|late) \w+/,
  ],
  ["highlight", /\b(?:want|like) (?:it|them|that|those) (?:in )?(?:grey|gray|red|green|orange|yellow)\b/],
  ["sort", /\bleader ?boards?\b|\bstandings\b/],
  ["print", /^(?:\w+ ){0,2}printing$/],
  [
    "availability",
    /\b(?:at most|(?:not|no) more than|max(?:imum)?(?: of)?|up to) (?:\d+|one|two|three|four|five|six) (?:[\w-]+ )?(?:a|per|each|in one|on one|at once) ?(?:day|week|room|slot|time|month|hour)?\b|\b(?:must|may|can) not \w+ within \d+ (?:days|weeks|months)\b/,
  ],
  [
    "own-rows",
    /\b(?:shouldn't|should not|can't|cannot|may not|must not|mustn't|not) see (?:the )?(?:[\w-]+ )?(?:of (?:the )?others?|others')/,
  ],
  [
    "special-list",
    /\b(?:show|see|list|want|need|know)\b[^.;]*\b\w+s (?:that|which|who) (?:are|is) (?:still )?(?!in\b|to\b|at\b|on\b)\w+|^(?:please )?show (?:me )?(?:the |all )?(?:free|empty|vacant|available|open|overdue|late|unpaid|missing|broken) \w+/,
  ],
  [
    "availability",
    /\bavailab\w+ (?:on|for|when|between|slots?|rooms?)\b|\bdouble[- ]?book\w*|\b(?:is|are|still|what is|what's|when is|who is) free\b|\bfree (?:on|slots?|rooms?|places|at|when)\b|\btwice (?:on|at|in|for)\b|\btwice (?:at once|in the same)\b|\bsame (?:time|days?|hour|slot|period)\b|\boverlap\w*|\bclash\w*|\bdouble bookings?\b|\balready (?:occupied|booked|taken)\b|\b(?:no )?more than max\b|\bstill ha(?:ve|s) room\b|\bplaces? left\b|\bconflicts?\b|\boccupied\b.*\berror\b/,
  ],
  [
    "availability",
    /\b(?:if|when|until|once) (?:it is |it's |(?:a|the) \w+ is )?full\b|\b(?:no|two) \w+ (?:may|can|must|should) (?:not )?(?:be (?:booked|used|lent) twice|get the same)\b|\bsame \w+ (?:on the |and )?same\b|\bstill empty\b|\bwho can (?:work|come|take)\b/,
  ],
  ["availability", /\bfree \w+ (?:for|on|at) (?:a|any|the|each) (?:date|day|night|week)\b/],
  [
    "availability",
    /\b(?:no|never the same) \w+ (?:\w+ )?(?:twice|(?:for|to|by) two)\b|\b(?:never|can't|cannot|not|mustn't)\b[^.;]*\b(?:at once|together|in two \w+)\b|\b(?:seats|places|spots|tickets|rooms) (?:are )?(?:all )?gone\b|\bmore \w+ than (?:there (?:is|are)|seats|places|spots|we have|it holds)\b|\bcan still be (?:had|booked)\b|\bclose[sd]? (?:the form|the list|for that day)\b|\bno more than \w+ (?:\w+ )*?(?:away|at once|on a|per|in a)\b|\bwhich \w+ (?:can i|i can|we can|can we) (?:have|take|use|get)\b/,
  ],
  [
    "special-list",
    /\bwhich (?:\w+ ){1,3}(?:have|has|are|is|were) (?:not|no|still|out|overdue|missing|empty|due|free|late|open|expired|left)\b|\bwho (?:has|have|is|still) ?(?:not|n't|still|missing|owes?|left|out)\b|\bones? (?:that|which|who) (?:are|is|have|has|need)\b|\bwithout (?:a|an|any) \w+$|\bwhat(?:'s| is| are) (?:due|left|open|missing|out|overdue|late|coming up|next)\b|\btoday's\b|\bupcoming\b|\brunning low\b|\babout to\b|\bhave(?:n't| not) (?:been )?\w+ed\b|\bhas(?:n't| not) (?:been )?\w+ed\b|\bneeds? (?:to be )?(?:reordered|renewed|replaced|re-?ordering|renewal|calibration|cleaning)\b|\bmore than \d+ (?:days|weeks|months)\b|\boverdue\b|\blate (?:ones|deliver\w+|returns?|payments?)\b|\b(?:are|is|that) late\b|\bpast (?:its|their|the|due)\b|\blow[- ](?:stock|on)\b|\b(?:wat|what|what's|which) (?:is |are )?(?:running )?low\b|\bis low\b|\bmissing (?:list|ones)\b|\bwho is missing\b|\bstill missing\b|\bdue (?:this|next|in|today|tomorrow|list|soon|now|within|on top)\b|\b(?:are|is|ones|which) due\b|\bgoes out today\b|\bexpir(?:e|es|ing) (?:soon|in|this|next|within)\b|\bnot (?:yet )?(?:paid|returned|shipped|answered|visited|collected|sold|been paid|called|checked|invoiced|delivered|signed|back|returned yet|sent|fixed|done)\b|\bunpaid\b|\bnever (?:sold|used|returned|been)\b|\bnobody called\b|\b(?:view|list|lists?) of (?:everything|all|the ones|those|what|who|open|my|instalments|treatments|invoices|late|overdue|referrals|members|items|loans|customers)\b|\bopen (?:defects|issues|problems|points|tasks|ones|orders|invoices|requests|action points)\b|\bstill (?:have to|owes?|out|open|outstanding|need)\b|\bthis (?:week|month)\b|\b(?:in the |within the |the )?next (?:\w+ )?(?:\w+ )?(?:days|weeks|month|week)\b|\bcoming week\b|\bout today\b|\bnow (?:is )?outside\b|\bis outside\b|\bbirthday (?:is )?(?:in )?(?:this|today|next)\b|\bwaiting list of\b|\bneed(?:s)? (?:checking|inspection|service|maintenance)\b|\bshow (?:me )?(?:only|what|wats|the ones|open|all open|those)\b|\brunning out\b|\bto reorder\b|\bfree \w+ on one list\b|\bshouts when\b|\bexpired ones\b|\bappear on a list\b|\bon (?:one|another) list\b|\brests to\b|\bweaning due\b/,
  ],
  [
    "special-list",
    /\b(?:show|list|see) (?:me )?(?:all|everything|those|the ones|what)\b.*\b(?:that|which|who|over time|late|open)\b|\bin the (?:last|past|next)\b|\bof the (?:last|past|next) (?:\w+ )?(?:hours|days|weeks|months)\b|\bmust be show(?:n|ed)\b|\bwithout \w+ (?:since|for)\b/,
  ],
  [
    "count",
    /\b(?:used|booked|sold|borrowed|visited|ordered) (?:the )?(?:most|least)\b|\b(?:most|least) (?:used|booked|sold|borrowed|visited|ordered)\b/,
  ],
  [
    "count",
    /\bhow many \w+ (?:for|of each|of every|tomorrow|today|tonight)\b|\bhead count\b|\bnumber of (?:\w+ ){1,2}(?:a|an|each|every) (?:day|week|month|year)\b|\b(?:visits|members|guests|cases|participants|visitors|accidents|calls|bookings) (?:by|in each) \w+$|\bmost often\b|\bthe amount of people\b|\bnumber booked\b/,
  ],
  [
    "total",
    /\b(?:turnover|revenue|takings|income|profit) of the \w+\b|\b(?:hours|minutes|days|money|km) (?:\w+ ){0,2}(?:per|for each|of each) (?!hour|day|week|month)\w+/,
  ],
  [
    "total",
    /\bwhat (?:\w+ ){1,3}owes?\b|\bwho (?:has to pay|pays) (?:whom|what|how much)\b|\boutstanding (?:by|per|for|in total)\b|\bwhat's outstanding\b|\bbalance of (?:each|every|all)\b|\braised so far\b|\b(?:weight|value|cost|amount) of all\b|\bwhat the \w+ costs? us\b|\bsums? of what\b/,
  ],
  [
    "total",
    /\b(?:hours|litres?|kilos?|tons|tonnes|hectares|km|money|salt|fuel|sales|points) (?:we |they |\w+ed )?(?:\w+ ){0,2}(?:each|every|per|by|a|for each|for every) (?!hour|night|unit|word|day\b|piece|kg|km|litre|week\b|month\b|year\b|pack|hectare|ha\b|100|employee per)\w+|\b(?:whole|total) amount (?:per|by)\b|\badd them\b|\b\w+ (?:driven|used|worked|sold|spent), by\b|\bwhat did (?:each|every)\b|\bversus last\b|\bmoney we have left\b|\bso far this (?:year|month|season)\b|\bweight of (?:a|the) whole\b|\bhow (?:many litres|much waste) we\b/,
  ],
  [
    "special-list",
    /\b(?:on|in) (?:one|a single) (?:page|screen|view|list)\b|\b(?:see|show|need|want|know|everything|what|which|who)\b.*\b(?:today|tomorrow|tonight|weekend)\b/,
  ],
  [
    "special-list",
    /^(?:\w+ ){0,4}which (?:\w+ ){1,2}(?:nobody|is|are|has|have|was|were)\b.*\b(?:now|broken|empty|gone|back|missing|out)\b|\bwhich (?:\w+ ){1,2}nobody\b|\bwho (?:still|comes|is coming|must|didn't|did not|hasn't|never|owes (?:what|whom))\b/,
  ],
  [
    "special-list",
    /\bnot (?:[\w-]+ ){1,3}(?:for|since|after) (?:\w+ )?(?:days?|weeks?|months?|years?|\d+|spring|summer|autumn|winter)\b|\bstill (?:in|at|with|to|has to|waiting|empty|missing)\b|\bran out\b|\b(?:below|under) (?:the |its )?min\w*|\bwhat (?:needs to|has to|must|rests|remains|was not|wasn't|isn't)\b|\ball (?:\w+ ){1,2}without\b/,
  ],
  [
    "special-list",
    /^(?:the |all )?(?:open|free|empty|overdue|late|missing|unpaid|broken|lost) \w+s(?: list)?$|^who has what$|\b(?:who|which|what)\b.*\b(?:is|are|was|were) (?:over|under|above|below)\b|\bwhich\b.*\b(?:has|have|needs?) to be\b|\blacks?\b|\bnobody (?:has|took|wants)\b/,
  ],
  [
    "special-list",
    /\bwhose (?:\w+ ){1,3}(?:is|are|was|has|have) (?:over|out|past|due|missing|up|expired|ended|less)\b|\bwith no (?:\w+ ){1,2}(?:for|since|in)\b|\b(?:longer|older|more) than (?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty) (?:hours?|days?|weeks?|months?|years?)\b|\b(?:what|which|who)\b.*\bright now\b|\b(?:stands?|stays?|lies?) (?:empty|idle|unused)\b|\bbehind with\b|\bin arrears\b|\b(?:is|are|was|were|been) not \w+ (?:this|today|yesterday|since)\b/,
  ],
  [
    "special-list",
    /\b(?:that|which|what|\w+s) (?:nobody|no one) (?:has )?(?:plays|uses|used|cleans|cleaned|touched|visits|visited|took|taken|watered|checked|typed|answered|fetched|claimed|borrowed|read)\b|\bgaps in the\b|\btoday's gaps\b|\bexpected (?:on \w+|today|tomorrow|this week)\b|\b\w+s of (?:this|the coming|the) (?:week|month|day|night)$|\bwhat needs \w+ing\b|\bgo(?:es)? out (?:today|tomorrow)\b|\bon that day\b|\b(?:ending|expiring|due) within\b|\bwhom do (?:i|we)\b|\bwithout a valid\b|\bto buy again\b|\bthat are being \w+\b|\bthe ones nobody\b|\bwhich \w+ are where\b/,
  ],
  [
    "detail-children",
    /\bwhen (?:i|we|you) (?:open|click)\b|\bwith all (?:its|their|his|her)\b|\bhistory of (?:each|every|a|the) \w+|\bsee (?:all )?(?:the )?\w+ of (?:a|each|every|one) \w+|\b(?:'s|its|their|each \w+'s) page\b|\bfor each \w+ i want to see\b|\bunder each\b.*\bsee\b|\bpage (?:of|for) (?:a|each|every)\b|\bclick on a\b|\bsee (?:all )?(?:its|their) \w+ (?:on|when|under)\b/,
  ],
  ["detail-children", /\bopen (?:a|an|the) \w+ (?:and|to) see\b|\bon (?:each|every) \w+ (?:i|we) (?:want|need|see)\b/],
  [
    "detail-children",
    /\b(?:if|when) (?:i|we|you|one) (?:opens?|clicks?|press|taps?)\b|\bclicking (?:on )?(?:a|an|the)\b|\beverything about (?:one|a|each)\b|\bwhen i'm looking at\b/,
  ],
  [
    "public-form",
    new RegExp(
      `\\b(?:public|open) (?:\\w+ )?(?:form|application|link|booking)\\b|\\b${ANYONE}\\b[^.;]{0,40}\\b(?:can|could|should|may|to|able)\\b[^.;]{0,25}\\b${FILL}\\b(?!.*\\bonly\\b)|\\b(?:through|by|via|with|get) (?:a|the) link\\b|\\bfill(?:s)? (?:in|out) (?:a|the) (?:public )?(?:form|application)\\b|\\bwithout (?:an account|logging in|login|log in|a login)\\b[^.;]*\\b${FILL}|\\bfill in a form on our website\\b|\\bhave people report\\b|\\blet (?:\\w+ ){1,2}(?:book|apply|register|sign up|submit|report)\\b`,
    ),
  ],
  [
    "public-form",
    /\b(?:sign|register|book|report|type|enter|fill|apply|order|inscribe|enrol)\w*\b[^.;]{0,20}\b(?:themselves|online|on the internet|by internet|from home)\b|\b(?:themselves|online|on the internet|by internet)\b[^.;]{0,20}\b(?:sign|register|book|report|apply|enrol)\w*\b|\b(?:anyone|everyone|people|others|visitors) (?:can )?ask for\b/,
  ],
  ["public-form", /\b(?:website|web|online) form\b|\bpeople put themselves\b|\bput their name down\b/],
  [
    "public-form",
    /\bpage where (?:\w+ )?\w+s? (?:can )?(?:tell|report|write|enter|sign|announce|send|ask|apply)\b|\b(?:need|needs|have|has|create|make)(?: an?)? accounts?\b(?<=\b(?:not|n't|never|without|nobody)\b.*)|\bno (?:registration|account|sign-?up)\b|\b(?:applications?|requests?|registrations?|reports?|they) (?:come|arrive|are sent) (?:in )?(?:from|through|via|by) (?:our |the |a )?(?:website|site|web|page|form|link)\b/,
  ],
  [
    "public-page",
    /\b(?:without (?:a |an )?(?:account|login|log in|password|logging in))\b|\b(?:should|be|is) public\b|\bpublic(?:ly)? (?:page|visible|list|table|website)\b|\bon (?:our|the) (?:website|homepage)\b/,
  ],
  ["public-page", /\b(?:everyone|anyone|anybody) in the world\b|\blink (?:that )?(?:i|we) can share\b|\bon our homepage\b/],
  [
    "public-page",
    /\bon (?:a|the|one) (?:big |large )?(?:screen|tv|monitor)\b|\bwithout signing in\b|\breadable (?:for|by) (?:all|the|every\w*|any\w*)\b|\b(?:customers?|guests?|clients?|visitors?|people|patients?|anyone|anybody) (?:\w+ )?(?:of (?:\w+ ){1,3})?(?:can |may |should )?look(?:s)? (?:it )?(?:up|at)\b/,
  ],
  [
    "own-rows",
    /\b(?:only|just)\b[^.;]{0,25}\b(?:their|thier|his|her|its|our|my) own\b|\b(?:their|his|her) own (?:\w+ )?only\b|\bresults? of their own\b|\bof their own\b/,
  ],
  [
    "own-rows",
    /\b(?:sees?|edits?|reads?|changes?)\b (?:\w+ )?(?:only|just) (?:his|her|their|what they|what he)\b|\b(?:sees?|edits?|reads?|changes?) (?:his|her|their|its) \w+ only\b|\b(?:must|should|can) (?:only )?see (?:their|his|her)\b/,
  ],
  ["own-rows", /\bof (?:their|his|her) (?:own )?\w+ only\b/],
  [
    "own-rows",
    /\b(?:each other|one another)'s\b|\bnothing but (?:themselves|himself|herself|their|his|her)\b|\bwhat the others? (?:wrote|said|entered|gave|paid)\b|\b(?:sees?|gets? at|works? with|finds?|reads?) (?:only |just )?(?:his|her|their|its) own\b|\b(?:only|just) (?:themselves|himself|herself)\b|\bjust see what they\b|\bsee other \w+s\b|\blook into each other\b|\btheir own (?:data|entries|rows)\b|\blogs in (?:he |she |they |and )(?:sees?|gets?)\b/,
  ],
  [
    "role-rule",
    /\bonly \w+(?: \w+)? (?:sees?|edits?|reads?|changes?|deletes?|approves?|enters?)\b|\bvisible (?:only )?(?:to|for)\b|\bshould(?:n't| not) (?:be able to )?(?:see|edit|change|delete|read)\b|\bbut not (?:edit|delete|change|see|read)\b|\bcan (?:see|read|view) (?:everything|all)\b|\bnobody else\b|\bno one (?:else )?(?:may|can|should)\b|\bfor (?:managers?|admins?) only\b|\bjust for (?:managers?|admins?|the)\b|\bonly visible\b|\b(?:admins?|managers?|staff|teachers?|editors?) can (?:edit|delete|change|add)\b|\bonly (?:the |our |my |an? )?(?:\w+ )?(?:and (?:\w+ )?\w+ )?(?:can|may|should|could|must|able|are allowed|is allowed|people may)\b|\bonly(?: the)? (?:admins?|managers?|boss|leads?|teachers?|trained|staff|office|hr|me|i)\b|\b(?:may|can|must|should|could) (?:only|not|never|change nothing)\b|\b(?:cannot|can't|mustn't|may not) (?:be )?(?:delete|change|edit|see|read)\w*|\bnobody (?:\w+ ){0,5}(?:may|can|should)\b|\bnobody but\b|\bnothing may be deleted\b|\bread[- ]only\b|\bpermissions?\b|\bchange nothing\b|\bexcept (?:us|hr|managers?|in|the|admins?)\b|\bhidden from\b|\bfinance pays\b|\bmay look at\b|\bonly be able to\b|\bnot see\b|\bonley \w+ .*\bcan\b|\bchief decides\b/,
  ],
  [
    "role-rule",
    /\b(?:\w+ )only$(?<=\bfor (?:the )?\w+ only)|\bonly (?:read|look)\b|\b(?:look|read|see) but (?:not|can't)\b|\b(?:managers?|admins?|bosses|boss|office|teachers?|leaders?) sees? (?:everything|all)\b|\bjust (?:\w+ ){1,5}can\b|\b(?:is|are|stays?|kept) (?:private|secret|confidential)\b|\bnot every(?:one|body)\b|\b(?:have|has) access\b/,
  ],
  [
    "role-rule",
    /\b(?:no one|nobody) (?:sees?|reads?|edits?|changes?)\b|\b(?:members|staff|office|admins?|managers?) only\b|\b(?:edits?|writes?|changes?|enters?)(?:,| and| but|;) (?:the )?\w+ (?:only )?(?:reads?|looks?|sees?)\b/,
  ],
  [
    "role-rule",
    /\bthe others (?:may |can )?(?:only |just )?(?:look|read|see)\b|\bnothing (?:can|may|must) be (?:altered|changed|deleted|removed)\b|\bnone of (?:\w+ )*\w+'s? business\b|\bonce (?:\w+ ){0,3}(?:closed|locked|signed|final|approved)\b|\b(?:never|nor) (?:remove|delete|change|alter|edit)s?\b|\bit takes an? \w+ to\b|\b(?:he|she|they|i) alone\b|\bdon't touch\b|\bhidden for\b|\bnot get to see\b|\bnobody else does\b|\b(?:is|are) (?:a )?secret\b|\bonly the (?:two|three) of us\b|\bno one (?:outside|but)\b|\bsees? nothing\b|\b(?:just|only) reads?\b|\bfull rights\b|\bread(?:-only)? access\b|\ba view without\b|\bup to the \w+$|\bis mine$|\b(?:that's|is|are) for (?:the )?(?:members|office|management|managers|admins|staff)\b|\bkept from\b|\bit's frozen\b|\blocked for\b|\bmustn't open\b|\b(?:employees|staff|drivers|others|pupils|workers|volunteers) can't\b|\bcan do everything\b|\bthe one who (?:deletes|edits|changes)\b|\bpeople .* none$|\bcorrects?,/,
  ],
  [
    "role-rule",
    /\bonly (?:the |our |my |an? )?(?:[\w'-]+ ){2,4}(?:(?:can|may|should|could|must|(?:are|is) allowed to) )?(?:see|read|view|open|add|create|enter|book|change|edit|update|delete|remove|approve)s?\b/,
  ],
  [
    "role-rule",
    new RegExp(
      `^(?:and |but )?(?:the |our )?(?:[\\w-]+ )?${ROLE} (?:can |may )?(?:sees?|reads?|views?) (?:the|all)(?: the)? \\w+(?: \\w+)?\\W*$`,
    ),
  ],
  [
    "role-rule",
    new RegExp(
      `^(?:please )?(?:let|allow|permit) (?:the |our )?(?:[\\w-]+ )?${ROLE} (?:to )?(?:see|read|view|add|create|enter|change|edit|update|set|delete|remove)\\b`,
    ),
  ],
  [
    "approval",
    new RegExp(
      `^(?:and |but |then )?(?:the |our |my |an? )?(?:[\\w-]+ )?${LEADER}(?:,? (?:and|or) (?:the |our )?(?:[\\w-]+ )?${LEADER}){0,2} (?:(?:can|may|must|has to|have to) )?(?:decides?|approves?|confirms?|accepts?|signs? off)(?: (?:about|on|whether|if|it|them|each|this)\\b.*)?\\W*$`,
    ),
  ],
  [
    "reminder",
    /\bremind\w*|\bwarn(?:s|ing)?\b[^.;]{0,30}\b(?:before|days|weeks|fortnight|when|if)\b|\b(?:days?|week|weeks|month|fortnight) before\b|\bnag\b/,
  ],
  ["reminder", /\btells? (?:me|us)\b.*\bbefore\b|\bdon'?t let (?:me|us) forget\b|\bnudge\b|\bwarning\b.*\bbefore\b/],
  [
    "reminder",
    /\bpoke\b|\bheads?-up\b|\bso (?:that )?(?:we|i|nobody|no one|they) (?:don't |doesn't |never |won't )?forgets?\b|\b(?:days?|weeks?|months?|fortnight) (?:ahead|in advance)\b/,
  ],
  [
    "notify",
    /\b(?:is|are|be|gets?) (?:informed|told|notified|e-?mailed|mailed|pinged)\b|\binform (?:the|me|us|them)\b|\blet (?:me|us|them|him|her) know\b|\bping\b|\bnotif\w+|\balerts?\b|\b(?:send|sends|get|gets|receive|receives|want) (?:\w+ ){0,4}(?:an? )?(?:e-?mail|message|text|sms)\b|\be-?mail (?:the|me|us|them|him|her|everyone|people)\b|\btext (?:the|me|them|him|her)\b|\bwarn (?:us|me)\b|\btell (?:us|me) by\b|\bshouts\b|\bnag\b/,
  ],
  [
    "notify",
    /\btell (?:the|everyone|everybody|people|them|him|her) (?!how|what|which|who|apart)|\btell the \w+$|\balerted\b|\bhears? about it\b|\bdrop (?:\w+ ){1,2}a line\b|\blet (?:the )?\w+ know\b/,
  ],
  ["notify", /\btells? (?:me|us) (?:when|if|as soon as)\b|\b(?:confirmation|thank[- ]you) (?:e-?)?mail\b/],
  [
    "notify",
    /\b(?:gets?|receives?|wants?) (?:an? )?(?:\w+ )?(?:e-?)?mails?\b(?! address)|\b(?:e-?)?mailed (?:to|at|every|in|when)\b|^alarm\b|\balarm (?:if|when|over|under|below|above)\b|\b(?:know|knows|told|tell (?:\w+ ){1,4}|hears?) (?:of it |about it )?(?:at once|immediately|straight away|right away)\b|\bring me (?:when|if|as soon)\b|\bbeeps? (?:when|if)\b|\ba sign when\b|\ba mail goes\b|\bhears of it\b|\bpush (?:message|notification)s?\b/,
  ],
  [
    "approval",
    /\bapprov(?:e|es|al|ed by)\b|\bsigns? off\b|\bsays yes or no\b|\bi confirm\b|\bok(?:s|ay)? (?:it|them|by)\b|\bafter approval\b|\bmanager (?:decides|approves|confirms)\b|\bmust (?:approve|confirm|agree)\b/,
  ],
  [
    "approval",
    /\baccepts? or (?:refuses?|rejects?|declines?)\b|\b(?:has|have) to (?:accept|confirm|agree)\b|\bmust be (?:confirmed|accepted) by\b/,
  ],
  [
    "approval",
    /\b(?:has|have) to (?:nod|say yes)\b|\bmust say yes\b|\b(?:until|unless|before) (?:an? |the |we |i )?(?:\w+ )?(?:has |have )?(?:released|approved|confirmed|agreed|said yes)\b|\bsigns? (?:it|them|this|each(?: one)?|every \w+) off\b|\baccepts? or (?:turns? down|declines?)\b|\bfor a yes\b/,
  ],
  [
    "history",
    /\bhistor(?:y|ies) of (?:changes|each|every|the)\b|\bwho changed\b|\baudit (?:log|trail)\b|\bchange log\b|\bsee (?:all )?changes\b|\bdecision is logged\b|\btrace\b/,
  ],
  ["history", /\b(?:old|earlier|previous) (?:versions?|values?)\b|\bnothing (?:should|may|must) (?:get |be )?lost\b/],
  ["history", /\bhad (?:it|them) before\b/],
  [
    "history",
    /\bwhich values?\b.*\bbefore\b|\bkeep what\b.*\b(?:earlier|before)\b|\bwho (?:touched|edited|altered)\b|\bwithout a trace\b|\bchanged? (?:it |them )?(?:later|afterwards)\b/,
  ],
  [
    "computed",
    /\b\w+ (?:x|×|\*) \w+\b|\bpercent(?:age)? of\b|\b(?:remaining|left over)\b|\badd(?:s|ed)? automatic\w*|\bcomes? out by\b|\bhow long\b.*\b(?:since|until|took|was|open)\b|\bbalance\b(?=.*\b(?:show|see|per|each)\b)|\bcalculat\w+|\bcomput(?:e|ed|es)\b|\bwork(?:s|ed)? (?:it |itself |them )?out\b|\bautomatic(?:ally|al)?\b|\bby (?:itself|themselves|itself)\b|\b\w+ (?:times|minus|plus|multiplied by) \w+|\bhow (?:much|many) (?:\w+ ){0,3}(?:is |are )?left\b|\bdifference\b(?=.*\bbetween\b)|\bpersonal best\b|\bmargin\b|\bsee the profit\b|\bdays in\b|\bhow far along\b|\bpercent\b.*\bdone\b|\bleft on\b|\bconsumption since\b|\blast day\b|\bfirst seen\b|\b=\s*\w+|\bwe keep \d+|\bpoints per\b|\bgoes to superseded\b|\bused per\b|\b-> price\b|\brate every\b|\bhow much rest\b|\bdepreciat\w+ \w+ and current\b|\bcurrent value\b/,
  ],
  [
    "computed",
    /(?:^|\s)=\s*\w|\d+ ?(?:%|percent) (?:vat|tax|discount)\b|\bage from\b|\bhow old (?:each|every|he|she|it|they|a|the)\b|\b(?:price|total|amount|cost) (?:comes|results) from\b|\bdays (?:left|until)\b|\b(?:stock|quantity|balance|level)\b.*\bgo(?:es)? (?:down|up)\b|\bis (?:\w+ )?(?:days|weeks|months|years) after\b/,
  ],
  ["computed", /\b(?:seats|places|spots|rooms?|budget|hours|money|days|stock|amount) (?:taken|left|remaining)\b/],
  [
    "computed",
    /\bthe share of\b|\bin percent (?:(?:per|by) \w+|(?:for|of) (?:each|every))\b|\bloss of \w+ in percent\b|\bis \w+ by (?:the )?\w+$|\bcomes out of (?:the )?\w+ and \w+|\bhalf of (?:that|it)\b|\bmultipl(?:y|ies)\b|\bhow late it\b|\bis added on top\b|\bdeduct\b|\bwhat remains in\b|\bscore out of \w+ and\b|\bconsumption per\b|\bfollows? from\b|\bdays overdue\b|\bafter the last\b/,
  ],
  [
    "unique",
    /\bunique\b|\bmust never repeat\b|\bno duplicates?\b|\bonly once\b|\bsame \w+ twice\b|\bonly one \w+ per\b|\bone \w+ per day\b/,
  ],
  ["unique", /\bsame \w+ (?:may|can|must)(?:n't| ?not)\b|\bexists? only (?:once|one)\b|\bno two \w+ (?:may|can|have)\b/],
  ["unique", /\ba second time\b|\bno duplicate\b|\bexist only once\b/],
  ["required", /\b(?:required|mandatory|compulsory|must be filled|can't be empty|must not be empty)\b/],
  [
    "required",
    /\b(?:must ?n[o']t|cannot|can't|may not) be (?:left )?(?:blank|empty)\b|\b(?:cannot|can't) save without\b|\bhas to be filled\b/,
  ],
  [
    "required",
    /\bwithout (?:a|an|the) (?:\w+ ){1,2}(?:it |nobody |no one )(?:can't|cannot|can|may)\b|\b(?:nobody|no one|can't|cannot)\b[^.;]*\b(?:save|send|submit)\b[^.;]*\bwithout\b/,
  ],
  ["import", /\bimport(?:ed|s|ing)?\b|\bupload (?:our|the|my) (?:excel|csv|sheet|list)\b/],
  [
    "import",
    /\b(?:take over|bring in|load|read in) (?:our|the|my)\b.*\b(?:excel|csv|list|file|spreadsheet)\b|\b(?:csv|excel|spreadsheet)\b.*\b(?:go|be|get) in\b/,
  ],
  ["import", /\bcome along\b|\bpaste the rows\b/],
  ["export", /\bexport\w*|\bdownload\w*|\bas (?:csv|excel)\b|(?<!\bback )\bto (?:csv|excel)\b/],
  [
    "export",
    /\bgive (?:me|us) (?:an? |the )?(?:excel|csv|spreadsheet)\b|\bget (?:it|them|this|everything|all) (?:out )?(?:as|in|to|into) (?:an? )?(?:excel|csv|spreadsheet)\b/,
  ],
  ["export", /\baccountant (?:wants|needs|gets)\b|\bas a file\b|\bin excel form(?:at)?\b|\bcsv (?:for|at)\b/],
  ["print", /\bprint(?:ed|able|s|out)?\b/],
  ["print", /\blabels? for each\b|\bon paper for\b|\b(?:a|as|to) pdf\b/],
  ["print", /\bpage per \w+ (?:on paper|to print)\b|\bto hang up\b|\bcertificates? to\b/],
  ["barcode", /\bscan(?:ned|ning)? (?:\w+ ){0,2}(?:ids?|codes?|with)\b|\bbarcode scan|\bqr\b|\bscanner\b/],
  ["barcode", /\bread\b.*\bcamera\b|\bcamera\b.*\bread\b/],
  ["barcode", /\breads? the code\b|\bscans? (?:each|every|a|the|it|them|in)\b|\bfrom a (?:qr )?code\b/],
  [
    "multi-language",
    /\b(?:in|both) (?:english|german|french|spanish|two languages|several languages)\b|\bmulti-?lingual\b|\btranslated\b|\bbilingual\b/,
  ],
  [
    "multi-language",
    /\bin (?:polish|turkish|italian|arabic|dutch|portuguese|ukrainian|russian|english|german|french|spanish) (?:too|also|as well)\b|\balso in (?:polish|turkish|italian|arabic|dutch|portuguese|ukrainian|russian)\b/,
  ],
  [
    "integration",
    /\bintegrat\w+|\bsync\w*\b|\bconnect(?:ed|s)? (?:to|with) \w+|\b(?:slack|outlook|google calendar|stripe|quickbooks|sap|datev|jira|salesforce|zapier|mailchimp|whatsapp)\b/,
  ],
  ["integration", /\b(?:meter|sensor|logger|scale|machine|device)s? (?:sends?|delivers?|writes?)\b/],
];
