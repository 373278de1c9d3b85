/** Prompts whose tables, fields and options are marked by hand ("{t vehicles} with {f plate}"), and more of them by exchanging what is named. */
import { readdirSync, readFileSync } from "node:fs";
import { BOOLEANS, DATES, INTEGER, LONGTEXT, MONEY, NUMBER, TEXTS } from "../src/knowledge/field-words.ts";
import { KIND_NAMES, kindOf } from "../src/knowledge/kinds.ts";
import { mended } from "../src/read/spelling.ts";
import { LABELS, type Role } from "../src/read/tagger.ts";
import { plain } from "../src/read/text.ts";
import { type Token, tokensOf } from "../src/read/tokens.ts";
import { plural, singular } from "../src/words/inflect.ts";

/** A piece of a prompt: a role's words, or words between. */
export type Piece = { role: Role | null; text: string };
export type Marked = { id: string | null; pieces: Piece[] };
export type Example = { id: string | null; tokens: Token[]; labels: number[] };

const folder = new URL("./tagged/", import.meta.url);

export function markedPrompts(without: readonly string[] = []): Marked[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt") && !["wishes", "asides", ...without].includes(name.slice(0, -4)))
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split(/^%%$/m).map(parsed));
}

const linesOf = (name: string): string[] => readFileSync(new URL(name, folder), "utf8").trim().split("\n");
export const wishes = (): string[] => linesOf("wishes.txt");
export const asides = (): string[] => linesOf("asides.txt");

