/** Whether a phrase names something that a table could hold: a thing, a person, an event or a document. */
import { COMMON_WORDS } from "../knowledge/common-words.ts";
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";

const set = (text: string) => new Set(text.split(/\s+/));

/** What holds records rather than being one: "visitor log", "accident book". */
export const CONTAINER =
  /^(?:list|lists|register|registry|log|logs|logbook|book|database|db|tracker|table|overview|catalogue|catalog|directory|collection|inventory|record|records|app|application|tool|system|program|programme|software|platform|planner|planning|manager|management|organizer|organiser|portal|dashboard|board|sheet|spreadsheet|file|files|diary|journal|calendar|schedule|scheduler|rota|roster|archive|library|database|tracking|tracker|control|administration|admin|desk|base|page|website|form|forms|box|lists|counter|monitor|solution|registration|app:|checklist|cellar|pantry|wardrobe|freezer|tracking:)$/i;

const NEVER = set(
  `app tool system program software platform solution place way thing things stuff something somewhere anything everything nothing someone anyone everyone anybody everybody nobody people person who what when where which how why
   i we you they he she it me us them this that these those there here today tomorrow yesterday now morning evening day week month year time times moment link row rows column columns field fields sheet excel spreadsheet csv
   lot lots kind kinds type types sort way number numbers name names date dates status total totals sum sums count list lists view views screen page pages phone paper idea help question problem issue one ones two three others other first second third last next
   hi hello hey thanks thank please morning afternoon ok okay well right so but and or the a an if then because since until while for with from to in on at by of as not no yes only also just very really all each every any some many few more most much
   is are was were be been has have had do does did can could should would will must may might need needs want wants like likes get gets make makes made let lets show shows see sees know knows put puts keep keeps note notes record records write writes
   red green blue yellow orange colour color percent money hour hours minute minutes info information data detail details email mail mails text message messages excel access login password account form forms board calendar chart graph map notification notifications reminder reminders
   end start beginning top bottom front back side part parts rest left side step half history background overview summary homepage website site store shop office company business team clinic school factory lab club charity museum theatre farm shelter association cooperative workshop bakery firm bit job max min minimum maximum amount price cost value quantity description title address size color weight state place location level stage category priority type reason comment note remarks remark notes`,
);

/** Some of these are good names where they are defined by fields of their own. */
const DEFINED = set(
  "issue problem question idea value person note message job shop company team clinic school club part step store office site account form record place location level category type lab board hour mail email farm shelter tool phone finding text people firm workshop reminder notification",
);

const common = new Set(COMMON_WORDS.split(" ").slice(0, 2500));
const DOING = set(
  "down up out in on it them kept keeps remember track log manage keep record store list enter plan organise organize see show note write need want get give make build create use do sell run have know put save sort tell ask help let allow control follow monitor collect handle maintain register find look is are be am can should every each my our me about all rate mark set send bring take add only now once please still who what which whose i'd sorted assign",
);
const VERBISH = /(?:ing|ed|ly)$/;

