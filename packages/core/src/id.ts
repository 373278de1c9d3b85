/** Ids: a prefix that names the kind, and a UUIDv7 that sorts by time (TypeID). */
import { TypeID, typeid } from "typeid-js";

export type IdPrefix =
  | "org"
  | "usr"
  | "prj"
  | "ver"
  | "ses"
  | "job"
  | "msg"
  | "row"
  | "req"
  | "aud"
  | "out"
  | "key"
  | "mem"
  | "inv"
  | "acc"
  | "sin"
  | "vrf"
  | "qst"
  | "cal"
  | "rai"
  | "tfa"
  | "pky"
  | "tok"
  | "dom"
  | "dep"
  | "snp"
  | "mal"
  | "imp"
  | "fil"
  | "rul"
  | "run"
  | "brn";

export const newId = (prefix: IdPrefix): string => typeid(prefix).toString();

/** One that nobody guesses: it tells no time, and knowing others helps nobody. */
export const secretId = (prefix: IdPrefix): string => TypeID.fromUUIDBytes(prefix, crypto.getRandomValues(new Uint8Array(16))).toString();

/** Of ids of one millisecond, this tells the later one. */
let last = { at: 0, sequence: 0 };

/** An id made at this time: ids of one prefix sort by it, and those that one isolate made within a millisecond by their order. */
export function newIdAt(prefix: IdPrefix, at: number): string {
  last = { at, sequence: last.at === at ? (last.sequence + 1) & 0xfff : 0 };
  const bytes = atTime(crypto.getRandomValues(new Uint8Array(16)), at);
  const view = new DataView(bytes.buffer);
  view.setUint16(6, 0x7000 | last.sequence);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return TypeID.fromUUIDBytes(prefix, bytes).toString();
}

/** Every id made at this time or later is above it, every earlier one below. */
export const idFloor = (prefix: IdPrefix, at: number): string => TypeID.fromUUIDBytes(prefix, atTime(new Uint8Array(16), at)).toString();

/** The first 48 bits of a UUIDv7 are its milliseconds. */
function atTime(bytes: Uint8Array, at: number): Uint8Array {
  new DataView(bytes.buffer).setUint16(0, Math.floor(at / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, at % 2 ** 32);
  return bytes;
}
