/** Paths inside an app: which ones anybody (a model, a person, an archive) may name. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "./outcome.ts";

const MAX_LENGTH = 200;
const ALLOWED = /^[\p{L}\p{N}_@.+()[\]$~ -]+$/u;

/** The normalised path (`./src//a.ts` → `src/a.ts`), or `path_refused` with the reason. */
export function parseAppPath(raw: string): Outcome<string> {
  const refuse = (why: string) =>
    fail("path_refused", `The path ${JSON.stringify(raw.slice(0, 120))} is refused: ${why}.`, {
      next: "Use a relative path inside the app, such as src/App.tsx.",
    });
  if (raw.startsWith("/") || /^[A-Za-z]:/.test(raw)) return refuse("it is absolute");
  if (raw.includes("\\")) return refuse("it has a backslash");
  if (raw.length > MAX_LENGTH) return refuse(`it is longer than ${MAX_LENGTH} characters`);
  const segments = raw.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.length === 0) return refuse("it is empty");
  for (const segment of segments) {
    if (segment === "..") return refuse("it leaves the app's folder");
    if (segment === "__proto__") return refuse("it is not a name a file can have here");
    if (segment === ".git" || segment === "node_modules") return refuse(`${segment} is not part of the code`);
    if (!ALLOWED.test(segment)) return refuse("it has a character that is not allowed");
  }
  return ok(segments.join("/"));
}
