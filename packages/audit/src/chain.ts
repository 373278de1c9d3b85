/**
 * The hash chain over a log's lines: each is sealed with a keyed hash over itself, its place and the hash before it, and
 * where the chain begins and ends is sealed likewise. The key is derived from SEAL_KEY, so who can write to the database
 * alone can alter nothing unnoticed. Pure; kept and walked by packages/db.
 */
import { first } from "@edgewright/core";
import type { AuditEntry } from "./entry.ts";

/** A line as it is stored: its summaries are their very text. */
export type StoredEntry = Omit<AuditEntry, "detail" | "before" | "after" | "action" | "actorKind"> & {
  action: string;
  actorKind: string;
  detail: string;
  before: string | null;
  after: string | null;
};
export type ChainRow = StoredEntry & { number: number; hash: string | null };

/** The place and hash of the last line that retention removed, and of the newest line. */
export type ChainEnds = { anchorNumber: number; anchorHash: string; lastNumber: number; lastHash: string };
export type ChainState = ChainEnds & { hash: string };

export const UNSTARTED: ChainEnds = { anchorNumber: 0, anchorHash: "", lastNumber: 0, lastHash: "" };

/** The first key seals, each one can check: as with SEAL_KEY itself, a former key stays in the list while lines under it are kept. */
export type ChainKeys = { newest: ChainKey; all: ReadonlyMap<string, ChainKey> };
type ChainKey = { id: string; key: CryptoKey };

export async function chainKeys(sealKey: string): Promise<ChainKeys> {
  const keys = await Promise.all(sealKey.split(",").map(chainKey));
  return { newest: first(keys), all: new Map(keys.map((key) => [key.id, key])) };
}

async function chainKey(part: string): Promise<ChainKey> {
  const material = await crypto.subtle.importKey("raw", utf8(part.trim()), "HKDF", false, ["deriveBits", "deriveKey"]);
  const derivation = (info: string) => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(info) });
  const id = base64(await crypto.subtle.deriveBits(derivation("edgewright audit chain, name"), material, 48));
  const hmac = { name: "HMAC", hash: "SHA-256", length: 256 };
  return { id, key: await crypto.subtle.deriveKey(derivation("edgewright audit chain"), material, hmac, false, ["sign"]) };
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

const mac = async ({ id, key }: ChainKey, fields: readonly unknown[]): Promise<string> =>
  `${id}.${base64(await crypto.subtle.sign("HMAC", key, utf8(JSON.stringify(fields))))}`;

/** The hash of these fields under the key that another hash names; null: that key is not there any more. */
async function macAs(keys: ChainKeys, hash: string | null, fields: readonly unknown[]): Promise<string | null> {
  const key = keys.all.get(hash?.split(".", 1)[0] ?? "");
  return key ? mac(key, fields) : null;
}

/** Every column, in one order, as a list: nothing can be moved from one into the next unnoticed. */
const lineOf = (row: StoredEntry, number: number, previous: string) => [
  "line",
  ...[previous, row.scope, number, row.id, row.at, row.projectId, row.action, row.subject],
  ...[row.actorKind, row.actorId, row.actorName, row.personId, row.ip, row.userAgent, row.requestId],
  ...[row.detail, row.before, row.after],
];

const endsOf = (scope: string, { anchorNumber, anchorHash, lastNumber, lastHash }: ChainEnds) => [
  ...["ends", scope, anchorNumber, anchorHash, lastNumber, lastHash],
];

/** The hash this line has at this place, under the key of the hash it claims; null: that key is unknown. */
export const claimedHash = (keys: ChainKeys, row: ChainRow, number: number, previous: string): Promise<string | null> =>
  macAs(keys, row.hash, lineOf(row, number, previous));

/** The hashes this line may have had at this place, one for each key. */
export const possibleHashes = (keys: ChainKeys, row: ChainRow, number: number, previous: string): Promise<string[]> =>
  Promise.all([...keys.all.values()].map((key) => mac(key, lineOf(row, number, previous))));

export const isIntact = async (keys: ChainKeys, scope: string, state: ChainState): Promise<boolean> =>
  (await macAs(keys, state.hash, endsOf(scope, state))) === state.hash;

/** The ends, sealed. */
export const sealedEnds = async (keys: ChainKeys, scope: string, ends: ChainEnds): Promise<ChainState> => ({
  ...ends,
  hash: await mac(keys.newest, endsOf(scope, ends)),
});

export type SealedLines = { places: { id: string; number: number; hash: string }[]; state: ChainState };

/** The next lines of a chain, each in its place. */
export async function sealLines(keys: ChainKeys, scope: string, ends: ChainEnds, rows: readonly StoredEntry[]): Promise<SealedLines> {
  const places: SealedLines["places"] = [];
  let { lastNumber, lastHash } = ends;
  for (const row of rows) {
    lastNumber++;
    lastHash = await mac(keys.newest, lineOf(row, lastNumber, lastHash));
    places.push({ id: row.id, number: lastNumber, hash: lastHash });
  }
  return { places, state: await sealedEnds(keys, scope, { ...ends, lastNumber, lastHash }) };
}
