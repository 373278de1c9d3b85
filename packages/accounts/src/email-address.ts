/** E-mail addresses as people paste them, and in the one form in which they are compared: lower case, the domain in ASCII. */
import emailAddresses from "email-addresses";

const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
/** Letters of any script, digits and what RFC 5322 allows between dots; no quotes, spaces, controls or comments. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** In lower case and ASCII (punycode); null: not the name of a domain with a top level. */
export function normalDomain(domain: string): string | null {
  try {
    const { hostname, host } = new URL(`http://${domain.trim()}/`);
    // What else an address of the web may have is no part of a domain.
    const plain = hostname === host && !/[\s/@?#:\\]/.test(domain.trim());
    return plain && hostname.length <= 253 && DOMAIN.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

/** null: not an address that mail can be sent to. */
export function normalAddress(address: string): string | null {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at).normalize("NFC").toLowerCase();
  const domain = normalDomain(address.slice(at + 1));
  if (at < 1 || domain === null || local.length > LOCAL_MAX || !LOCAL.test(local)) return null;
  const normal = `${local}@${domain}`;
  return normal.length <= ADDRESS_MAX ? normal : null;
}

export const sameAddress = (one: string, other: string): boolean => {
  const normal = normalAddress(one);
  return normal !== null && normal === normalAddress(other);
};

/** Enough to know it by, for whoever knows it: `g•••@example.org`. */
export const maskedAddress = (address: string): string => {
  const at = address.lastIndexOf("@");
  return `${[...address.slice(0, at)][0] ?? ""}•••${address.slice(at)}`;
};

/** The usual form, `Ada Byron <ada@example.org>`. */
const NAMED = /^(?:"[^"]*"|[^<>"]*)<([^<>\s]+)>$/;
/** The parser of all other forms takes its time, and goes as deep as brackets do: it reads no more characters of a list than this. */
const PARSED_MAX = 2_000;

/** `address` null: what was `given` is none. */
export type PastedAddress = { given: string; address: string | null };

/** A list as it is pasted from a mail or a table: by lines, commas, semicolons or tabs, with or without names. Each address once; nothing is left out in silence. */
export function pastedAddresses(text: string): PastedAddress[] {
  const read = reader();
  const found = text
    .split(/[\r\n\t]+/)
    .flatMap(piecesOf)
    .flatMap((piece) => readPiece(piece, read));
  const known = new Set<string>();
  return found.filter(({ address, given }) => {
    const key = address ?? given;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** Commas and semicolons part, unless they are within quotes. A quote that is not closed is a sign like others. */
function piecesOf(line: string): string[] {
  const closed = (line.match(/"/g)?.length ?? 0) % 2 === 0;
  const pieces = closed ? (line.match(/("[^"]*"|[^,;"])+/g) ?? []) : line.split(/[,;]/);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

type Read = (piece: string) => string | null;

function readPiece(piece: string, read: Read): PastedAddress[] {
  const address = read(piece);
  if (address !== null) return [{ given: piece, address }];
  // Addresses with nothing but spaces between them.
  const words = piece.split(/\s+/).map((given) => ({ given, address: read(given) }));
  return words.length > 1 && words.every((word) => word.address !== null) ? words : [{ given: piece, address: null }];
}

function reader(): Read {
  let left = PARSED_MAX;
  return (piece) => {
    const usual = normalAddress(NAMED.exec(piece)?.[1] ?? piece);
    if (usual !== null || !piece.includes("@") || piece.length > left) return usual;
    left -= piece.length;
    const parsed = emailAddresses.parseOneAddress({ input: piece, rfc6532: true, atInDisplayName: true });
    return parsed?.type === "mailbox" ? normalAddress(parsed.address) : null;
  };
}
