/** Whether the page may load what an app's source says it loads: findings for what its policy keeps back and for files that are not there. */
import type { AppHosts, FileMap, Finding, HostKind } from "@edgewright/contracts";
import { lookup } from "mrmime";
import type { Address, AddressUse } from "./address.ts";
import { quotedFinding } from "./position.ts";
import { servedPaths } from "./served.ts";

const MAX_FINDINGS = 30;

export type PageFiles = { files: FileMap; hosts: AppHosts; served: ReadonlySet<string> };

/** `text` is the source the addresses were found in. */
export function addressFindings(file: string, text: string, addresses: readonly Address[], page: PageFiles): Finding[] {
  return addresses
    .flatMap((address) => {
      const message = refusal(address, page);
      return message === null ? [] : [{ address, message }];
    })
    .slice(0, MAX_FINDINGS)
    .map(({ address, message }) => quotedFinding(file, text, address.address, address.line, message));
}

function refusal({ use, address, whole }: Address, page: PageFiles): string | null {
  if (address.startsWith("/") && !address.startsWith("//")) return whole ? missingFile(address, page) : null;
  const parsed = parse(address.startsWith("//") ? `https:${address}` : address, whole);
  if (parsed === null) return null;
  const { host, hostname, protocol } = parsed;
  if (hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1")
    return `${host} is the machine of whoever looks at the app. The app's own server code answers under /api (server/index.ts).`;
  if (use === "script" || use === "object")
    return `The page may not load code from ${host}: it runs what is in the app and the packages it is given. Import one of those, or write the code in src/.`;
  const kind: HostKind = use === "style" ? "font" : use;
  if (!covers(page.hosts[kind] ?? [], host, hostname))
    return `The page may not load ${NOUN[use]} from ${host}. If it must, ask for it in app.json with "hosts": { "${kind}": ["${host}"] }; it takes effect once a person has confirmed it in the project's menu, under Outside hosts.`;
  return protocol === "http:" || protocol === "ws:"
    ? `${host} must be reached encrypted: write ${protocol === "ws:" ? "wss" : "https"}://${host}.`
    : null;
}

const NOUN: Record<Exclude<AddressUse, "script" | "object">, string> = {
  connect: "data",
  image: "pictures",
  frame: "frames",
  media: "sound or video",
  font: "fonts",
  style: "style sheets",
};

/** An address that goes on while the app runs must name its whole host already. */
function parse(address: string, whole: boolean): URL | null {
  const pattern = whole ? /^(https?|wss?):\/\//i : /^(https?|wss?):\/\/[^/?#]+[/?#]/i;
  if (!pattern.test(address)) return null;
  return URL.canParse(address) ? new URL(address) : null;
}

const covers = (hosts: readonly string[], host: string, hostname: string): boolean =>
  hosts.some(
    (known) =>
      known === "*" || known === host || (known.startsWith("*.") && (host.endsWith(known.slice(1)) || hostname.endsWith(known.slice(1)))),
  );

/** The type of a file by its ending; undefined for endings that browsers do not know. */
const fileType = (path: string): string | undefined => (/\.ico$/i.test(path) ? "image/x-icon" : lookup(path));

/** The type that a file is given out as. */
export function servedType(path: string, isText: boolean): string {
  const type = fileType(path) ?? (isText ? "text/plain" : "application/octet-stream");
  return isText && !type.includes("charset") ? `${type}; charset=utf-8` : type;
}

/** Whether an address names a file: its ending is one that browsers know. */
export const namesFile = (pathname: string): boolean => /\.[a-z0-9]{1,12}$/i.test(pathname) && fileType(pathname) !== undefined;

function missingFile(address: string, { files, served }: PageFiles): string | null {
  const [pathname = ""] = address.split(/[?#]/, 1);
  if (!namesFile(pathname) || /^\/(api|_app|__v)\//.test(pathname)) return null;
  const decoded = decode(pathname);
  const [open, own] = servedPaths(decoded) as [string, string];
  if (Object.hasOwn(files, open) || (served.has(own) && Object.hasOwn(files, own))) return null;
  return `There is no file public${decoded}, so ${address} leads nowhere. Add it, or import the file from the code that shows it.`;
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
