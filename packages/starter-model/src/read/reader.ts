/** Reads blocks and sentences into an outline of tables and fields. What a clause is, is told by its form; see frames.ts. */
import { isKindName, kindOf, SYSTEMS, usualFor } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import { GLUE } from "./account.ts";
import type { Block, Bullets, Sheet } from "./blocks.ts";
import type { Context } from "./context.ts";
import { isFieldLike, optionsOf, readField } from "./field.ts";
import { knownType } from "./field-type.ts";
import { eventIn, PERSON_OR_PLACE, readFrame, tail } from "./frames.ts";
import { isWish } from "./needs.ts";
import { Outline, type ReadTable } from "./outline.ts";
import { sheetFields } from "./sheet.ts";
import { Asides, clausesOf, itemsOf, sentencesOf } from "./text.ts";
import { CONTAINER, isThing, thingOf } from "./thing.ts";

export class Reader implements Context {
  readonly outline = new Outline();
  readonly asides = new Asides();
  /** Fields that came before any table was named. */
  private waiting: string[] = [];
  /** What the prompt speaks of first; it is the table where no other is named. */
  topic: string | null = null;
  private event: string | null = null;

  read(blocks: Block[]): void {
    for (const block of blocks) {
      if (block.kind === "sheet") this.readSheet(block, blocks);
      else if (block.kind === "bullets") this.readBullets(block);
      else for (const sentence of sentencesOf(this.asides.mask(block.text))) this.readSentence(sentence);
    }
  }

  private readSheet(sheet: Sheet, blocks: Block[]): void {
    const title = sheet.title && isThing(sheet.title, true) ? sheet.title : (subjectIn(blocks) ?? subjectOfHeader(sheet.header));
    const table = this.outline.table(title ?? "record");
    for (const field of sheetFields(sheet)) this.outline.add(table, field);
  }

  private readBullets({ heading, items }: Bullets): void {
    const masked = items.map((item) => this.asides.mask(item));
    if (heading) this.readHeading(heading, masked);
    for (const [index, item] of masked.entries()) {
      if (isWish(this.asides.restore(item))) continue;
      const next = masked[index + 1];
      // "expense claims" alone as the first point is what the others are about.
      if (index === 0 && !this.outline.current && next && !/[,:]/.test(item) && isThing(item)) this.outline.table(item);
      else this.readSentence(item, true);
    }
  }

  /** "Music school:", "what I need for translation jobs:", "Volunteer database" */
  private readHeading(heading: string, items: string[]): void {
    const text = this.asides.mask(heading).replace(/[:\s]+$/, "");
    const before = this.outline.tables.length;
    for (const sentence of sentencesOf(text)) this.readSentence(sentence);
    if (this.outline.tables.length > before) return;
    const named = items.filter((item) => this.tableHead(item)).length;
    if (named >= 2) return;
    const subject = this.subject(text);
    if (subject) this.outline.mention(subject);
  }

  /** The table that a bullet begins with: "teachers - name, instrument". */
  private tableHead(item: string): string | null {
    const parted = /^(.+?)\s*(?::|\s-\s|\bwith\b|⟦)\s*(.+)$/.exec(item);
    if (!parted || !isThing(parted[1]!, true)) return null;
    return this.isFieldList(
      /⟦/.test(item) && !/[:]|\s-\s|\bwith\b/.test(item.replace(/⟦\d+⟧/g, "")) ? (this.asides.take(item).aside ?? "") : parted[2]!,
    )
      ? parted[1]!
      : null;
  }

  isFieldList(list: string, least = 2): boolean {
    const items = itemsOf(list);
    return (
      items.length >= least &&
      items.filter((item) => isFieldLike(item, this.asides)).length / items.length >= (items.length === 2 ? 1 : 0.5)
    );
  }

  /** "status: a, b, c" holds its values as if they stood in brackets. */
  private bracketed(sentence: string): string {
    const found = /^(.*?)(?:(,|\band\b|^)\s*)?([^,:]+?)\s*(?::|\s-\s)\s*([^:]+)$/.exec(sentence);
    if (!found || / -> /.test(sentence)) return sentence;
    const [, before, , said, whole] = found;
    const [, list, rest] = /^(.*?\bor [\w-]+) and (\w.*)$/i.exec(whole!) ?? [whole, whole, ""];
    const both = said!.lastIndexOf(" and ");
    const label = both > 0 ? said!.slice(both + 5) : said!;
    const earlier = both > 0 ? `${before}${before ? ", " : ""}${said!.slice(0, both)}` : before;
    const words = label.replace(/^(?:(?:and|a|an|the|its|their)\s+)+/i, "");
    const field = readField(words, this.asides);
    const options = field && optionsOf(list!);
    if (!field || !options || !/^(?:text|select|multiselect)$/.test(field.type) || this.isFieldList(list!, 3)) return sentence;
    if (!(field.type === "select" || isChoiceLike(words) || ((earlier ?? "") !== "" && !isThing(words)))) return sentence;
    return `${earlier}${earlier ? ", " : ""}${this.asides.mask(`${words} (${list})`)}${rest ? `, ${rest}` : ""}`;
  }

