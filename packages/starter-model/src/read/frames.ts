/** The forms in which people say what there is: "each animal has …", "for a flight I note …", "players belong to a club". */
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import type { Context } from "./context.ts";
import { optionsOf, readField } from "./field.ts";
import { isWish } from "./needs.ts";
import { itemsOf } from "./text.ts";
import { isThing, thingOf } from "./thing.ts";

type Frame = (reader: Context, clause: string) => boolean;

const NP = "((?:[\\w'/-]+\\s+){0,4}?[\\w'-]+)";
const PERSON = "(?:we|i|they|people|he|she|you|staff|everybody|everyone|someone|somebody|it|the \\w+|drivers|captains|employees)";
const NOTE =
  "(?:note|notes|record|records|write(?:s)?(?: down)?|log|logs|keep|keeps|enter|enters|store|stores|put(?:s)?(?: down)?|track|tracks|capture|list|collect|need|needs|want|save|remember|register|document|type in|fill in|see|know|have|describe|leave|mention|give|say|says|tell|type|types|checks?|measures?|fills? in)";
const HAVE =
  "(?:has|have|had|hav|(?:registers?|sign up|apply|come)(?: online| here)? with|comes? in with|arrives? with|gets?|needs?|contains?|includes?|consists? of|comes? with|carr(?:y|ies)|stores?|is made of|r|are|should have|must have|should store|will have|can have|with|goes through|has got|have got|(?:(?:should|must|has to|have to|can|will|to|is|are|gets?)\\s+(?:be\\s+)?)+(?:written down|recorded|noted|logged|entered|registered|stored|kept|listed)(?:\\s+with)?)";

/** "mark it as reported, scheduled or repaired"; "category is one of adult, junior"; "each alteration can be taken in, in work or finished" */
const options: Frame = (reader, asked) => {
  const clause = asked.replace(/[?]+$/, "");
  const marked =
    /\b(?:marks?|marked|set|change|move|tag|tagged|label|sort(?:ed)?|classif\w+|flag)\s+(?:it|them|each|every|the \w+|student|these|those|\w+)?\s*(?:as|to|into|with)?\s+((?:either\s+)?(?!red\b)[\w' -]+(?:(?:,|\s+or|\/)\s*[\w' -]+)+)$/i.exec(
      clause,
    );
  const said =
    /^(?:and\s+)?(?:the\s+|its\s+|a\s+|their\s+)?([\w' -]{3,30}?)\s+(?:is|are|can be|being|should be|may be|must be)\s+(?:always\s+)?(?:either|one of|one from|any of)?\s*:?\s*([\w' -]+(?:,\s*(?:or\s+)?[\w'/ -]+)*,?\s+or\s+[\w'/ -]+|[\w' -]+(?:,\s*[\w' -]+){2,})$/i.exec(
      clause,
    );
  const outline = reader.outline;
  if (said) {
    const values = /\b(?:with|the|a|an|by|for)\b/i.test(said[2]!) ? null : optionsOf(said[2]!);
    const subject = said[1]!.replace(/^(?:each|every|all|the)\s+/i, "");
    const table =
      outline.find(subject) ??
      (isThing(subject, false) && /^(?:each|every|they|it)\b/i.test(said[1]!) ? outline.table(subject) : undefined) ??
      (/^(?:they|it|these)$/i.test(subject) ? outline.current : undefined);
    if (values && table) {
      outline.add(table, { label: "status", type: "select", options: values, said: true });
      return true;
    }
    const field =
      values &&
      outline.tables
        .flatMap((one) => one.fields.map((of) => ({ one, of })))
        .findLast(({ of }) => of.label.toLowerCase() === subject.toLowerCase() || of.name === subject.toLowerCase());
    if (values && field) {
      Object.assign(field.of, { type: "select", options: values });
      return true;
    }
  }
  if (marked && !/\b(?:red|bold|late)\b/i.test(marked[1]!)) {
    const values = optionsOf(marked[1]!.replace(/\s+(?:and|by|with|when|in)\s+.*$/i, ""));
    const table = values && (outline.current ?? outline.tables[0]);
    if (values && table && values.every((value) => value.split(" ").length <= 3)) {
      outline.add(table, {
        label: /\bsort|\btag|\bclassif/i.test(clause) ? "category" : "status",
        type: "select",
        options: values,
        said: true,
      });
      return true;
    }
  }
  return false;
};

