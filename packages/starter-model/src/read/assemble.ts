/** From what the tagger found to an outline: fields go to the table last named, options to the field before them. */
import { CHOICE_WORDS } from "../knowledge/field-words.ts";
import { isKindName } from "../knowledge/kinds.ts";
import { plural } from "../words/inflect.ts";
import { eventOf } from "./events.ts";
import { optionsOf, type ReadField, rangeIn, readField } from "./field.ts";
import { knownType, type ReadType, saidType } from "./field-type.ts";
import { HAPPENINGS, PEOPLE } from "./happenings.ts";
import { entryOf } from "./lexicon.ts";
import { isWish } from "./needs.ts";
import type { Outline, ReadTable } from "./outline.ts";
import { type Span, SURE } from "./tagger.ts";
import { Asides, completed, squeezed } from "./text.ts";
import { isThing, thingOf } from "./thing.ts";
import type { Token } from "./tokens.ts";

type Sentence = { from: number; to: number; inside: Span[] };

export class Assembly {
  private table: ReadTable | null;
  /** What the children that follow belong to. */
  private parent: ReadTable | null = null;
  /** What a table that is still to come belongs to. */
  private owners: ReadTable[] = [];
  private waiting: ReadField[] = [];
  private field: ReadField | null = null;
  private sentence = 0;
  private tableSentence = -1;

  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly spans: readonly Span[];
  private readonly outline: Outline;
  /** Which each token is in. */
  private readonly sentences: readonly Sentence[];

  constructor(text: string, tokens: readonly Token[], spans: readonly Span[], outline: Outline) {
    this.text = text;
    this.tokens = tokens;
    this.spans = spans;
    this.outline = outline;
    this.sentences = sentencesOf(tokens, spans);
    this.table = outline.current;
  }

  /** Gives everything to the outline; what is returned are fields that no table was named for. */
  run(): ReadField[] {
    for (let at = 0; at < this.spans.length; at++) {
      const span = this.spans[at]!;
      this.countSentences(this.spans[at - 1], span);
      if (span.role === "t" || span.role === "c") {
        if (this.isField(span, this.spans[at + 1]) || this.isFieldOfList(span)) this.give(span, this.spans[at + 1]);
        else if (this.isOwner(span)) this.own(span);
        else if (!this.isBeside(span) && !this.isTitle(span, this.spans[at + 1])) this.begin(span, this.spans[at + 1]);
      } else if (span.role === "r") {
        if (MEASURES.has(knownType(this.said(span)) ?? "text")) this.give(span, this.spans[at + 1]);
        else if (this.isDescribed(at)) this.begin({ ...span, role: "t" });
        else this.own(span);
      } else if (span.role === "f") this.give(span, this.spans[at + 1]);
      else {
        let last = at;
        while (this.spans[last + 1]?.role === "p" && this.isOneList(this.spans[last]!, this.spans[last + 1]!)) last++;
        this.choose(at, last);
        at = last;
      }
    }
    if (this.table) for (const owner of this.owners) link(this.table, owner);
    return this.waiting;
  }

  private said({ from, to, name }: Pick<Span, "from" | "to" | "name">): string {
    if (name) return name;
    return squeezed(this.text.slice(this.tokens[from]!.start, this.tokens[to - 1]!.end).replace(/\n/g, " "));
  }

  private between(before: Span, after: Span): Token[] {
    return this.tokens.slice(before.to, after.from);
  }

  private countSentences(before: Span | undefined, span: Span): void {
    if (!before) return;
    if (this.isParted(before, span)) this.sentence++;
  }

  /** "category is one of a, b or c", where a table has a category. */
  private isField(span: Span, next: Span | undefined): boolean {
    const name = this.said(span).toLowerCase();
    const holder =
      next?.role === "p" ? this.outline.tables.find(({ fields }) => fields.some(({ label }) => label.toLowerCase() === name)) : undefined;
    if (holder) this.table = holder;
    return holder !== undefined;
  }

