/**
 * Secrets at rest: AES-GCM under SEAL_KEY. The value is `<key id>.<iv>.<ciphertext>`; several
 * keys may be given, separated by commas: the first one seals, each one opens, so a key can be
 * rotated while old values stay readable.
 */

import { base64url } from "jose";
import { first } from "./at.ts";
import { sha256Hex } from "./hash.ts";

const IV_BYTES = 12;

type Key = { id: string; key: CryptoKey };

async function keysOf(sealKey: string): Promise<Key[]> {
  return Promise.all(
    sealKey.split(",").map(async (part) => {
      const material = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(part.trim()));
      const key = await crypto.subtle.importKey("raw", material, "AES-GCM", false, ["encrypt", "decrypt"]);
      return { id: (await sha256Hex(`id:${part.trim()}`)).slice(0, 8), key };
    }),
  );
}

/** `context` binds the value to where it belongs, such as an organization's id: it opens nowhere else. */
export async function seal(text: string, sealKey: string, context: string): Promise<string> {
  const { id, key } = first(await keysOf(sealKey));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = new TextEncoder().encode(context);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, new TextEncoder().encode(text));
  return `${id}.${base64url.encode(iv)}.${base64url.encode(new Uint8Array(sealed))}`;
}

/** The text, or null for a value that was changed, belongs elsewhere, or whose key is gone. */
export async function unseal(value: string, sealKey: string, context: string): Promise<string | null> {
  const [id, iv, sealed] = value.split(".");
  const known = (await keysOf(sealKey)).find((candidate) => candidate.id === id);
  if (!known || iv === undefined || sealed === undefined) return null;
  try {
    const parameters = {
      name: "AES-GCM",
      iv: base64url.decode(iv) as Uint8Array<ArrayBuffer>,
      additionalData: new TextEncoder().encode(context),
    };
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(parameters, known.key, base64url.decode(sealed) as Uint8Array<ArrayBuffer>),
    );
  } catch {
    return null;
  }
}

/** Whether a value is sealed as it would be today, and need not be sealed anew. */
export async function isUnderFirstKey(value: string, sealKey: string): Promise<boolean> {
  const { id } = first(await keysOf(sealKey));
  return value.startsWith(`${id}.`);
}
