/** Lists of outside hosts compared, and as people read them. Apart from their schema, which a page of the workspace does without. */
import type { AppHosts } from "./hosts.ts";

export const HOST_KINDS = ["connect", "image", "frame", "media", "font"] as const;
export type HostKind = (typeof HOST_KINDS)[number];

/** As people read it, each host once: "a.example.com, b.example.com and any site". */
export function hostNames(hosts: AppHosts): string {
  const names = [...new Set(HOST_KINDS.flatMap((kind) => hosts[kind] ?? []))].map((host) => (host === "*" ? "any site" : host));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** What of `asked` is not in `confirmed`, kind by kind; an empty object when nothing is missing. */
export function unconfirmed(asked: AppHosts, confirmed: AppHosts): AppHosts {
  const missing: AppHosts = {};
  for (const kind of HOST_KINDS) {
    const known = new Set(confirmed[kind]);
    const left = [...new Set(asked[kind])].filter((host) => !known.has(host));
    if (left.length > 0) missing[kind] = left;
  }
  return missing;
}

/** What takes effect for a version that asks for `asked`: no more than both it and the person want. */
export function effective(asked: AppHosts, confirmed: AppHosts): AppHosts {
  const both: AppHosts = {};
  for (const kind of HOST_KINDS) {
    const known = new Set(confirmed[kind]);
    const hosts = [...new Set(asked[kind])].filter((host) => known.has(host));
    if (hosts.length > 0) both[kind] = hosts;
  }
  return both;
}