  /** "a list with title and due date": what is called as fields are, right after "with". */
  private isFieldOfList(span: Span): boolean {
    return (
      span.role === "c" &&
      span.margin < SURE &&
      this.table?.fields.length === 0 &&
      this.tokens[span.from - 1]?.lower === "with" &&
      knownType(this.said(span)) !== null
    );
  }

  /** "loans of pieces to singers with date": whom and what something happens to has none of its fields. */
  private isOwner(span: Span): boolean {
    return (
      this.table !== null &&
      HAPPENINGS.test(this.table.one) &&
      this.table.fields.length === 0 &&
      this.tableSentence === this.sentence &&
      /^(?:of|to|by|from|for)$/.test(this.tokens[span.from - 1]?.lower ?? "") &&
      this.isNamedOrKind(span)
    );
  }

  private isNamedOrKind(span: Span): boolean {
    return this.isNamedAgain(span) || isKindName(nameOf(this.said(span)));
  }

  /** "a snag list for flats", "machines for calibration": what only goes with the table before it. */
  private isBeside(span: Span): boolean {
    if (this.tokens[span.from - 1]?.lower === "by" && span.margin < SURE) return true;
    if (!this.table || this.table.fields.length > 0 || this.tableSentence !== this.sentence || this.isNamedAgain(span)) return false;
    const words = this.tokens.slice(Math.max(0, span.from - 4), span.from).map(({ lower }) => lower);
    return (
      /(?:^|\s)(?:for|in|at|from|by|to|on)(?: (?:a|an|the|our|my|all|every|each|new|local))*$/.test(words.join(" ")) &&
      span.margin < (this.table.margin ?? 0)
    );
  }

  /** "objectives with key results, progress, owner": the fields after the comma are the objective's. */
  private isListed(span: Span, next: Span | undefined): boolean {
    return (
      span.role === "c" &&
      next?.role === "f" &&
      this.tokens[span.from - 1]?.lower === "with" &&
      this.between(span, next).every(({ text }) => text === ",")
    );
  }

  private isNamedAgain(span: Span): boolean {
    const name = nameOf(this.said(span));
    return this.spans.some((other) => other.from !== span.from && /[tcr]/.test(other.role) && nameOf(this.said(other)) === name);
  }

  /** An owner of which fields follow at once, and no table of its own, is what the fields are of. */
  private isDescribed(at: number): boolean {
    const next = this.spans[at + 1];
    if (next?.role !== "f" || this.spans.slice(0, at).some((before) => /[tc]/.test(before.role) && !this.isParted(before, this.spans[at]!)))
      return false;
    const rest = this.spans.slice(at + 1);
    const end = rest.findIndex((span) => this.isParted(this.spans[at]!, span));
    return rest.slice(0, end < 0 ? undefined : end).every(({ role }) => role === "f" || role === "p");
  }

  private isParted(before: Span, after: Span): boolean {
    return this.tokens.slice(before.to, after.from).some(({ text }) => /^[.!?;\n]$/.test(text));
  }

  private begin(span: Span, next?: Span): void {
    const name = this.nameOf(span);
    if (
      name === "" ||
      NO_RECORDS.has(name) ||
      (span.margin < SURE && !span.listed && !isThing(this.said(span), true) && !eventOf(this.said(span)) && !this.isOneOfMany(span, next))
    )
      return;
    const before = this.parent;
    const known = this.outline.find(name);
    const made = this.outline.mention(name);
    made.margin = Math.max(made.margin ?? 0, span.margin);
    if (!known) made.mentioned = span.role === "t" && !span.listed;
    if (span.listed) made.listed = true;
    const kept = known || !HAPPENINGS.test(name) ? undefined : this.keptFor(span);
    if (kept) {
      link(made, kept);
      made.mentioned = false;
    }
    const isOwned = !(PEOPLE.test(name) && before && HAPPENINGS.test(before.one) && before.fields.length === 0);
    if (span.role === "c" && before && before !== made && isOwned) link(made, before);
    if (span.role === "t") this.parent = made;
    for (const owner of this.owners) link(made, owner);
    this.owners = [];
    this.table = this.isListed(span, next) && before ? before : made;
    this.tableSentence = this.sentence;
    this.field = null;
    for (const field of this.waiting) this.outline.add(made, field);
    this.waiting = [];
  }

