/** Prompts put together from forms of sentences, with kinds of records, fields and options that are known: as many as wanted, rightly marked. */
import { KIND_NAMES, kindOf } from "../src/knowledge/kinds.ts";
import { plural } from "../src/words/inflect.ts";
import type { Marked, Piece, Pools, Random } from "./tagged.ts";

type Field = { name: string; options?: readonly string[]; flag?: string };
type Thing = { one: string; fields: Field[] };

const t = (text: string): string => `{t ${text}}`;
const STATES = ["status", "state", "stage", "type", "kind", "category", "priority", "level", "result", "risk", "group", "mood", "size", "role", "area", "condition"];
const FLAGS = ["yes/no", "y/n", "yes or no", "?", " or not", "(y/n)"];

export function composed(pools: Pools, wishes: readonly string[], asides: readonly string[], random: Random): Marked {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const chance = (of: number): boolean => random() < of;

  const thing = (): Thing => {
    const one = chance(0.6) ? pick(KIND_NAMES) : pick(pools.things);
    const kind = chance(0.5) ? kindOf(one) : undefined;
    const count = pick([1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8]);
    const usual: Field[] = kind?.fields.map(({ name, options }) => ({ name, options: options.length > 1 && chance(0.6) ? options : undefined })) ?? [];
    const fields = new Map<string, Field>();
    for (const field of usual.sort(() => random() - 0.5).slice(0, count)) fields.set(field.name, field);
    while (fields.size < count) {
      const choosing = chance(0.14);
      const flagged = !choosing && chance(0.07);
      const name = choosing ? pick(STATES) : chance(0.08) ? pick(pools.asked) : pick(pools.fields);
      fields.set(name, { name, options: choosing ? pick(pools.choices) : undefined, flag: flagged ? pick(FLAGS) : undefined });
    }
    return { one, fields: [...fields.values()].sort(() => random() - 0.5) };
  };

  const optionText = (options: readonly string[]): string => {
    const all = options.map((option) => `{p ${option}}`);
    const spoken = (last: string) => `${all.slice(0, -1).join(", ")} ${last} ${all.at(-1)}`;
    return pick([
      () => ` (${all.join(", ")})`,
      () => ` (${all.join("/")})`,
      () => ` (${all.join(" / ")})`,
      () => ` (${spoken("or")})`,
      () => ` ${all.join("/")}`,
      () => ` ${all.join(" / ")}`,
      () => ` ${all.join(" ")}`,
      () => `: ${all.join(", ")}`,
      () => `: ${all.join(" | ")}`,
      () => ` - ${all.join(", ")}`,
      () => `, which is ${spoken("or")}`,
      () => ` [${all.join(", ")}]`,
      () => ` (one of ${all.join(", ")})`,
      () => ` as ${spoken("or")}`,
    ])();
  };
  const article = (name: string): string => (/^(?:who|what|when|where|how|which|whether|if|since|until|by)\b/i.test(name) ? "" : pick(["the ", "a ", "its ", "the "]));
  const fieldText = (field: Field, articles: boolean): string =>
    `${articles ? article(field.name) : ""}{f ${field.name}}${field.options ? optionText(field.options) : field.flag ? `${/^[ ?]/.test(field.flag) ? "" : " "}${field.flag}` : ""}`;

  /** A list in one line. */
  const listed = ({ fields }: Thing): string => {
    const articles = chance(0.2);
    const texts = fields.map((field) => fieldText(field, articles));
    const style = random();
    if (style < 0.4) return texts.join(", ");
    if (style < 0.7) return texts.length > 1 ? `${texts.slice(0, -1).join(", ")}${pick([" and ", ", and ", " and "])}${texts.at(-1)}` : texts[0]!;
    if (style < 0.75) return texts.join("; ");
    if (style < 0.8) return texts.join(" / ");
    if (style < 0.85) return fields.map((field) => `{f ${field.name}}`).join(" ");
    if (style < 0.9) return texts.map((text) => pick([text, `also ${text}`, `maybe ${text}`])).join(", ");
    if (style < 0.95) return texts.join(", ").replace(/, (?=[^,]*$)/, pick([" + ", " & ", " plus "]));
    return fields.map((field) => `{f ${field.name}}`).join(pick([" | ", " - ", ","]));
  };
  const bullets = ({ fields }: Thing): string => {
    const mark = pick(["- ", "* ", "• ", "> ", "+ ", "# "]);
    const counted = chance(0.15);
    return fields.map((field, at) => `${counted ? `${at + 1}${pick([".", ")"])} ` : mark}${fieldText(field, false)}`).join("\n");
  };

  const many = (one: string): string => plural(one);
  const holder = (): string => pick(["list", "register", "log", "tracker", "database", "book", "overview", "table", "app", "directory", "inventory", "planner", "tool", "sheet"]);

  const ofTable = (a: Thing): string => {
    const list = listed(a);
    const one = a.one;
    return pick([
      () => `${t(many(one))}: ${list}`,
      () => `${t(many(one))} (${list})`,
      () => `${t(many(one))} with ${list}`,
      () => `${t(many(one))} - ${list}`,
      () => `${t(many(one))}, ${list}`,
      () => `${t(many(one))} ${list}`,
      () => `${t(one)}: ${list}`,
      () => `${t(one)} ${holder()}: ${list}`,
      () => `${t(one)} ${holder()}, ${list}`,
      () => `${t(one)} ${holder()} ${list}`,
      () => `${t(one)} ${holder()} with ${list}`,
      () => `Each ${t(one)} has ${list}.`,
      () => `A ${t(one)} has ${list}.`,
      () => `Every ${t(one)} gets ${list}.`,
      () => `${t(many(one))} have ${list}.`,
      () => `${t(one)} have ${list}.`,
      () => `For each ${t(one)} we note ${list}.`,
      () => `for every ${t(one)} I write down ${list}`,
      () => `Of every ${t(one)} I want to know ${list}.`,
      () => `When a ${t(one)} comes in we write down ${list}.`,
      () => `I want to keep ${t(many(one))} (${list}).`,
      () => `We keep ${t(many(one))}. For each: ${list}.`,
      () => `Track ${t(many(one))} with ${list}.`,
      () => `we'd need ${t(many(one))} with ${list}`,
      () => `I'd like a list of ${t(many(one))}: ${list}`,
      () => `need a ${t(one)} ${holder()}. ${list}`,
      () => `can you make me a ${t(one)} ${holder()} with ${list}?`,
      () => `Could I have something for ${t(many(one))} - ${list}?`,
      () => `Is it possible to store ${t(many(one))} with ${list}?`,
      () => `app for ${t(many(one))}. it needs ${list}`,
      () => `We record ${list} for every ${t(one)}.`,
      () => `There are ${pick(["many", "around 60", "twelve", "about 300"])} ${t(many(one))}, each with ${list}.`,
      () => `In the ${t(one)} ${holder()} we want ${list}.`,
      () => `and the ${t(many(one))} we have: ${list}`,
      () => `Then ${t(many(one))}: ${list}.`,
      () => `Also ${t(many(one))}, so ${list}.`,
      () => `A ${t(one)} consists of ${list}.`,
      () => `this is for ${t(many(one))}: ${list}`,
      () => `Please make program for ${t(one)}: ${list}.`,
      () => `It must have ${t(many(one))} with ${list}.`,
      () => `${list} for each ${t(one)}`,
      () => `Staff should enter ${t(many(one))} (${list})`,
      () => `Whenever there is a new ${t(one)}, somebody types in ${list}.`,
      () => `I need to see our ${t(many(one))} in one place: ${list}.`,
    ])();
  };

  /** Somebody, what he does, and of what: told in any order. */
  const told = (a: Thing): string => {
    const list = listed(a);
    const who = pick(["we", "I", "they", "the staff", "somebody", "everyone", "the team", "you", "people", "she", "my colleague", "the manager", "workers", "users", "the receptionist", "volunteers", "whoever is there", "one of us"]);
    const must = pick(["", "", "", "should ", "must ", "have to ", "need to ", "want to ", "would like to ", "can ", "usually ", "always "]);
    const does = pick("note, write down, jot down, record, enter, type in, fill in, put in, keep, store, log, register, capture, collect, ask for, need, want, see, track, list, save, add, mention, give, say, tell, choose, pick, set, describe, document, report, submit, remember, know, put down, scribble, state, specify, provide, keep track of, select, take down, hand in, write".split(", "));
    const when = pick([
      () => `for each ${t(a.one)}`,
      () => `for every ${t(a.one)}`,
      () => `per ${t(a.one)}`,
      () => `about every ${t(a.one)}`,
      () => `when a ${t(a.one)} ${pick(["arrives", "comes in", "is done", "happens", "breaks", "is finished", "starts", "leaves", "is ready"])}`,
      () => `after each ${t(a.one)}`,
      () => `before a ${t(a.one)}`,
      () => `once a ${t(a.one)} is ${pick(["over", "there", "done", "sold", "fixed"])}`,
      () => `on every ${t(a.one)}`,
      () => `if there's a ${t(a.one)}`,
      () => `at each ${t(a.one)}`,
      () => `with every ${t(a.one)}`,
      () => `of each ${t(a.one)}`,
      () => `for all ${t(many(a.one))}`,
      () => `for our ${t(many(a.one))}`,
      () => `for a ${t(a.one)}`,
      () => `from every ${t(a.one)}`,
    ])();
    const shows = pick(["has", "have", "should have", "must have", "needs", "contains", "includes", "should include", "comes with", "consists of", "shows", "will have", "is described by", "gets", "holds", "should show", "is made up of", "got", "having", "with"]);
    return pick([
      () => `${when} ${who} ${must}${does} ${list}`,
      () => `${when} ${who} ${must}${does}: ${list}`,
      () => `${who} ${must}${does} ${list} ${when}`,
      () => `${when}, ${list}`,
      () => `${when}: ${list}`,
      () => `${pick(["each", "every", "a", "one", "any", "the", ""])} ${t(a.one)} ${shows} ${list}`,
      () => `${pick(["our", "the", "all", "all the", "these", "", ""])} ${t(many(a.one))} ${shows} ${list}`,
      () => `${who} ${must}${does} ${t(many(a.one))} with ${list}`,
      () => `${who} ${must}${does} ${t(many(a.one))} (${list})`,
      () => `${who} ${must}${does} ${t(many(a.one))}: ${list}`,
      () => `${who} ${must}${does} a ${t(a.one)} with ${list}`,
      () => `${pick(["can you make", "could you build", "is there", "would it be possible to have", "I am looking for", "I'd love", "please create", "make me", "we want", "how do I get", "could we have", "do you have"])} ${pick(["a tool", "an app", "something", "a simple app", "a page", "a form", "a list", "a little program", "a place"])} ${pick(["for", "to track", "where we keep", "with", "for all our", "to manage", "to log", "of"])} ${t(many(a.one))}${pick([" with ", ": ", ", ", " - ", " (", "? ", ". "])}${list}`,
      () => `${list}, that's what a ${t(a.one)} ${pick(["has", "needs", "is"])}`,
      () => `the ${t(a.one)} ${pick(["form", "page", "sheet", "card", "entry"])} ${pick(["has", "asks for", "with", "should have", "contains"])} ${list}`,
      () => `in ${pick(["a", "each", "every"])} ${t(a.one)} there ${pick(["is", "are"])} ${list}`,
    ])();
  };

  /** Headings with points below them, a table each. */
  const outlined = (all: readonly Thing[]): string => {
    const mark = pick(["- ", "* ", "• ", "  - ", "+ ", "-- "]);
    const head = pick([
      (one: string) => `${t(many(one))}:`,
      (one: string) => t(many(one)),
      (one: string) => `${t(many(one))}:`,
      (one: string) => `${t(one)}:`,
      (one: string) => `Table ${t(many(one))}`,
      (one: string) => `${t(one)} ${holder()}:`,
      (one: string) => `For each ${t(one)}:`,
      (one: string) => `A ${t(one)} has`,
    ]);
    const typed = chance(0.15);
    const type = (): string => (typed ? pick([" (text)", " (number)", " (date)", ": text", " - number", " (required)", " (dropdown)", " (file)"]) : "");
    return all
      .map(({ one, fields }, at) => {
        const up = at > 0 && chance(0.6) ? `${mark}{f ${all[0]!.one}}\n` : "";
        return `${head(one)}\n${up}${fields.map((field) => `${mark}${fieldText(field, false)}${field.options || field.flag ? "" : type()}`).join("\n")}`;
      })
      .join(pick(["\n", "\n\n"]));
  };

  const ofChild = (a: Thing, b: Thing): string => {
    const list = listed(b);
    const c = `{c ${many(b.one)}}`;
    const child = t(many(b.one));
    const parent = t(a.one);
    const r = `{r ${a.one}}`;
    const rs = `{r ${many(a.one)}}`;
    return pick([
      () => `Each ${parent} has ${c} with ${list}.`,
      () => `Each ${parent} has ${pick(["several", "many", "a number of"])} ${c}: ${list}.`,
      () => `Every ${parent} has a list of ${c} (${list}).`,
      () => `each ${parent} has a ${pick(["log", "list", "history"])} of ${c} with ${list}`,
      () => `A ${parent} can have many ${c}. A ${t(b.one)} has ${list}.`,
      () => `${t(many(a.one))} have ${c}, ${c} have ${list}.`,
      () => `Under each ${parent} the ${c}: ${list}.`,
      () => `per ${parent} I need the ${c} with ${list}`,
      () => `For every ${parent} we note the ${c}: ${list}.`,
      () => `${child} per ${r}: ${list}`,
      () => `${child} per ${r} with ${list}`,
      () => `${child} per ${r} (${list})`,
      () => `${child} for each ${r}: ${list}`,
      () => `${child} of the ${r}: ${list}`,
      () => `${child} on each ${r} (${list})`,
      () => `log ${child} against the ${r}: ${list}`,
      () => `Every ${t(b.one)} belongs to a ${r} and has ${list}.`,
      () => `Each ${t(b.one)} is for one ${r}, with ${list}.`,
      () => `A ${t(b.one)} belongs to a ${r}: ${list}.`,
      () => `${child} belong to ${rs} and have ${list}.`,
      () => `${t(many(a.one))} and their ${c} (${list})`,
      () => `${t(many(a.one))} with their ${c}: ${list}`,
      () => `To every ${parent} belong ${c} with ${list}.`,
      () => `${child}: {f ${a.one}}, ${list}`,
      () => `${child} (${"{f "}${a.one}}, ${list})`,
      () => `A ${t(b.one)} has a {f ${a.one}}, ${list}.`,
      () => `${child} are made for a ${r}, with ${list}`,
      () => `Also I want to note ${child} on the ${r} with ${list}.`,
      () => `if something happens we log a ${t(b.one)} for the ${r} with ${list}`,
      () => `Each ${parent} goes through ${c}: ${list}.`,
    ])();
  };

  /** What people do with a thing is a record of its own. */
  const ofDoing = (a: Thing, b: Thing): string => {
    const list = listed(b);
    const who = pick(["Members", "Guests", "People", "Customers", "Our staff", "The pupils", "Clients", "Everybody", "Users", "Students", "Volunteers"]);
    const verb = pick(["book", "borrow", "rent", "reserve", "buy", "order", "rate", "report", "hire", "inspect", "repair", "visit"]);
    const past: Record<string, string> = { book: "booked", borrow: "borrowed", rent: "rented", buy: "bought", order: "ordered", rate: "rated", report: "reported", hire: "hired", inspect: "inspected", repair: "repaired", visit: "visited", reserve: "reserved" };
    const r = `{r ${a.one}}`;
    const rs = `{r ${many(a.one)}}`;
    return pick([
      () => `${who} {t ${verb}} ${rs}: ${list}.`,
      () => `${who} can {t ${verb}} a ${r} with ${list}.`,
      () => `${who} should {t ${verb}} one ${r} per {f day}.`,
      () => `When a ${r} is {t ${past[verb]}} we note ${list}.`,
      () => `If somebody wants to {t ${verb}} a ${r}, they enter ${list}.`,
      () => `Who wants to {t ${verb}} a ${r} must enter ${list}.`,
      () => `every time a ${r} gets {t ${past[verb]}} write down ${list}`,
      () => `${who} {t ${verb}} the ${rs}, and then we record ${list}.`,
    ])();
  };

  const state = (a: Thing): string => {
    const options = pick(pools.choices).map((option) => `{p ${option}}`);
    const spoken = `${options.slice(0, -1).join(", ")} ${pick(["or", "and", "or"])} ${options.at(-1)}`;
    return pick([
      () => `mark as ${spoken}`,
      () => `then we mark it as ${spoken}.`,
      () => `Each ${t(a.one)} can be ${spoken}.`,
      () => `They are ${spoken}.`,
      () => `${options.join(" -> ")}`,
      () => `we move them from ${options.join(" to ")}`,
      () => `and {f where it stands}: ${options.join(", ")}`,
      () => `{f status} is ${spoken}`,
      () => `The {f state} is one from: ${options.join(", ")}.`,
      () => `it's either ${spoken}`,
      () => `tagged as ${spoken}`,
      () => `board with ${options.join(", ")}`,
    ])();
  };

  const filled = (wish: string, a: Thing, b: Thing): string =>
    wish
      .replace(/\bTs\b/g, () => many(pick([a, b]).one))
      .replace(/\bT\b/g, () => pick([a, b]).one)
      .replace(/\bF\b/g, () => pick(pick([a, b]).fields).name.replace(/^(?:who|what|when|where|how|which|whether|if)\b.*$/, "date"))
      .replace(/\bF\b/g, () => pick(a.fields).name)
      .replace(/\bO\b/g, () => pick(pick(pools.choices)));

  const a = thing();
  const b = thing();
  const c = thing();
  const parts: string[] = [];
  const form = random();
  if (form < 0.1) parts.push(told(a));
  else if (form < 0.16) parts.push(outlined([a, b, c].slice(0, pick([1, 2, 2, 3]))));
  else if (form < 0.3) parts.push(ofTable(a));
  else if (form < 0.42) parts.push(`${pick([() => t(many(a.one)), () => `${t(a.one)} ${holder()}`, () => `What we need for ${t(many(a.one))}`, () => `${t(many(a.one))} app`, () => `A ${holder()} for ${t(many(a.one))}`])()}${pick(["", ":", " "])}\n${bullets(a)}`);
  else if (form < 0.62) parts.push(ofTable(a), ofChild(a, b));
  else if (form < 0.7) parts.push(ofChild(a, b));
  else if (form < 0.8) parts.push(chance(0.5) ? told(a) : ofTable(a), chance(0.5) ? told(b) : ofTable(b));
  else if (form < 0.9) parts.push(chance(0.5) ? told(a) : ofTable(a), ofChild(a, b), ofChild(pick([a, b]), c));
  else if (form < 0.95) parts.push(ofTable(a), ofTable(b), ofChild(b, c));
  else parts.push(`${t(many(a.one))}${pick([" + ", ", ", " and ", " / "])}${t(many(b.one))}`);
  if (chance(0.18)) parts.push(state(a));
  const extra = pick([0, 0, 1, 1, 2, 3]);
  for (let at = 0; at < extra; at++) parts.push(filled(pick(wishes), a, b));
  if (chance(0.12)) parts.splice(Math.floor(random() * (parts.length + 1)), 0, ofDoing(a, b));
  if (chance(0.25)) parts.unshift(filled(pick(INTROS), a, b));
  else for (let at = pick([0, 0, 1, 2]); at > 0; at--) parts.unshift(pick(asides));
  const lines = chance(0.25);
  const mark = pick(["- ", "* ", "• ", "", "- "]);
  const text = lines
    ? parts.map((part) => (/\n/.test(part) ? part : `${mark}${part}`)).join("\n")
    : parts.map((part, at) => (at === parts.length - 1 || /[.!?:\n]$/.test(part) || /\n/.test(part) ? part : `${part}${pick([".", ".", ",", ";", "\n"])}`)).reduce((all, part) => (/\n$/.test(all) || all === "" ? all + part : `${all}${/\n/.test(all.split(". ").at(-1)!) ? "\n" : " "}${part}`), "");
  return parsedPieces(text);
}

const INTROS = [
  "We are a small office with six people.",
  "I run a little workshop.",
  "hi,",
  "Hello!",
  "Right now it's all in Excel and nobody finds anything.",
  "Our club has been doing this on paper for years.",
  "I'm in charge of this at our school.",
  "hey,",
  "Please build",
  "so",
  "Last month we lost track of a T and the boss was angry.",
  "At the moment every T is written on a whiteboard.",
  "I manage a team and we do everything by mail.",
  "we need an app:",
  "Requirements:",
  "ok so",
  "Good morning, I work in a clinic.",
  "My colleagues keep asking me about the Ts.",
  "I am responsible for this in our firm.",
  "need:",
];

export function parsedPieces(text: string): Marked {
  const pieces: Piece[] = [];
  for (const part of text.split(/(\{[tcrfp] [^{}]*\})/)) {
    const marked = /^\{([tcrfp]) ([^{}]*)\}$/.exec(part);
    if (marked) pieces.push({ role: marked[1] as Piece["role"], text: marked[2]! });
    else if (part !== "") pieces.push({ role: null, text: part });
  }
  return { id: null, pieces };
}