/** "players belong to a club and have a name" */
const belonging: Frame = (reader, clause) => {
  const found = new RegExp(
    `^(?:(?:each|every|a|an|the|all)\\s+)?${NP}\\s+(?:belongs? to|is part of|is for|are for|is linked to|refers? to|is assigned to|are made for|is made for)\\s+(?:one |a |an |exactly one |the |each |some )?${NP}(?:\\s+and\\s+(?:one|a|an)\\s+${NP})?(?:(?:\\s*[,:]\\s*|\\s+and\\s+)(?:has|have|with)?\\s*(.+))?$`,
    "i",
  ).exec(clause);
  if (!found || !isThing(found[1]!, true) || !isThing(found[2]!, true)) return false;
  const child = reader.outline.table(found[1]!);
  for (const name of [found[2], found[3]]) if (name && isThing(name, true)) reader.link(child, reader.outline.table(name));
  reader.outline.current = child;
  if (found[4]) reader.fields(child, found[4].replace(/^(?:has|have|with)\s+/i, ""));
  return true;
};

/** "Appointments are made for a patient with a therapist in a room, with a start and end"; "a fixture is between a home club and an away club on a date" */
const taking: Frame = (reader, clause) => {
  const found = new RegExp(
    `^(?:(?:each|every|a|an|the)\\s+)?${NP}\\s+(?:(?:is|are)(?: \\w+ed| made| done| held| given| taken| run| carried out)?|happens?|takes? place|happen|take place|runs?|links?|connects?)\\s+(?:between|on|for|with|at|in|by|to|from|(?=an? ))\\s+(.+)$`,
    "i",
  ).exec(clause);
  if (!found || !isThing(found[1]!) || isWish(clause)) return false;
  const table = reader.outline.table(found[1]!);
  reader.fields(
    table,
    found[2]!.replace(/\s+(?:on|with|in|at|for|from|by|to) (?=(?:a|an|one|up|round|the)\b)/gi, ", ").replace(/\s+with (?=\w+,)/i, ", "),
  );
  return true;
};

/** "each animal has a name", "tools have a name, number and value" */
const having: Frame = (reader, clause) => {
  const found = new RegExp(
    `^(?:(?:which|who) (?:of )?(?=our|the))?(?:(?:here|so|that|where|for|to|in|then|usually|of course)\\s+)*(?:(?:each|every|all|any|the|a|an|our|one|most)\\s+)*(?:of them\\s+)?${NP}\\s+(?:(?:should|must|can|will|also|just|usually|always|only|in turn|then)\\s+)*${HAVE}\\s+(.+)$`,
    "i",
  ).exec(clause);
  if (!found) return false;
  const [, subject, list] = found;
  if (/^(?:we|i|you|they|people|who|which|that|it|there|everyone|nobody)$/i.test(subject!)) {
    if (/^it$/i.test(subject!) || /^they$/i.test(subject!))
      return giveTo(reader, reader.outline.current ? reader.outline.current.one : null, list!);
    return false;
  }
  if (/^(?:my|our)\s/i.test(clause) && PERSON_OR_PLACE.test(thingOf(subject!)) && !reader.outline.find(subject!)) {
    for (const item of itemsOf(list!))
      if (isThing(item.split(/ with | that | which /)[0]!) && kindOf(item)) reader.outline.table(item.split(/ with | that | which /)[0]!);
    return /\bwith\b/.test(list!) ? withFields(reader, list!) : true;
  }
  if (
    /\b(?:gets?|needs?|must get|receives?)\s*$/i.test(clause.slice(0, clause.length - list!.length)) &&
    PERSON_OR_PLACE.test(thingOf(subject!)) &&
    itemsOf(list!).length < 2
  )
    return false;
  if (!isThing(subject!, true) || isWish(clause.replace(list!, ""))) return false;
  const about = reader.subject(subject!, true) ?? subject!;
  if (/\bwith\s*$/i.test(clause.slice(0, clause.length - list!.length)) && reader.isFieldList(list!, 1)) {
    reader.fields(reader.outline.table(about), list!);
    return true;
  }
  return giveTo(reader, about, list!);
};

