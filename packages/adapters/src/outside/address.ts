/**
 * Which addresses outside the platform may be asked on an organization's behalf. A platform on the internet must not be made to
 * ask hosts inside a network, nor itself; on one's own machine the server is next door. Used where an address is saved, and again
 * at each request. What a Worker cannot do about names that change between look-up and request is in docs/decisions.
 */
import type { Outcome } from "@edgewright/contracts";
import { fail, first, ok } from "@edgewright/core";
import ipaddr from "ipaddr.js";
import type { AddressLookup } from "../dns/addresses-over-https.ts";

export type OutsideRules = {
  /** Whether hosts inside a private network may be asked, which the platform's operator sets. */
  local: boolean;
  /** The platform's own addresses. They are never asked. */
  own: readonly string[];
  lookUp: AddressLookup;
};

const INSIDE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|arpa)$/;
const INSIDE = "This address is inside a network, where the platform may not look.";
/** Below it are other protocols' ports. */
const FREE_PORTS = 1024;

/** Only what is routed on the internet: no private or reserved range, none that carries an IPv4 address, and of IPv6 2000::/3 alone. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || first(address.toByteArray()) >> 5 === 1;
}

/** What is wrong with it, as far as it shows by itself, or null. */
export function addressProblem(address: string, { local, own }: Pick<OutsideRules, "local" | "own">): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return "This is no http or https address.";
  if (url.username !== "" || url.password !== "") return "Put the key into its own field, not into the address.";
  if (own.some((mine) => isOwn(url, new URL(mine), local))) return "This is an address of the platform itself.";
  if (local) return null;
  if (url.protocol !== "https:") return "The address must begin with https://, so that the key is not sent in the open.";
  if (url.port !== "" && Number(url.port) < FREE_PORTS) return `Port ${url.port} belongs to another protocol.`;
  const host = hostOf(url);
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? null : INSIDE;
  return !host.includes(".") || INSIDE_NAMES.test(host) ? INSIDE : null;
}

/** The same, and where its name leads now: one address inside is enough to refuse it. */
export async function mayBeAsked(address: string, rules: OutsideRules): Promise<Outcome<void>> {
  const refuse = (why: string) => fail("bad_request", why, { next: "Enter an address that is reached on the internet." });
  const problem = addressProblem(address, rules);
  if (problem !== null) return refuse(problem);
  const host = hostOf(new URL(address));
  if (rules.local || ipaddr.isValid(host)) return ok(undefined);
  const found = await rules.lookUp(host);
  if (!found.ok) return found;
  if (found.value.length === 0) return refuse(`The name ${host} leads nowhere: it has no address.`);
  return found.value.every(isPublicAddress)
    ? ok(undefined)
    : refuse(`The name ${host} leads inside a network, where the platform may not look.`);
}

/** Fetches only from addresses that the rules allow, and looks each one up every time. Follows no redirect, which would lead past the rules and take a key along. */
export const outsideFetch =
  (rules: OutsideRules): typeof fetch =>
  async (input, init) => {
    const allowed = await mayBeAsked(input instanceof Request ? input.url : String(input), rules);
    if (!allowed.ok) throw new TypeError(allowed.error.message);
    return fetch(input, { ...init, redirect: "manual" });
  };

/** The URL parser has already brought every way to write an IPv4 address into its usual form. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

/** On one's own machine everything has one name; there the port tells. */
function isOwn(url: URL, own: URL, local: boolean): boolean {
  const [host, mine] = [hostOf(url), hostOf(own)];
  const isHost = host === mine || host.endsWith(`.${mine}`) || (local && /^(127\.|::1$|localhost$)/.test(host));
  return isHost && (!local || url.port === own.port);
}

/** Whether the platform itself runs on a person's own machine. */
export const isOwnMachine = (appUrl: string): boolean => ["localhost", "127.0.0.1"].includes(new URL(appUrl).hostname);