function parsed(entry: string): Marked {
  const [, id, body] = /^\s*(?:#(\S+)\n)?([\s\S]*)$/.exec(entry)!;
  const pieces: Piece[] = [];
  for (const part of plain(body!.trim()).split(/(\{[tcrfp] [^{}]*\})/)) {
    const marked = /^\{([tcrfp]) ([^{}]*)\}$/.exec(part);
    if (marked) pieces.push({ role: marked[1] as Role, text: marked[2]! });
    else if (/[{}]/.test(part)) throw new Error(`A mark is wrong in: ${part}`);
    else if (part !== "") pieces.push({ role: null, text: part });
  }
  return { id: id ?? null, pieces };
}

export function exampleOf({ id, pieces }: Marked): Example {
  let text = "";
  const spans: { role: Role; start: number; end: number }[] = [];
  for (const piece of pieces) {
    if (piece.role) spans.push({ role: piece.role, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  const tokens = tokensOf(text);
  const labels = tokens.map(() => 0);
  for (const { role, start, end } of spans) {
    let begun = false;
    for (const [at, token] of tokens.entries())
      if (token.start >= start && token.start < end) {
        labels[at] = LABELS.indexOf(`${begun ? "I" : "B"}${role}`);
        begun = true;
      }
  }
  const known = tokensOf(mended(text));
  return { id, tokens: known.length === tokens.length ? known : tokens, labels };
}

export type Random = () => number;

/** The same numbers each time, so that the weights can be made again. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MORE_THINGS =
  "greenhouse, saddle, kiln, brushcutter, dinghy, paraglider, cheese wheel, beehive, scaffold, pump, crane, forklift, antenna, buoy, mural, mosaic, wig, sail, sculpture, cartridge, reel, lens, tripod, drum kit, amplifier, microphone, canoe, kayak, tractor, plough, combine, orchard, hedge, fence, gate, trough, litter, kennel, aviary, terrarium, aquarium, microscope, centrifuge, reagent, antibody, plasmid, biopsy, donor organ, wheelchair, hearing aid, prosthesis, crutch, stretcher, ambulance call, dispatch, sermon, baptism, funeral, grave, icon, relic, manuscript, map sheet, census, petition, permit, fine, summons, hearing, verdict, affidavit, trademark, patent, royalty, franchise, outlet, kiosk, vending machine, coupon book, loyalty card, wristband, locker key, life jacket, wetsuit, surfboard, snowboard, lift pass, chalet, campsite, caravan, motorhome, tow bar, roof box, winter tyre, charging station, wallbox, solar panel, inverter, heat pump, radiator, chimney, roof, gutter, drain, manhole, hydrant, valve, pipeline, substation, turbine, borehole, quarry, blast, core sample, survey point, benchmark, drawing set, site plan, variation, defect notice, handover, punch item, tile, slab, beam, weld, torque check, calibration weight, gauge, jig, fixture plate, die, press, loom, bobbin, fabric roll, pattern piece, hem, button, shoe, last, leather hide, ring, gemstone, appraisal, auction, bid item, lot sheet, consignor, curator, loan request, condition check, frame job, print edition, negative, slide, tape, film reel, script, scene, costume change, cue, seat map, subscription ticket, donor letter, pledge card, sponsor package, mentor, mentee, alumnus, thesis, defence, viva, tutorial, lab book, experiment, trial, cohort, questionnaire, interviewee, focus group, persona, wireframe, release note, incident review, firewall rule, certificate, vm, container image, api key, ssl certificate, dns record, backup tape, toner, cable, switch, access point, sim card, headset, docking station".split(
    ", ",
  );
const MORE_FIELDS =
  "hull length, wood type, chip size, blade, horsepower, voltage, pressure, viscosity, yield, moisture, sugar content, brix, alcohol, acidity, altitude, depth, width, height, thickness, diameter, tolerance, lining, heel height, hem length, neck size, chest, inseam, pulse, pain level, blood type, ward, bed, consultant, ward round, allergies, insurance, next of kin, guardian, tutor, homeroom, locker, bus stop, nationality, passport number, visa until, arrival, departure, gate, terminal, seat, cabin, deck, port, berth, draught, cargo, tonnage, container no, seal number, customs code, incoterm, freight cost, duty, vat, net, gross, iban, cost centre, ledger account, booked on, approved by, released by, checked by, cleaned by, opened, closed, sealed, sterile, fragile, flammable, refundable, taxable, member since, last visit, next visit, last contact, follow up, channel, campaign, budget, spent, forecast, target, actual, deviation, comment, remarks, reason, cause, measure, outcome, result, score, rank, points, lap, split, distance, pace, weather, wind, temperature, humidity, rainfall, soil, variety, sown on, harvested on, sprayed with, dose, batch, best before, shelf, aisle, bin, pallet, rack, bay, zone, floor, wing, room, key number, access level, badge, hired on, left on, hours per week, salary, grade, skill, licence class, medical until, photo, scan, attachment, link, video, signature, notes, title, code, name, description, owner, contact, phone, email, city, street, country, status, type, category, priority, start, end, from, to, date, time, duration, price, cost, deposit, discount, quantity, amount, unit, weight, size, colour".split(
    ", ",
  );
const MORE_CHOICES =
  "draft/final; red/amber/green; north/south/east/west; cash/card/transfer; left/right/both; adult/child/senior; full time/part time/freelance; gas/oil/electric; ripe/unripe/rotten; on time/late/cancelled; unread/read/archived; bronze/silver/gold; in stock/on order/sold out; beginner/intermediate/advanced; single/double/suite; wood/metal/plastic/glass; mon/tue/wed; breakfast/lunch/dinner; small/medium/large; verified/unverified; inbound/outbound; phone/mail/in person; weekly/monthly/yearly; pass/fail; todo/doing/review/done; requested/approved/ordered/arrived; empty/half full/full; solo/duo/group; minor/major/critical; english/german/french; waiting/called/seated; to check/checked/rejected; planted/growing/harvested; 1st/2nd/3rd; dry/sweet; quiet/normal/busy; healthy/sick/dead; new/used/broken; walk/bus/car; yes/no/maybe; up/down; a/b/c".split(
    "; ",
  );

export type Pools = { things: string[]; fields: string[]; asked: string[]; choices: string[][] };

const isAsked = (text: string): boolean => /^(?:who|what|when|where|how|which|whether|if|whose|since|until|by)\b/i.test(text);
const isPlain = (text: string): boolean => text.split(" ").length <= 3 && !/\b(?:it|they|we|he|she|is|was|are)\b/i.test(text) && !isAsked(text);

export function poolsOf(prompts: readonly Marked[]): Pools {
  const pieces = prompts.flatMap(({ pieces: own }) => own);
  const fields = pieces.filter(({ role }) => role === "f").map(({ text }) => text);
  const usual = KIND_NAMES.flatMap((name) => kindOf(name)?.fields.map((field) => field.name) ?? []);
  return {
    things: [
      ...KIND_NAMES,
      ...MORE_THINGS,
      ...MORE_THINGS,
      ...pieces.filter(({ role, text }) => role === "t" && text.split(" ").length <= 2).map(({ text }) => singular(text)),
    ],
    fields: [...fields.filter(isPlain), ...MORE_FIELDS, ...new Set(usual), ...[BOOLEANS, DATES, INTEGER, LONGTEXT, MONEY, NUMBER, TEXTS].flatMap((set) => [...set].filter((_, at) => at % 3 === 0))],
    asked: fields.filter(isAsked),
    choices: MORE_CHOICES.map((set) => set.split("/")),
  };
}

/** The prompt with other things, fields and options in it, and some of its marks and letters gone. */
export function varied(prompt: Marked, pools: Pools, others: readonly string[], random: Random): Marked {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const things = new Map<string, string>();
  const thingChance = random() < 0.65 ? 0.8 : 0.1;
  const fieldChance = random() * 0.9;
  const choiceChance = random();
  for (const { role, text } of prompt.pieces)
    if ((role === "t" || role === "c" || role === "r") && text.split(" ").length <= 3 && random() < thingChance && !/ing$|^(?:book|buy|use|sold|report|reserve|borrow|rent|rate)$/.test(text))
      things.set(singular(text.toLowerCase()), things.get(singular(text.toLowerCase())) ?? pick(pools.things));
  const exchanged = (text: string): string | null => {
    const by = things.get(singular(text.toLowerCase()));
    if (!by) return null;
    const form = singular(text.toLowerCase()) === text.toLowerCase() ? by : plural(by);
    return /^[A-Z]/.test(text) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
  };
  let pieces = prompt.pieces.map((piece): Piece => {
    if (piece.role === "t" || piece.role === "c" || piece.role === "r") return { ...piece, text: exchanged(piece.text) ?? piece.text };
    if (piece.role === "f") {
      const same = exchanged(piece.text);
      if (same) return { ...piece, text: same };
      if (random() < fieldChance) return { ...piece, text: isAsked(piece.text) ? (random() < 0.5 ? pick(pools.asked) : piece.text) : pick(pools.fields) };
      return piece;
    }
    if (piece.role === null)
      return { ...piece, text: piece.text.replace(/[A-Za-z]{3,}(?: [A-Za-z]{3,})?/g, (words) => exchanged(words) ?? words.replace(/[A-Za-z]+/g, (word) => exchanged(word) ?? word)) };
    return piece;
  });
  if (choiceChance < 0.5) {
    let set: string[] = [];
    let at = 0;
    pieces = pieces.map((piece, index) => {
      if (piece.role !== "p") return piece;
      const before = pieces.slice(Math.max(0, index - 2), index);
      if (!before.some(({ role }) => role === "p")) [set, at] = [pick(pools.choices), 0];
      return at < set.length ? { ...piece, text: set[at++]! } : piece;
    });
  }
  if (random() < 0.25) pieces = pieces.map((piece) => ({ ...piece, text: piece.text.toLowerCase() }));
  const said = random();
  if (said < 0.3) pieces = [...pieces, { role: null, text: `${/[.!?\n]\s*$/.test(pieces.at(-1)!.text) ? " " : random() < 0.5 ? ". " : "\n"}${pick(others)}` }];
  else if (said < 0.4) pieces = [{ role: null, text: `${pick(others).replace(/[.!?]?$/, ".")} ` }, ...pieces];
  if (random() < 0.2) pieces = pieces.map((piece) => ({ ...piece, text: misspelt(piece.text, random) }));
  return { id: prompt.id, pieces };
}

const misspelt = (text: string, random: Random): string =>
  text.replace(/[a-z]{4,}/g, (word) => {
    if (random() > 0.12) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