function giveTo(reader: Context, subject: string | null, list: string): boolean {
  if (subject === null) return false;
  const children =
    /^(?:several|many|multiple|some|a number of|various|its|a few|one or more|zero or more)\s+([\w -]+?)(?:\s*,?\s*(?:with|each with|which have|that have|having|:)\s+(?:a|an|the)?\s*(.+))?$/i.exec(
      list,
    );
  const several = /^(?:several|many|some|a few|multiple)\s*,\s*(?:each\s+)?(?:with\s+)?(.+)$/i.exec(list);
  if (several && reader.outline.current) {
    const made = reader.outline.current;
    const parent = reader.outline.table(subject);
    if (made !== parent) reader.link(made, parent);
    reader.fields(made, several[1]!);
    reader.outline.current = made;
    return true;
  }
  const logged =
    /^(?:a\s+|an\s+)?(?:log|list|history|record|series|number|set)\s+of\s+(?:its\s+|the\s+)?([\w' -]+?)(?:\s*,?\s*(?:with|:)\s+(.+))?$/i.exec(
      list,
    );
  const plain = /^([\w-]+(?: [\w-]+)?s)\s+(?:with|having)\s+(.+)$/i.exec(list);
  const lead = /^([\w-]+(?: [\w-]+)?s),\s*(.+)$/i.exec(list);
  const plural = /^(?:its\s+own\s+)?([\w-]+s)$/i.exec(list);
  const led =
    lead &&
    isThing(lead[1]!) &&
    kindOf(lead[1]!) &&
    !PERSON_OR_PLACE.test(thingOf(lead[1]!)) &&
    itemsOf(lead[2]!).length >= 2 &&
    reader.isFieldList(lead[2]!) &&
    isKindName(thingOf(lead[1]!))
      ? lead
      : null;
  const child = children ?? logged ?? plain ?? led ?? (plural && isThing(plural[1]!) && kindOf(plural[1]!) ? plural : null);
  if (child && isThing(child[1]!, true) && !readsAsValue(child[1]!)) {
    const parent = reader.outline.table(subject);
    const made = reader.outline.table(child[1]!);
    reader.link(made, parent);
    if (child[2]) reader.fields(made, child[2]);
    return true;
  }
  const names = itemsOf(list);
  const isPlural = (name: string) => /s$/.test(name) && isThing(name, true) && kindOf(name) !== undefined && !readsAsValue(name);
  const run = names.findIndex((name) => !isPlural(name.replace(/\s+with\s.*$/i, "")));
  const leading = names.slice(0, run < 0 ? names.length : run);
  if (leading.length >= 2 && leading.some((name) => / with /i.test(name)) && !reader.outline.find(subject)) {
    for (const name of leading) {
      const [, thing, fields] = /^(.*?)(?:\s+with\s+(.*))?$/i.exec(name)!;
      reader.outline.table(thing!);
      if (fields) reader.fields(reader.outline.current, fields);
    }
    if (run >= 0) reader.fields(reader.outline.current, names.slice(run).join(", "));
    return true;
  }
  if (
    names.length >= 2 &&
    names.every(
      (name) =>
        /s$/.test(name) &&
        isThing(name, true) &&
        kindOf(name) &&
        !readsAsValue(name) &&
        !/^(?:attendees|participants|ingredients|steps|members)$/i.test(name),
    )
  ) {
    const holder = reader.outline.find(subject);
    for (const name of names) {
      const made = reader.outline.table(name);
      if (holder) reader.link(made, holder);
    }
    return true;
  }
  const items = names;
  const fits = items.filter((item) => readField(item, reader.asides) !== null).length;
  if (fits === 0 || (items.length === 1 && !reader.outline.find(subject) && !reader.isFieldList(list, 1))) return false;
  reader.fields(reader.outline.table(subject), list);
  return true;
}

const readsAsValue = (phrase: string): boolean =>
  /^(?:languages|notes|comments|hours|points|tags|skills|copies|photos|pictures|dates|steps|details|things)$/i.test(
    thingOf(phrase) === phrase ? phrase : phrase.toLowerCase(),
  );

/** "for every truck we note the liters", "at a visit they record blood pressure", "per student I'd like the topic" */
const forEach: Frame = (reader, clause) => {
  const pair = /^(?:for|per)\s+(?:each|every)\s+([\w-]+)\s+and\s+(?:each\s+)?([\w-]+)\s*,?\s+(?:a|an|the|one)\s+(.+)$/i.exec(clause);
  if (pair && isThing(pair[1]!, true) && isThing(pair[2]!, true)) {
    const [first, second] = [reader.outline.table(pair[1]!), reader.outline.table(pair[2]!)];
    const made = reader.outline.table(`${first.one} ${second.one}`);
    for (const parent of [first, second]) reader.link(made, parent);
    reader.fields(made, pair[3]!);
    return true;
  }
  const found = new RegExp(
    `^(?:for|per|to|with|at|under|on|about|of|in)\\s+(?:(?:each|every|a|an|all|the|any|one|each of the|every one of)\\s+)*${NP}\\s*,?\\s+(?:there(?:'s| is| are)\\s+(?:about \\d+\\s+)?|belong\\s+|${PERSON}(?:'d)?\\s+(?:\\w+ly\\s+|also\\s+|always\\s+|must\\s+|would\\s+|have to\\s+|should\\s+|'d\\s+)*(?:like|love|${NOTE.slice(3, -1)})\\s+(?:to\\s+(?:note|have|see|know|record|keep)\\s+)?|:\\s*|the\\s+)(?:down\\s+)?(.+)$`,
    "i",
  ).exec(clause);
  if (!found || !isThing(found[1]!, true) || (thingOf(found[1]!).split(" ").length > 2 && !kindOf(found[1]!))) return false;
  const parent = reader.outline.table(found[1]!);
  const child =
    /^(?:the\s+|several\s+|many\s+)?([\w-]+(?: [\w-]+)?)\s+(?:like|with|we (?:made|have|did)|they (?:made|have))\b[\s:,]*(?:(?:a|an|the)\s+)?(.*)$/i.exec(
      found[2]!,
    );
  if (child && isThing(child[1]!) && /s$/.test(child[1]!)) {
    const made = reader.outline.table(child[1]!);
    reader.link(made, parent);
    if (child[2] && reader.isFieldList(child[2], 1)) reader.fields(made, child[2]);
    return true;
  }
  reader.fields(parent, found[2]!);
  return true;
};

/** Those who act and where they do, rather than what is kept. */
export const PERSON_OR_PLACE =
  /\b(person|people|staff|employee|manager|receptionist|customer|client|guest|visitor|user|member|parent|driver|teacher|trainer|coach|volunteer|student|pupil|doctor|nurse|singer|resident|tenant|owner|room|hall|desk|pitch|boat|court|shop|store|club|school|clinic|office|farm|garden|gym|church|parish|greenhouse|lab|zone|council|agency|practice|studio|charity|bakery|workshop|museum|theatre|company|firm|team|department|spot|building|house|site|factory|restaurant|supplier|haulier|applicant|family|colleague|worker|caretaker|author|speaker|captain|player|partner|friend|venue|warehouse|location|area|hotel|church|court|stand|apartment|flat|seat|phone|excel|computer|program|application|time|book|record|note|form|mail|call|email|page|stop|unit|version|piece|good|group|field|title|change|plan|case|report|run|use|part|play|place)$/;

export const eventIn = (text: string): string | undefined => EVENTS.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1];