  /** "for each walk we note the day": what stands behind "each" and before its fields is a thing, whatever else the word may be. */
  private isOneOfMany(span: Span, next: Span | undefined): boolean {
    if (next?.role !== "f" || this.isParted(span, next)) return false;
    const [before, after] = [this.tokens[span.from - 1], this.tokens[span.to]];
    const opens = after?.text === ":" && /^(?:[.!?;\n]|)$/.test(before?.kind === "bullet" ? "" : (before?.text ?? ""));
    const isNoun = !/^[-]?$/.test(entryOf(this.tokens[span.to - 1]?.lower ?? "")?.sense ?? "");
    return /^(?:each|every|per|an?)$/.test(before?.lower ?? "") || (opens && isNoun && !NO_HEADS.test(this.said(span)));
  }

  /** "vineyard: parcels (name, grape), sprayings (date, dose)": what stands over tables and has no fields is what the app is for. */
  private isTitle(span: Span, next: Span | undefined): boolean {
    const isOne = !/s$/i.test(this.said(span)) && this.tokens[span.to]?.text === ":" && next !== undefined && /[tc]/.test(next.role);
    return isOne && !this.isParted(span, next) && this.tokens[next.to]?.text === "(" && !this.isNamedAgain(span);
  }

  /** "the attendance per rehearsal": what it is kept for. */
  private keptFor(span: Span): ReadTable | undefined {
    const [first, second] = [this.tokens[span.to]?.lower ?? "", this.tokens[span.to + 1]?.lower ?? ""];
    const at = first === "per" ? span.to + 1 : /^(?:for|of)$/.test(first) && /^(?:each|every)$/.test(second) ? span.to + 2 : -1;
    return at < 0 ? undefined : this.outline.tables.find(({ one }) => one === thingOf(this.tokens[at]?.lower ?? ""));
  }

  /** "spots": what is spoken of as of several is a thing, and not what somebody does. */
  private nameOf(span: Span): string {
    const thing = thingOf(this.said(span));
    const isOfSeveral = new RegExp(`\\b(?:${plural(thing).replace(/\W/g, ".")})\\b`, "i").test(this.text);
    return isOfSeveral && isKindName(thing) ? thing : nameOf(this.said(span));
  }

  private own(span: Span): void {
    const name = this.nameOf(span);
    if (name === "") return;
    const current = this.outline.current;
    const owner = this.outline.mention(name);
    owner.margin = Math.max(owner.margin ?? 0, span.margin);
    this.outline.current = current;
    if (this.table && this.table !== owner && this.tableSentence === this.sentence) link(this.table, owner);
    else this.owners.push(owner);
  }

  private give(span: Span, next: Span | undefined): void {
    const said = span.name ?? this.said(span);
    if (this.isWished(span)) return;
    const both = /^from when (to|until|till) when$/i.exec(said);
    if (both) {
      for (const label of ["from", both[1]!.toLowerCase()]) this.put({ label, type: "date", said: true });
      return;
    }
    const following = next?.role === "f" && this.isJoined(span, next) ? this.said(next) : undefined;
    const field = fieldFrom(completed(said.replace(/^whose /i, ""), following), this.after(span, next));
    this.put(field);
  }

  private put(field: ReadField): void {
    this.field = field;
    if (!this.table) this.waiting.push(field);
    else this.field = this.outline.add(this.table, field) ?? field;
  }

