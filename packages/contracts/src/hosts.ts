/**
 * Outside addresses that an app's page may use, by what they are used for. The app asks for them in `app.json`; they take
 * effect once a person has confirmed them for the project. Scripts come from nowhere but the app itself.
 */
import { z } from "zod";

/** Bounded and unambiguous, so that matching is linear. The last label begins with a letter: an address in numbers is no host. */
const NAMED = /^(\*\.)?([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}(:\d{1,5})?$/;
const MAX_LENGTH = 253;
const MAX_HOSTS = 20;

/** `api.example.com`, `*.example.com` for all below it, with a port if it is not the usual one. No scheme and no path: `https` is meant. */
export const Host = z
  .string()
  .max(MAX_LENGTH, { abort: true })
  .toLowerCase()
  .regex(NAMED, 'A host, such as "api.example.com" or "*.example.com": no scheme, no path');

/** Pictures and sound may come from anywhere, where an app shows addresses that its users type. */
const HostOrAny = z.union([z.literal("*"), Host], 'A host, such as "images.example.com", or "*" for any');

const list = <T extends z.ZodType>(host: T) => z.array(host).max(MAX_HOSTS).optional();

export const AppHosts = z.strictObject({
  /** `fetch`, WebSocket and server-sent events. */
  connect: list(Host),
  image: list(HostOrAny),
  frame: list(Host),
  media: list(HostOrAny),
  /** Fonts, and the style sheets that bring them. */
  font: list(Host),
});
export type AppHosts = z.infer<typeof AppHosts>;

/** What an app's files ask for, in `app.json`; nothing where that is not valid, which is a finding of its own. */
export function askedHosts(files: Readonly<Record<string, string>>): AppHosts {
  try {
    const manifest: unknown = JSON.parse(Object.hasOwn(files, "app.json") ? (files["app.json"] ?? "{}") : "{}");
    const hosts = typeof manifest === "object" && manifest !== null && "hosts" in manifest ? manifest.hosts : {};
    const parsed = AppHosts.safeParse(hosts);
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