const EVENTS: [RegExp, string][] = [
  [/\bsold\b|\bsells?\b/, "sale"],
  [/\bbuys?\b|\bbought\b/, "purchase"],
  [/\brefuel/, "refuel"],
  [/\bborrow|\blends?\b|\blent\b/, "loan"],
  [/\brents?\b|\brented\b|\bhires?\b/, "rental"],
  [/\b(?:to|can|may|should|must|people|guests|members|who|could|clients|customers) (?:\w+ )?book\b|\bbooked\b|\breserv/, "booking"],
  [/\bvisits?\b/, "visit"],
  [/\bdonat/, "donation"],
  [/\binspect/, "inspection"],
  [/\brepair/, "repair"],
  [/\bpays?\b|\bpaid\b/, "payment"],
  [/\brates?\b|\brated\b/, "rating"],
  [/\bvotes?\b/, "vote"],
  [/\badopt/, "adoption application"],
  [/\bapply|\bapplies\b/, "application"],
  [/\bdays? off\b|\btime off\b/, "leave request"],
  [/\bcomplain/, "complaint"],
  [/\breport\b/, "report"],
  [/\bgo(?:es)? out\b|\bcomes? back\b|\bmoves?\b/, "movement"],
  [/\bexchange/, "exchange"],
  [/\b(?:to|can|may|should|must|could|parents|people|members) register\b|\bsigns? up\b/, "registration"],
  [/\bdeliver/, "delivery"],
  [/\bcalls?\b/, "call"],
];

/** "when a frame is sold, we note the date, the frame, the seller" */
const whenever: Frame = (reader, clause) => {
  const found = new RegExp(
    `^(?:(?:need|want|we|i|to|must|should|also|please|then|record|note|log|write)\\s+)*(?:when|whenever|each time|every time|once|after)\\s+(.+?),\\s*(?:(?:${PERSON}|record|note|write|need)\\s+)*(?:\\w+ly\\s+)?(?:${NOTE.slice(3, -1)})?\\s*(?:down\\s+)?(.+)$`,
    "i",
  ).exec(clause);
  if (!found || !reader.isFieldList(found[2]!)) return false;
  const event = eventIn(found[1]!);
  const about = reader.outline.tables.find((table) => new RegExp(`\\b${table.one}s?\\b`, "i").test(found[1]!));
  const paper = /^(?:a|an|the)\s+([\w-]+(?: [\w-]+)?)\s+with\s+(.+)$/i.exec(found[2]!);
  if (paper && isThing(paper[1]!)) {
    reader.fields(reader.outline.table(paper[1]!), paper[2]!);
    return true;
  }
  if (event) {
    const table = reader.outline.table(event);
    if (about && about !== table) reader.link(table, about);
    reader.fields(table, found[2]!);
  } else reader.fields(about ?? mentioned(found[1]!, reader) ?? reader.outline.current, found[2]!);
  return true;
};