export const thingOf = (phrase: string): string =>
  singular(
    phrase
      .toLowerCase()
      .replace(/⟦\d+⟧/g, " ")
      .replace(/["*_.,:;!?()]/g, " ")
      .replace(/^(?:my |our )?(?:grandmother|grandfather|mother|father|boss|wife|husband|brother|sister|friend)'s /, "")
      .replace(/\b(\w+)'s\b/g, "$1")
      .replace(/\b(\w+)s'(?=\s)/g, "$1")
      .replace(
        /^(?:\s*(?:a|an|the|our|my|their|its|his|her|your|each|every|all|any|some|one|these|those|this|that|of|for|about|around|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|many|several|multiple|various|different|new|other|own|whole|few|small|big|simple|little|basic|proper|internal|online|digital|general|actual|second hand|2nd hand|single|up to|a lot|lots|per|only|both|same|following|yearly|weekly|monthly|daily|great|nice|lightweight|quick|easy|decent|good|better|certain|particular|regular|current|also|then|plus|and|with|here|are|is|(?:pieces?|items?|pairs?|sets?|list|types?|kinds?) of|log of|register of|database of|record of|records of|types? of)(?=\s))+/g,
        " ",
      )
      .replace(/\s+/g, " ")
      .trim(),
  )
    .replace(/^(?:.* )?(stock)$/, "$1 item")
    .replace(/\bmembership$/, "member")
    .replace(/^(?:.* )?to-?\s?do$/, "task");

/** `defined`: it stands where fields of its own follow. */
export function isThing(phrase: string, defined = false): boolean {
  const one = thingOf(phrase);
  const words = one.split(" ");
  const head = words.at(-1)!;
  if (
    one === "" ||
    /\b(?:i|we|you|they|he|she|it|that|who|there)'|'(?:d|ll|ve|re|m)\b/.test(one) ||
    words.length > 3 ||
    one.length > 40 ||
    /\d|[^\p{L}\s'-]/u.test(one)
  )
    return false;
  if (
    words.some(
      (word, index) =>
        index < words.length - 1 &&
        /^(?:the|a|an|of|to|for|in|on|at|by|with|and|or|is|are|was|we|i|they|you|he|she|it|who|which|that|this|not|if|when|has|have|can|should|must|will|be|my|our|your|their|from|per|please|want|need|every|each)$/.test(
          word,
        ),
    )
  )
    return false;
  if (words.length === 1 && DOING.has(one) && !isKindName(one)) return false;
  if (
    words.length > 1 &&
    words.slice(1).some((word) => /^(?:register|come|bring|get|enter|send|go|want|need|have|has|should|online|say|tell|pay)s?$/.test(word))
  )
    return false;
  if (words.length > 1 && (DOING.has(words[0]!) || !/[a-z]/.test(words[0]!))) return false;
  if (isKindName(one) && (!NEVER.has(one) || (defined && DEFINED.has(one)))) return true;
  if (NEVER.has(head) && !(defined && DEFINED.has(head)) && !(words.length > 1 && kindOf(one) && isKindName(one))) return false;
  if (kindOf(one)) return true;
  if (!defined) return false;
  if (/ings\W*$/i.test(phrase)) return true;
  return (
    !(
      VERBISH.test(head) &&
      !/(?:meeting|training|booking|building|rating|reading|sighting|calving|painting|drawing|listing|viewing|fitting|recording|hearing|finding|feed|seed|shed|bed|family|supply|reply|ending|pairing|casting|outing|wedding|mooring|holding|dressing|offering|posting|filing)$/.test(
        head,
      )
    ) && !(common.has(head) && common.has(words[0]!) && COMMON_VERBS.has(head))
  );
}

const COMMON_VERBS = set(
  "go come take give say tell ask think know find look use work call try feel leave put mean keep begin help talk turn start show hear play run move live believe hold bring happen write provide sit stand lose pay meet include continue set learn change lead understand watch follow stop create speak read allow add spend grow open walk win offer remember love consider appear buy wait serve die send expect build stay fall cut reach kill remain suggest raise pass sell require report decide pull",
);

/** Who does things, and where: seldom what is kept. */
export const PERSON_OR_PLACE =
  /\b(person|people|staff|employee|manager|receptionist|customer|client|guest|visitor|user|member|parent|driver|teacher|trainer|coach|volunteer|student|pupil|doctor|nurse|singer|resident|tenant|owner|room|hall|desk|pitch|boat|court|shop|store|club|school|clinic|office|farm|garden|gym|church|parish|greenhouse|lab|zone|council|agency|practice|studio|charity|bakery|workshop|museum|theatre|company|firm|team|department|spot|building|house|site|factory|restaurant|supplier|haulier|applicant|family|colleague|worker|caretaker|author|speaker|captain|player|partner|friend|venue|warehouse|location|area|hotel|church|court|stand|apartment|flat|seat|phone|excel|computer|program|application|time|book|record|note|form|mail|call|email|page|stop|unit|version|piece|good|group|field|title|change|plan|case|report|run|use|part|play|place)$/;