  readSentence(raw: string, bullet = false): void {
    const sentence = withoutGreeting(this.bracketed(withoutGreeting(raw)));
    if (sentence === "") return;
    if (!this.isFieldList(sentence, 3) || /^\S+ (?:register|log|book|list)\b/i.test(sentence)) this.topic ??= topicOf(sentence);
    this.event ??= eventIn(sentence) ?? null;
    const parted = /^(.{2,110}?)\s*(?::|\s-\s)\s*(.+)$/.exec(sentence);
    if (parted && !/\bhttps?$/.test(parted[1]!)) {
      const cut = parted[1]!.lastIndexOf(",");
      if (cut > 0 && !/^(?:so|right|ok)/i.test(parted[1]!)) this.readSentence(parted[1]!.slice(0, cut), bullet);
      const left = parted[1]!.slice(cut + 1).trim();
      const right = parted[2];
      if (/^(?:each|every|an?)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:has|have|gets|needs)\b/i.test(right!)) {
        this.readSentence(left, bullet);
        this.readSentence(right!, bullet);
        return;
      }
      if (/^(?:for|per|under|to|at|the lines? of)\s+(?:each|every)\b/i.test(right!) && readFrame(this, right!)) return;
      if (
        this.isFieldList(right!, 1) &&
        readFrame(this, left.replace(/^the (\w+) of the (\w+)$/i, "$1 of each $2")) &&
        this.outline.current
      ) {
        this.fields(this.outline.current, right!);
        return;
      }
      const [begin, ...more] = clausesOf(right!);
      if (begin && this.namesThings(begin, true)) {
        for (const clause of more) this.readClause(clause, bullet);
        return;
      }
      const subject = this.aboutOf(left);
      if (
        subject &&
        (this.isFieldList(right!) || (itemsOf(right!).length >= 3 && !isWish(right!)) || (bullet && isFieldLike(right!, this.asides)))
      ) {
        this.fields(this.tableOf(left!, subject), right!);
        return;
      }
      if (subject && isThing(subject) && !/^(?:so|also|plus)$/i.test(left!)) this.outline.table(subject);
      else if (left!.split(" ").length > 3 && !isWish(left!)) this.readSentence(left!);
      this.readSentence(right!, bullet);
      return;
    }
    for (const clause of clausesOf(sentence)) this.readClause(clause, bullet);
  }

  /** What stands before a colon: "Milk recording happens once a month", "the ticket books we hand out", "guests book on a public page". */
  private aboutOf(left: string): string | null {
    const last = clausesOf(left).at(-1) ?? left;
    const text = (
      /^(?:we|they|i|you|he|she|it|that|there|could|can)\b/i.test(last) ? (tail(this.asides.take(last).words) ?? last) : last
    ).replace(/\s+(?:we|they|that|which|would be|happens?|has to|have to|must|is|are|should)\b.*$/i, "");
    if (/^(?:each|every|an?|per|one|the)?\s*(?:entry|record|row|item|one|line|entries|of them)$/i.test(text) && this.outline.current)
      return this.outline.current.one;
    const event = eventIn(left);
    const whole = this.subject(text, true);
    if (whole && !(event && PERSON_OR_PLACE.test(thingOf(whole)))) return whole;
    return event ?? tail(this.asides.take(text).words) ?? whole;
  }

  private readClause(said: string, bullet: boolean): void {
    const clause = said.replace(
      /^(?:in|at|for|here at) (?:our|my|the) [\w-]+(?: [\w-]+)?,?\s+(?=(?:we|i|there|people|everybody|everyone)\s)/i,
      "",
    );
    for (const name of SYSTEMS[
      /^(?:an? |the |our |my |simple |small |basic |need |want |build )*(?:an? )?(\w+)\b(?=$| (?:for|app|system|tool|software)\b)/i
        .exec(clause)?.[1]
        ?.toLowerCase() ?? ""
    ] ?? [])
      if (this.outline.tables.length < 3) this.outline.table(name);
    if (bullet && this.outline.current && clause.split(" ").length <= 3 && !/[,:⟦]/.test(clause)) {
      this.fields(this.outline.current, clause);
      return;
    }
    if (/->.*->/.test(clause) && this.outline.current) {
      const options = optionsOf(clause.replace(/^.*?:\s*/, ""));
      if (options) this.outline.add(this.outline.current, { label: "status", type: "select", options, said: true });
      return;
    }
    if (this.namesThings(clause)) return;
    const wanted = /^(?:(?:we|i)\s+)?(?:need|want)\s+(?!to\b)(.+)$/i.exec(clause)?.[1];
    if (wanted && this.outline.tables.length > 0 && this.isFieldList(wanted, 3) && !/\swith\s/.test(wanted)) {
      this.fields(this.outline.current, wanted);
      return;
    }
    if (readFrame(this, clause)) return;
    const first = clause.search(/,|\s+⟦/);
    const head = first > 0 ? clause.slice(0, first) : "";
    const wish = isWish(this.asides.restore(clause));
    const list = clause.slice(first + 1).replace(/^\s*/, "");
    const toward = /^([\w-]+s) (?:to|from|for|by) (?:the )?([\w-]+)$/i.exec(head);
    if (toward && isThing(toward[1]!) && isThing(toward[2]!) && itemsOf(list).length > 0) {
      this.fields(this.outline.table(toward[1]!), `${singular(toward[2]!)}, ${list}`);
      return;
    }
    if (
      head &&
      !this.knownHead(head) &&
      this.headOfList(head) &&
      (this.isFieldList(list) ||
        (/^(?:who|what|where|when|how)\b/i.test(list) && isFieldLike(list, this.asides)) ||
        (/^⟦/.test(list) && this.isFieldList(this.asides.take(list).aside ?? "")))
    ) {
      const table = this.outline.table(this.subject(head.replace(/\s+(?:name|names)$/i, ""))!);
      if (/\sname$/i.test(head)) this.fields(table, head);
      this.fields(table, /^⟦\d+⟧$/.test(list) ? (this.asides.take(list).aside ?? "") : list);
      return;
    }
    const flag =
      this.outline.current &&
      /\b(?:y ?\/ ?n|yes ?\/ ?no|yes or no|or not)\W*$|^\w+(?: \w+)?\?$/i.test(clause) &&
      clause.split(" ").length <= 5;
    if (bullet || flag || this.isFieldList(clause, this.outline.current ? 2 : 3)) this.fields(this.outline.current, clause);
    else if (!wish) this.unparted(clause);
  }

  /** "choir members + rehearsals, attendance" */
  private namesThings(said: string, afterColon = false): boolean {
    const withList = /^(.*?)\s+with\s+(.+)$/i.exec(said);
    const clause = withList ? withList[1]! : said;
    if ((!afterColon && (this.outline.tables.length > 0 || withList)) || /⟦/.test(clause)) return false;
    if (afterColon) {
      const names = itemsOf(clause);
      const all = names.every(
        (name) =>
          /s$/.test(name) &&
          isThing(name, true) &&
          kindOf(name) &&
          (isKindName(thingOf(name)) || name.includes(" ")) &&
          !/^(?:notes|steps|ingredients|comments)$/i.test(name),
      );
      if (!all || (names.length === 1 && !withList)) return false;
      for (const name of names) this.outline.table(name);
      if (withList) this.fields(this.outline.current, withList[2]!);
      return true;
    }
    const items = itemsOf(
      clause.replace(/^.*\b(?:need|want|track|manage|app for|tool for|database of|list of)\s+(?:our\s+|the\s+|a\s+)?/i, ""),
    );
    if (
      items.length < 2 ||
      !items.every((item) => isThing(item, /s$/.test(item)) && isKindName(thingOf(item)) && !/^(?:date|name|phone)$/.test(item)) ||
      (items.length > 2 && items.slice(1).filter((item) => isFieldLike(item, this.asides)).length > 1)
    )
      return false;
    if (items.length > 2 && !items.slice(1).some((item) => /s$/.test(item))) return false;
    for (const item of items) this.outline.table(item);
    return true;
  }

  private knownHead(head: string): boolean {
    return this.outline.current !== null && isFieldLike(head, this.asides);
  }

  private headOfList(head: string): boolean {
    const subject = this.subject(head.replace(/\s+names?$/i, ""));
    return (
      subject !== null && (this.outline.tables.length === 0 || isThing(head.replace(/\s+names?$/i, ""))) && head.split(" ").length <= 5
    );
  }

  /** "Customer complaints product date channel": a list without commas. */
  private unparted(clause: string): void {
    const words = clause.split(/\s+/);
    if (
      words.length < 4 ||
      /[,:]/.test(clause) ||
      /\b(?:the|we|i|is|are|to|that|for|with|of|in|on|a|how|can|my|our|you|could|track|do|does|need|want|please)\b/i.test(clause)
    )
      return;
    let at = 0;
    for (let size = 1; size <= Math.min(3, words.length) && at === 0; size++) {
      const text = words.slice(0, size).join(" ");
      if (
        isThing(text) &&
        (/s$/.test(text) || CONTAINER.test(words[size] ?? "") || isKindName(thingOf(text))) &&
        !isKindName(thingOf(words.slice(0, size + 1).join(" ")))
      )
        at = size;
    }
    const named = words.slice(0, at).join(" ");
    if (at > 0 && CONTAINER.test(words[at] ?? "")) at++;
    if (at === 0 && !this.outline.current) return;
    const items: string[] = [];
    while (at < words.length) {
      let size = Math.min(3, words.length - at);
      while (size > 1 && !isFieldLike(words.slice(at, at + size).join(" "), this.asides)) size--;
      const item = words.slice(at, at + size).join(" ");
      const choice = items.at(-1);
      if (choice && !isFieldLike(item, this.asides) && isChoiceLike(choice.split(" ")[0]!)) items[items.length - 1] = `${choice} ${item}`;
      else items.push(item);
      at += size;
    }
    if (items.length < 3 || items.filter((item) => isFieldLike(item, this.asides)).length < items.length / 2) return;
    this.fields(named ? this.outline.table(named) : this.outline.current, items.join(", "));
  }

  /** What a phrase is about: "visitor log" is about visitors, "a simple risk register please" about risks. */
  subject(phrase: string, defined = false): string | null {
    const whole = this.asides
      .take(phrase)
      .words.replace(
        /^.*?\b(?:need|want|would like|'d like|have|build|make|create|looking for|search)\b.*?\b(?=(?:a|an|the|for|our)\b)/i,
        "",
      )
      .replace(/[?!]+$/, "")
      .replace(/\b(?:please|pls|thanks|now|to build|needed|wanted)\b/gi, "")
      .trim();
    const of = OF.exec(whole);
    const words = whole
      .replace(/\s+(?:that|which|where|who)\s.*$/i, "")
      .replace(/\s+(?:for|at|in|of|from|on|by)\s+(?:a|an|the|our|my|new|all|every|each|\w+-\w+|reception|office|staff|us)\b.*$/i, "")
      .trim();
    const before =
      /^(?:(?:a|an|the|our|my|simple|small|basic|build|of)\s+)*((?:[\w'-]+\s+){1,3}?)(?:list|register|registry|log|logbook|tracker|database|book|planner|directory|app|application|tool|system|inventory|sheet|catalogue)\s+(?:for|of|app|with|about)\b/i
        .exec(whole)?.[1]
        ?.trim();
    if (before && isThing(before)) return before;
    for (const candidate of [of?.[1], words]) {
      if (!candidate) continue;
      const parts = candidate.split(/\s+/);
      while (parts.length > 1 && CONTAINER.test(parts.at(-1)!) && !isThing(parts.join(" "))) parts.pop();
      if (
        parts.length > 1 &&
        CONTAINER.test(parts.at(-1)!) &&
        isThing(parts.slice(0, -1).join(" "), defined) &&
        !/^(?:record|library)/i.test(parts.at(-1)!)
      )
        parts.pop();
      const text = parts.join(" ");
      if (isThing(text, defined || parts.length < candidate.split(/\s+/).length)) return text;
    }
    const first = whole.split(/\s+(?:for|of|in|at|on|from)\s+/)[0]!;
    return first !== whole && isThing(first) ? first : null;
  }

  /** "calibrations per pipette", "each animal": the table, with what it belongs to. */
  tableOf(phrase: string, subject: string): ReadTable {
    const per = /^(.+?)\s+(?:per|for each|for every|of each|of every|on each|under each|against|in each)\s+(.+)$/i.exec(
      this.asides.take(phrase).words,
    );
    if (per && isThing(per[1]!, true) && isThing(per[2]!, true)) {
      const parent = this.outline.table(per[2]!);
      const child = this.outline.table(per[1]!);
      this.link(child, parent);
      return child;
    }
    return this.outline.table(subject);
  }

  link(child: ReadTable, parent: ReadTable): void {
    if (child !== parent && !child.parents.includes(parent)) child.parents.push(parent);
  }

  /** Gives a list's items to a table; without a table they wait for one. */
  fields(table: ReadTable | null, list: string): void {
    if (!table) {
      this.waiting.push(list);
      return;
    }
    const [lead, ...more] = itemsOf(list);
    if (
      lead &&
      more.length >= 2 &&
      / /.test(lead) &&
      /s$/.test(lead) &&
      isKindName(thingOf(lead)) &&
      knownType(lead) === null &&
      !/⟦/.test(lead)
    ) {
      const parent = table;
      this.link(this.outline.table(lead), parent);
      this.outline.current = parent;
      this.fields(parent, more.join(", "));
      return;
    }
    for (const item of joined(itemsOf(this.bracketed(list)), this.asides).flatMap((one) => this.segmented(one))) {
      if (isWish(this.asides.take(item).words, table.fields)) continue;
      if (thingOf(item) === table.one && table.fields.length === 0 && /s$/.test(item)) continue;
      const holder = /^belongs? to (?:an?|one|the|each)\s+(.+)$/i.exec(item);
      if (holder && isThing(holder[1]!, true)) {
        const child: ReadTable = table;
        this.link(child, this.outline.table(holder[1]!));
        this.outline.current = child;
        continue;
      }
      const child = /^(.+?(?:s| list))(?:\s+(?:for|per|of|in|on)\s+(?:each|every|the|a)\s+(?:\w+))?\s+(?:with|having)\s+(.+)$/i.exec(item);
      if (child && this.subject(child[1]!) && isFieldLike(child[2]!, this.asides)) {
        const parent: ReadTable = table;
        const made = this.outline.table(this.subject(child[1]!)!);
        if (made !== parent && (parent.fields.length > 0 || / (?:for|per|of) (?:each|every) /.test(item))) this.link(made, parent);
        this.fields(made, child[2]!);
        if (made !== parent) this.outline.current = made;
        table = made;
        continue;
      }
      const span = /^from (?:when|a \w+|one \w+)?\s*(?:to|until|till)\s*(?:when|a \w+)?$|^from\s+(?:to|until)$/i.test(item);
      const field = span ? null : readField(item, this.asides);
      if (span) for (const label of ["from", "to"]) this.outline.add(table, { label, type: "date", said: true });
      else if (field) this.outline.add(table, field);
    }
  }

  /** "name trainer start date max dogs price" is five fields, not one. */
  private segmented(item: string): string[] {
    const words = item.split(/\s+/);
    if (
      words.length < 4 ||
      /[/:⟦]|\b(?:the|of|in|to|for|on|is|it|by|per|we|they|and|or|with|how|what|who|when|where|whether|if|which)\b/i.test(item) ||
      readField(item, this.asides)?.options
    )
      return [item];
    const parts: string[] = [];
    for (let at = 0; at < words.length; ) {
      let size = Math.min(2, words.length - at);
      while (size > 1 && !isFieldLike(words.slice(at, at + size).join(" "), this.asides)) size--;
      if (size === 1 && !isFieldLike(words[at]!, this.asides)) return [item];
      parts.push(words.slice(at, at + size).join(" "));
      at += size;
    }
    return parts;
  }

  /** Once all is read, what waited goes to the table that the prompt is about. */
  settle(): void {
    const about = this.topic ?? this.event ?? usualFor(this.waiting.flatMap(itemsOf));
    if (this.outline.tables.length === 0 && this.waiting.length > 0 && about) this.outline.table(about);
    const main = this.outline.tables[0];
    if (main) for (const list of this.waiting) this.fields(main, list);
  }

  get unplaced(): readonly string[] {
    return this.outline.tables.length === 0 ? this.waiting : [];
  }
}

/** The first thing that a sentence names and that is neither a person nor a place. */
function topicOf(sentence: string): string | null {
  const words = sentence
    .replace(/⟦\d+⟧|[^\p{L}' -]/gu, " , ")
    .trim()
    .split(/\s+/);
  for (let at = 0; at < words.length; at++)
    for (const size of [3, 2, 1]) {
      const text = words.slice(at, at + size).join(" ");
      if (
        at + size <= words.length &&
        isKindName(thingOf(text)) &&
        isThing(text) &&
        !PERSON_OR_PLACE.test(thingOf(text)) &&
        (at + size === words.length ||
          words[at + size] === "," ||
          GLUE.has(words[at + size]!.toLowerCase()) ||
          CONTAINER.test(words[at + size]!) ||
          /s$/.test(text))
      )
        return text;
    }
  return null;
}

/** Options that were parted from their field: "status open, fixed, signed off". */
function joined(items: string[], asides: Asides): string[] {
  const result: string[] = [];
  for (const item of items) {
    const before = result.at(-1);
    const field = before && isChoiceLike(before.split(" ")[0]!) && / /.test(before) && !/⟦/.test(before) ? before : null;
    const open =
      field && !/\d\s*-\s*\d/.test(field) && (/^\w+ [\w -]+(?:, [\w -]+)*$/.test(field.replace(":", "")) || field.includes(" / "));
    if (field && open && isValue(item, asides) && item.split(" ").length <= 3 && !/⟦/.test(item))
      result[result.length - 1] =
        field.includes(",") || field.includes("/") || field.includes(":")
          ? `${field}, ${item.replace(/^or /, "")}`
          : `${field.replace(" ", ": ")}, ${item}`;
    else result.push(item);
  }
  return result.map((item) => item.replace(/^(\w+) (?=[^:]+, )/, (head) => (isChoiceLike(head.trim()) ? `${head.trim()}: ` : head)));
}

const isValue = (item: string, asides: Asides): boolean => {
  const type = knownType(item);
  return type === null || type === "boolean" ? !/\?|y\/n|yes/i.test(item) : !isFieldLike(item, asides);
};

const isChoiceLike = (label: string): boolean => {
  const probe = readField(`${label} a/b`, new Asides());
  return (
    probe?.options?.length === 2 &&
    /^(?:status|state|stage|phase|priority|severity|type|kind|category|level|condition|outcome|sex|gender|urgency|risk|health|scale|age|size|channel|trade|frequency|result|mood|reply|class|group|distance|stroke|package|track|species|diet|role|membership|currency|unit|discipline)/i.test(
      singular(label),
    )
  );
};

const OF =
  /\b(?:list|register|log|database|tracker|record|records|overview|table|app|tool|system|program|catalogue|collection|logbook|book|place|something|software|solution|planner|board|page|calendar|application|inbox|programme)\s+(?:of|for|with|to (?:track|manage|record|log|store)|about)\s+(?:all\s+|our\s+|the\s+|my\s+)*(.+)$/i;

const GREETING =
  /^(?:(?:hi|hello|hey|good (?:day|morning|evening|afternoon)|dear all|morning|thanks(?: a (?:lot|million))?|thank you|ok(?:ay)?|so|well|right|basically|please|btw|cheers|oh|and|also|now|hi there|hello there|hi team|background|context|but)\b[\s,!.:]*)+/i;

const withoutGreeting = (sentence: string): string =>
  sentence
    .replace(GREETING, "")
    .replace(/^there[,!]\s*/i, "")
    .trim();

/** "this is our supplier list", "Import this. Also …": what is said around a sheet may name it. */
function subjectIn(blocks: Block[]): string | null {
  const prose = blocks.flatMap((block) => (block.kind === "prose" ? [block.text] : [])).join(" ");
  const named = /\b(?:our|my|the|of|for)\s+([\w-]+(?: [\w-]+)?)\s+(?:list|register|log|database|sheet|inventory|table|excel|file)\b/i.exec(
    prose,
  )?.[1];
  return named && isThing(named) ? named : null;
}

/** A sheet is about what its first title names, or what its titles are usual for. */
function subjectOfHeader(header: string[]): string | null {
  const first = header[0]!;
  const named = thingOf(first.replace(/\s*\b(?:id|no|nr|number|code|name|title|key|ref|tag)\b\.?\s*$/i, ""));
  if (named && isThing(named) && !/^(?:date|name|day|month)$/.test(named)) return named;
  const titles = new Set(header.map((title) => singular(title.toLowerCase())));
  if (titles.has("email") || (titles.has("role") && titles.has("team")))
    return titles.has("name") && titles.has("start date") ? "employee" : "contact";
  for (const title of header) if (kindOf(title) && isThing(title) && /(?:id|no|number)/i.test(title)) return title;
  if ([...titles].some((title) => /reading/.test(title))) return "reading";
  if (titles.has("km start") || titles.has("purpose")) return "trip";
  if (titles.has("hour")) return "time entry";
  if (titles.has("monday")) return "shift";
  return named && isThing(named, true) ? named : null;
}