const mentioned = (text: string, reader: Context) => {
  const word = text
    .split(/\s+/)
    .map((part) => part.replace(/\W/g, ""))
    .find((part) => kindOf(part) && isThing(part) && !PERSON_OR_PLACE.test(thingOf(part)));
  return word ? reader.outline.table(word) : undefined;
};

/** "repairs per vehicle: date, cost", "inspections log against equipment", "parcels against the household, with date, size" */
const perParent: Frame = (reader, raw) => {
  const taken = reader.asides.take(raw);
  const clause = taken.aside && reader.isFieldList(taken.aside) && !/,/.test(taken.words) ? `${taken.words}: ${taken.aside}` : raw;
  const found = new RegExp(
    `^(?:(?:and|also|then|need|this|plus|record|log|so|i want|we want|the)\\s+)*(?:each |every )?${NP}(?:\\s+log(?:ged)?)?\\s+(?:per|against|for each|for every|of each|on each|under each|in each)\\s+(?:the\\s+|every\\s+|each\\s+)?${NP}(?:\\s*(⟦\\d+⟧))?(?:\\s*(?:,|with|:|-)\\s*(.+))?$`,
    "i",
  ).exec(clause);
  if (
    !found ||
    !isThing(found[1]!, true) ||
    !isThing(found[2]!, true) ||
    /\b(?:total|sum|count|number|average|price|cost|chart|hours|minutes|rate|fee)\b/i.test(found[1]!)
  )
    return false;
  const parent = reader.outline.table(found[2]!);
  const child = reader.outline.table(found[1]!);
  reader.link(child, parent);
  if (found[3]) reader.fields(child, `type ${found[3]}`);
  if (found[4]) reader.fields(child, found[4].replace(/^with\s+/i, ""));
  return true;
};

/** "teachers and their classes", "children of families with the class" */
const theirs: Frame = (reader, clause) => {
  const found = new RegExp(
    `^(?:(?:a |an |the |our |of |for |track |list |manage |need |want |database |app )*)?${NP}\\s+and\\s+(?:their|there|its)\\s+${NP}(?:\\s*(?:,|with|:)\\s*(.+))?$`,
    "i",
  ).exec(clause);
  if (!found) return false;
  const parent = reader.subject(found[1]!) ?? (isThing(found[1]!, true) ? found[1]! : null);
  if (!parent || !isThing(found[2]!, true)) return false;
  const holder = reader.outline.table(parent);
  const child = reader.outline.table(found[2]!);
  reader.link(child, holder);
  if (found[3]) reader.fields(child, found[3]);
  return true;
};

const STORE =
  "(?:track|log|manage|store|record|keep(?: track of| an eye on| a list of| a record of)?|register|list|write down|organi[sz]e|plan|follow(?: up)?|control|monitor|collect|see|handle|schedule|save|enter|remember|put in|put|maintain|catalogue|share|show|report|note|want|need|apply for|sort out|looking for|search|digitali[sz]e|keep the|administer|rent out|assign|note down|ask for|book)";

