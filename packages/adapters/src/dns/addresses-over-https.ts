/** The addresses of a name, of both kinds. */
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { queryDns, type Resolver } from "./query-dns.ts";

export type AddressLookup = (name: string) => Promise<Outcome<string[]>>;

export const addressesOverHttps =
  (resolver: Resolver): AddressLookup =>
  async (name) => {
    const [v4, v6] = await Promise.all([queryDns(resolver, name, "A"), queryDns(resolver, name, "AAAA")]);
    if (!v4.ok) return v4;
    return v6.ok ? ok([...v4.value, ...v6.value]) : v6;
  };
