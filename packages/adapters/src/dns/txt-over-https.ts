/** The TXT records of a name. */
import type { TxtLookup } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { queryDns, type Resolver } from "./query-dns.ts";

export const txtOverHttps = (resolver: Resolver): TxtLookup => ({
  async texts(name): Promise<Outcome<string[]>> {
    const records = await queryDns(resolver, name, "TXT");
    return records.ok ? ok(records.value.map(textOf)) : records;
  },
});

/** A record is of strings in quotes, which belong together; some resolvers leave the quotes out. */
function textOf(data: string): string {
  const strings = data.match(/"(?:[^"\\]|\\.)*"/g);
  return strings === null ? data : strings.map((one) => one.slice(1, -1).replaceAll(/\\(.)/g, "$1")).join("");
}