  /** A field that stands alone in a sentence that asks for a view or a rule is only mentioned. */
  private isWished(span: Span): boolean {
    // "expiry date highlighted when it is near": what is to be seen of it has to be kept first.
    if (knownType(this.said(span)) === "date" && span.to - span.from > 1 && this.table && !this.table.pasted) return false;
    const { from, to, inside } = this.sentences[span.from]!;
    return (
      inside.length <= 2 &&
      inside.filter(({ role }) => role === "f").length === 1 &&
      inside.every(({ role }) => role !== "p") &&
      !/^(?:with|has|have|:|\()$/.test(this.tokens[span.from - 1]?.lower ?? "") &&
      this.tokens[from]?.kind !== "bullet" &&
      isWish(this.said({ from, to }))
    );
  }

  /** What stands between a field and what follows: "yes/no", "1-5", "(pdf)". */
  private after(span: Span, next: Span | undefined): string {
    const start = this.tokens[span.to - 1]!.end;
    const rest = this.text.slice(start, next ? this.tokens[next.from]!.start : start + 24);
    return /^[^,;.\n]*/.exec(rest)![0];
  }

  private isJoined(before: Span, after: Span): boolean {
    return this.between(before, after).every(({ lower, kind }) =>
      kind === "mark" || lower === "->" ? !/[.!?;]/.test(lower) : /^(?:or|and|either|as|a|an|the)$/.test(lower),
    );
  }

  /** The field that options stand after: the one found last, or a word between, such as "a status (", that was not found. */
  private fieldBefore(first: number): ReadField | null {
    const before = this.spans[first - 1];
    const from = before?.to ?? 0;
    const between = this.tokens.slice(from, this.spans[first]!.from);
    const sentence = between.slice(between.findLastIndex(({ text }) => /^[.!?;\n]$/.test(text)) + 1);
    const last = sentence.findLast(({ kind, lower }) => kind === "word" && !JOINING.has(lower));
    if (last && CHOICE_WORDS.has(last.lower)) {
      const field: ReadField = { label: last.lower, type: "select", said: true };
      this.put(field);
      return this.field;
    }
    if (before?.role !== "f" || sentence.length < between.length) return null;
    const comma = sentence.some(({ text }) => text === ",") && !sentence.some(({ lower }) => JOINING.has(lower));
    return comma || sentence.some(({ kind, lower }) => kind === "word" && !JOINING.has(lower)) ? null : this.field;
  }

  private isOneList(before: Span, after: Span): boolean {
    const [between, ...others] = this.between(before, after);
    // "from received to shipped"
    if (between?.lower === "to" && others.length === 0) return true;
    return this.isJoined(before, after) && !this.between(before, after).some(({ text }) => /^[:()[\]]$/.test(text));
  }

  /** Options belong to the field that stands before them, else they are a status. */
  private choose(first: number, last: number): void {
    const options = this.spans.slice(first, last + 1).map((span) => this.said(span));
    const named = this.fieldBefore(first);
    if (named && options.length > 1) {
      named.options = options;
      named.type = isMany(named.label) ? "multiselect" : "select";
      named.usual = false;
      return;
    }
    if (options.length < 2) return;
    const held = this.table?.fields.find((field) => /^(?:status|state|stage|phase)$/i.test(field.label) && (!field.options || field.usual));
    if (held) Object.assign(held, { options, type: "select", usual: false });
    else {
      const label = options.every((option) => /^(?:pass|fail|passed|failed|ok|not ok|skipped)$/i.test(option))
        ? "result"
        : this.table?.fields.some((field) => /^(?:status|state|stage)$/i.test(field.label)) || areThings(options)
          ? "type"
          : "status";
      const field: ReadField = { label, type: "select", options, said: true };
      if (this.table) this.outline.add(this.table, field);
      else this.waiting.push(field);
    }
  }
}

/** What stands over a list of fields without being a thing. */
const NO_HEADS =
  /\b(?:fields?|columns?|details?|data|info|information|things?|needs?|requirements?|features?|lists?|note|please|example|following|app|wishes|idea)$/i;
/** Parts of a sheet and of the calendar: nobody keeps them. */
const NO_RECORDS = new Set("tab sheet column row spreadsheet excel day week month year mark pin app".split(" "));

/** "equipment (swing, slide, seesaw)": things are kinds of it, not states that it is in. */
function areThings(options: readonly string[]): boolean {
  const entries = options.map((option) => entryOf(option.toLowerCase().split(" ").at(-1) ?? ""));
  return (
    !options.some((option) => /^(?:in|on|at|to|not|no)\b/i.test(option)) &&
    entries.every((entry) => entry !== undefined && entry.sense !== "-" && entry.part !== "a") &&
    entries.filter((entry) => THINGS.test(entry?.sense ?? "")).length > options.length / 2
  );
}
/** What the lexicon calls an animal, an artifact, food or a plant. */
const THINGS = /^[CDKR]$/;

const isMany = (label: string): boolean => /\b(?:days|languages|skills|tags|allergies|available on|interests|diets?|topics)\b/i.test(label);

const JOINING = new Set("is are be can as either one of from which such the a an being like in mostly usually e.g".split(" "));
const MEASURES = new Set<ReadType>(["date", "datetime", "time", "number", "money", "boolean"]);

const link = (child: ReadTable, parent: ReadTable): void => {
  if (child !== parent && !child.parents.includes(parent)) child.parents.push(parent);
};

/** "the vehicles" is vehicle; who "books" makes a booking. */
function nameOf(said: string): string {
  const thing = thingOf(said);
  const event = eventOf(said);
  const isDoing = !/s$/.test(said) || entryOf(said.toLowerCase())?.sense === "-";
  return event && isDoing ? event : thing;
}

const YES_NO = /^\s*[([:=-]?\s*(?:y ?\/ ?n|yes ?(?:\/|or) ?no|yes no|true ?\/ ?false|or not)/i;
/** "projector?" asks for yes or no; "with date and reason?" only ends a question. */
const ASKED = /^\s*[([:=-]?\s*\?/;

function fieldFrom(said: string, after: string): ReadField {
  const ends: Record<string, string> = {
    "from when": "from",
    "to when": "to",
    "until when": "until",
    "till when": "until",
    "since when": "since",
  };
  const edge = ends[said.toLowerCase()];
  if (edge) return { label: edge, type: "date", said: true };
  const asides = new Asides();
  const read = readField(asides.mask(said), asides);
  const field: ReadField = read ?? { label: said, type: knownType(said) ?? "text", said: true };
  if (YES_NO.test(after) || (ASKED.test(after) && /^(?:boolean|text)$/.test(knownType(said) ?? "text")))
    return { ...field, type: "boolean", options: undefined };
  const range = rangeIn(after);
  if (range && /^(?:text|select|integer|number)$/.test(field.type)) return { ...field, type: "integer", options: undefined, ...range };
  const aside = /^\s*\(([^()]*)\)?/.exec(after)?.[1];
  const type = aside ? saidType(aside) : null;
  if (type) return { ...field, type, options: undefined };
  const options = aside && /[/,]/.test(aside) ? optionsOf(aside) : null;
  return options ? { ...field, type: "select", options, usual: false } : field;
}

/** The sentence of each token, and what lies in it whole; a mark is in the sentence that it ends. */
function sentencesOf(tokens: readonly Token[], spans: readonly Span[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let to = 0; to <= tokens.length; to++) {
    if (to < tokens.length && !/^[.!?\n]$/.test(tokens[to]!.text)) continue;
    const sentence = { from, to, inside: [] };
    while (sentences.length <= to) sentences.push(sentence);
    from = to + 1;
  }
  for (const span of spans) if (span.to <= sentences[span.from]!.to) sentences[span.from]!.inside.push(span);
  return sentences;
}