/** "We have projects with client and status": a thing, and its fields after "with". */
const withFields: Frame = (reader, clause) => {
  const found =
    /^(.*?\b)?((?:[\w'-]+\s+){0,3}[\w'-]+)\s+(?:with(?: the| a| an| its| their)?|having|including|by|that (?:has|have|shows?|includes?)|which (?:has|have)|containing|consisting of)\s+(.+)$/i.exec(
      clause,
    );
  if (!found || !reader.isFieldList(found[3]!, /\bwith\b/.test(clause) ? 1 : 2)) return false;
  const phrase = `${found[1] ?? ""}${found[2]}`.replace(
    /(\w{3,})\s+(?:that\s+|which\s+)?(?:i|we|they|you)(?:'ve| have|'re| are)?\s+\w+$/i,
    "$1",
  );
  const lists = itemsOf(phrase);
  const subject = reader.subject(lists.at(-1)!) ?? tail(lists.at(-1)!);
  if (!subject) return false;
  for (const other of lists.slice(0, -1)) if (isThing(other) || reader.subject(other)) reader.outline.table(reader.subject(other) ?? other);
  const triple = /(?:^|\s)([\w-]+s) of ([\w-]+s)(?: (?:to|by|for|with) ([\w-]+s))?$/i.exec(lists.at(-1)!);
  if (triple && isThing(triple[1]!, true) && isThing(triple[2]!) && (!triple[3] || isThing(triple[3]))) {
    const holders = [triple[2]!, triple[3]].filter((name) => name !== undefined).map((name) => reader.outline.table(name));
    const made = reader.outline.table(triple[1]!);
    for (const holder of holders) reader.link(made, holder);
    reader.fields(made, found[3]!);
    return true;
  }
  const on = /^(.+?s)\s+(?:on|for|of|in)\s+(?:the|a|each|every)\s+(\w+)$/i.exec(lists.at(-1)!);
  const per = on && isThing(on[2]!) && tail(on[1]!) ? [on[0], tail(on[1]!)!, on[2]!] : /^(.+)\s+of\s+(\w+s)$/i.exec(subject);
  if (per && isThing(per[1]!) && isThing(per[2]!)) {
    const parent = reader.outline.table(per[2]!);
    const child = reader.outline.table(per[1]!);
    reader.link(child, parent);
    reader.fields(child, found[3]!);
  } else reader.fields(reader.outline.table(subject), found[3]!);
  return true;
};

/** The thing that ends a phrase: "I want every prop" is about props. */
export function tail(phrase: string, defined = false): string | null {
  const words = phrase.replace(/(\w+)\s+of\s+(?:a|an|the)\s+\w+$/i, (whole, word: string) => (isThing(word) ? word : whole)).split(/\s+/);
  for (let size = Math.min(3, words.length); size > 0; size--) {
    const text = words.slice(-size).join(" ");
    if (
      /^(?:a|an|the|every|each|all|our|my|of|to|and|for|with|need|want|track|one|list|where|that|should|be|have|has|like|make|put|keep|store|sell|share|assign|manage|see)\b/i.test(
        text,
      ) &&
      size > 1
    )
      continue;
    if (isThing(text, defined && size === 1 && /s$/.test(text))) return text;
  }
  return null;
}

/** "we note the owner, the instrument type": fields of what is spoken of. */
const noting: Frame = (reader, clause) => {
  const each = new RegExp(`\\b${NOTE}\\s+(?:down\\s+)?for (?:each|every|a|the)\\s+${NP}\\s+(?:the|a|an|its|:)\\s+(.+)$`, "i").exec(clause);
  if (each && isThing(each[1]!, true) && reader.isFieldList(each[2]!)) {
    reader.fields(reader.outline.table(each[1]!), each[2]!);
    return true;
  }
  const found = new RegExp(
    `^(?:.*?\\b)?(?:${PERSON}(?:'d)?|here|to|then|should|must|can|and|needs?|wants?|form where staff)\\s+(?:(?:also|always|usually|must|should|would|can|have to|just|only|then|to|like|love|easily|want|need|be able|note|actually)\\s+)*${NOTE}\\s+(?:(?:for (?:it|them|each|every one)|down|in|it|per \\w+|it with|(?:it|them) (?:in|down|up|with|in with)|about (?:it|them))\\s*)?[:,]?\\s*(.+)$`,
    "i",
  ).exec(clause);
  if (!found) return false;
  const list = found[1]!
    .replace(/^(?:us|me)\s+/i, "")
    .replace(/\s+(?:on paper|in excel|in a notebook|there|into excel|on a slip|down)$/i, "");
  const items = itemsOf(list);
  if (items.length < 2 || !reader.isFieldList(list)) return false;
  const first = items[0]!;
  const about = first.split(/\s+with\s+/i)[0]!;
  if (/\swith\s/i.test(first) && isThing(about, true)) return false;
  const before = clause.slice(0, clause.length - found[1]!.length);
  const event = /\b(?:wants?|can|should|may|must|to|people|guests|members) (?:\w+ )?(?:use|book|reserve|borrow|rent)\b/i.test(before)
    ? (eventIn(before) ?? "booking")
    : undefined;
  const form = /\b([\w-]+(?: [\w-]+)?) (?:form|page|app|tool|list|log) where\b/i.exec(before)?.[1];
  if (event) {
    const made = reader.outline.table(event);
    reader.fields(made, list);
  } else reader.fields(form && isThing(form) ? reader.outline.table(form) : reader.outline.current, list);
  return true;
};

/** "I need an app to track visitors", "we lend out boats": a thing is named without fields. */
const naming: Frame = (reader, clause) => {
  if (isWish(reader.asides.restore(clause)) && reader.outline.tables.length > 0) return false;
  const listed =
    /^(?:.*?\b(?:for|of|have|store|manage|track|with|needs?|want|need:?)\s+)?(?:the\s+)?([\w' -]+?)(?:\s*,\s*([\w' -]+?))?(?:\s*,\s*([\w' -]+?))?\s*,?\s+(?:and|\+)\s+(?:the\s+)?([\w' -]+)$/i.exec(
      clause,
    );
  if (listed) {
    const things = listed
      .slice(1)
      .filter((name) => name !== undefined)
      .map((name) => (isThing(name) ? name : null));
    if (things.every((name) => name !== null && kindOf(name)) && clause.split(" ").length <= 14) {
      for (const name of things) reader.outline.table(name!);
      return true;
    }
  }
  const intro = new RegExp(
    `\\b(?:${STORE}|(?:app|tool|system|list|register|log|database|something|program|programme|software|tracker|place|form|page|solution|overview|application|book)\\s+(?:for|of|to|where|with|in which|about)|(?:track|logg|manag|stor|record|keep|rent|lend|plann|organi[sz]|schedul|collect|book|monitor|handl)ing(?: out| track of| of)?)\\s+(?:(?:we|i|people|they|anyone|staff|you|can|of|to|us|the|a|an|our|all|my|every|each|some|make|have|log|report|book|book a|control|manage|track|see)\\s+)*([\\w'-]+(?: [\\w'-]+){0,2})`,
    "gi",
  );
  if (/^(?:i'm|i am|we are|we're|as an?|my name)\b/i.test(clause)) return false;
  const asks =
    /\b(?:need|want|like|love|app|tool|system|list|track|manage|log|register|make|build|page|form|database|something|somewhere|program|software|planner|possible|create|search|have|help|keep)\b/i.test(
      clause,
    );
  for (const [, phrase] of asks ? clause.matchAll(intro) : []) {
    const words = phrase!.split(" ");
    for (let size = words.length; size > 0; size--) {
      const text = words.slice(0, size).join(" ");
      const subject = reader.subject(text);
      if (subject && PERSON_OR_PLACE.test(thingOf(subject)) && size > 1) break;
      if (subject && !PERSON_OR_PLACE.test(thingOf(subject)) && isThing(subject) && kindOf(subject) && reader.outline.tables.length === 0) {
        reader.outline.mention(subject);
        return false;
      }
    }
  }
  const subject =
    reader.outline.tables.length === 0 && clause.replace(/\s+(?:that|which|where|who)\s.*$/i, "").split(" ").length <= 8
      ? (reader.subject(clause) ?? tail(clause.replace(/\s+(?:tracking|management|planning|tracker|app|log|list)\W*$/i, "")))
      : null;
  if (subject) reader.outline.mention(subject);
  return false;
};

/** The table that "each site has lifts" gives lifts to. */
const holderIn = (reader: Context, words: string) => {
  const subject = /^\W*(?:(?:each|every|the|a|an|all)\s+)*([\w-]+(?: [\w-]+)?)\s+(?:has|have|with|contains?)\b/i.exec(words.trim())?.[1];
  return subject ? reader.outline.find(subject) : undefined;
};

/** "keep funders (name, website)": things whose fields stand in brackets. */
const bracketed: Frame = (reader, clause) => {
  const found = [...clause.matchAll(/([^,⟦⟧]*?)\s*(⟦\d+⟧)/g)].filter(
    ([, , mark]) => reader.isFieldList(reader.asides.take(mark!).aside ?? "") && itemsOf(reader.asides.take(mark!).aside ?? "").length >= 2,
  );
  let done = false;
  let rest = clause;
  for (const [whole, words, mark] of found) {
    const own = words!.replace(/\s(?:per|for each)\s+(?:day|week|month|year|hour)\s*$/i, "");
    const name = reader.subject(own) ?? tail(own.trim(), true);
    const holder = /\b(?:has|have|with|contains?|under)\b/i.test(words!) ? holderIn(reader, words!) : undefined;
    const last = holder ?? (done && /^\s*(?:have|has)\b/i.test(words!) ? reader.outline.current : null);
    if (!name || (readField(words!, reader.asides) && !isThing(name, true))) continue;
    const per = /\s(?:per|on each|for each|in each|against|under each)\s+([\w-]+)\s*$/i.exec(words!);
    if (per && isThing(per[1]!, true)) return false;
    const made = reader.outline.table(name);
    if (last && last !== made) reader.link(made, last);
    reader.fields(made, reader.asides.take(mark!).aside ?? "");
    reader.outline.current = made;
    rest = rest.replace(whole!, "").replace(/^\s*(?:,|and)\s*/, "");
    done = true;
  }
  if (done && /\w{3,}.*\w{3,}/.test(rest)) reader.readSentence(rest.replace(/^[\s,]+/, ""));
  return done;
};

/** "the price is calculated", "amount should be litres times price" */
const computing: Frame = (reader, clause) => {
  const found =
    /^(?:and\s+)?(?:the\s+|its\s+)?([\w' -]{3,30}?)\s*(?:(?:is|are|shall be|should be|will be|must be|to be|gets?|should come out|come out)\s+(?:automatically\s+)?(?:calculated|computed|worked out|added|by themselves|by itself)\b|(?:=|should be|is|are)\s*([\w ]+\s*(?:[-+*/×x]|times|plus|minus)\s*[\w ]+)$)/i.exec(
      clause,
    );
  const table = reader.outline.current ?? reader.outline.tables[0];
  if (!found || !table) return false;
  const field = readField(found[1]!, reader.asides);
  if (!field || field.type === "text") return false;
  const owner = reader.outline.tables.find((one) => one.fields.some(({ label }) => label.toLowerCase() === field.label.toLowerCase()));
  reader.outline.add(owner ?? table, field);
  return true;
};

/** "people should book one desk per day": what people do is what is kept. */
const doing: Frame = (reader, clause) => {
  const found =
    /^(?:if |that |where |how )?(?:the\s+)?([\w-]+s|people|staff|everyone)\s+(?:(?:can|should|may|could|must|to|should be able to|want to|also)\s+)*(book|reserve|borrow|rent|rate|review|visit|register|apply|order|vote|sign up)\s+(?:for\s+|to\s+|on\s+)?(?:one|a|an|the|every|each|our)?\s*([\w-]+(?: [\w-]+)?)(.*)$/i.exec(
      clause,
    );
  if (!found || !isThing(found[3]!.split(" ")[0]!, true)) return false;
  const event = eventIn(`can ${found[2]}`);
  if (!event) return false;
  const thing = thingOf(found[3]!.split(/ (?:per|on|for|in)\b/)[0]!);
  const made = reader.outline.table(event);
  if (isThing(thing) && thing !== "slot") reader.link(made, reader.outline.table(thing));
  if (isThing(found[1]!, true) && kindOf(found[1]!) && reader.outline.find(found[1]!)) reader.link(made, reader.outline.find(found[1]!)!);
  reader.outline.current = made;
  const rest = /\b(?:with|:)\s+(.+)$/i.exec(found[4]!)?.[1];
  if (/from 1 to|1-\d|stars/.test(clause)) reader.outline.add(made, { label: "rating", type: "integer", said: true });
  if (rest && reader.isFieldList(rest, 1)) reader.fields(made, rest);
  if (/per day|a day|on a day/.test(clause)) reader.outline.add(made, { label: "date", type: "date", said: true });
  return true;
};

/** "photo shoots board by stage booked, shot, edited" */
const boarded: Frame = (reader, clause) => {
  const found = /^(?:a |an |the |need )*(.+?)\s+(?:kanban\s+)?(?:board|calendar|chart)(?:\s+by\s+(.+))?$/i.exec(clause);
  if (!found || !isThing(found[1]!) || reader.outline.find(found[1]!)) return false;
  const table = reader.outline.table(found[1]!);
  if (found[2]) reader.fields(table, found[2]);
  return true;
};

/** "small groups, each with a leader and a meeting day" */
const eachWith: Frame = (reader, clause) => {
  const found = /([\w-]+(?: [\w-]+)?s)\b[^,:]*,\s+each (?:one )?(?:with|having|has)\s+(.+)$/i.exec(clause);
  const name = found && (isThing(found[1]!) ? found[1]! : tail(found[1]!, true));
  if (!found || !name || !reader.isFieldList(found[2]!, 1)) return false;
  const about = /^(?:it|each|every|they|in each|for each|for every)\b/i.test(clause) ? reader.outline.current : null;
  const made = reader.outline.table(name);
  if (about && about !== made) reader.link(made, about);
  reader.fields(made, found[2]!);
  return true;
};

const FRAMES: Frame[] = [
  options,
  boarded,
  eachWith,
  bracketed,
  computing,
  whenever,
  belonging,
  theirs,
  perParent,
  forEach,
  having,
  taking,
  doing,
  withFields,
  noting,
  naming,
];

export const readFrame: Frame = (reader, clause) => FRAMES.some((frame) => frame(reader, clause));
