/**
 * What an invitation's link carries. Of an invitation by mail there are two: the one
 * in the mail, and one made from it for whoever invited, to hand on by other means.
 * Both open the invitation; only the first proves that its holder reads the mails of
 * that address, and it cannot be told from the second.
 */
import { sha256Hex } from "@edgewright/core";

const BYTES = 32;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const randomSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(BYTES)));

async function shownOf(mailed: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`shown ${mailed}`));
  return base64url(new Uint8Array(digest));
}

export type NewSecret = { mailed: string; shown: string; hash: string };

export async function newSecret(): Promise<NewSecret> {
  const mailed = randomSecret();
  const shown = await shownOf(mailed);
  return { mailed, shown, hash: await sha256Hex(shown) };
}

/** The hashes under which an invitation with this secret may be kept. */
export async function hashesOf(secret: string): Promise<{ asShown: string; asMailed: string }> {
  return { asShown: await sha256Hex(secret), asMailed: await sha256Hex(await shownOf(secret)) };
}

export const inviteLink = (appUrl: string, secret: string): string => `${appUrl}/invite?secret=${secret}`;
