/** The part of a project's address that people read: one DNS label without `--`, which parts a slug from its channel. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

const SLUG_MAX = 40;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Hosts the platform may want for itself. */
const RESERVED = new Set(["www", "api", "app", "apps", "admin", "assets", "auth", "docs", "preview", "status", "static"]);

/** A slug that reads like the name: `Café – Orders` → `cafe-orders`. */
export function slugFromName(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const slug = ascii.slice(0, SLUG_MAX).replace(/^-+|-+$/g, "");
  if (slug === "") return "app";
  return RESERVED.has(slug) ? `${slug}-app` : slug;
}

/** The nth try for a taken slug: `todo`, `todo-2`, `todo-3` and, past a few, an ending of its own. */
export function slugCandidate(base: string, attempt: number, random: () => string): string {
  if (attempt === 0) return base;
  const suffix = attempt < 5 ? `-${attempt + 1}` : `-${random()}`;
  return base.slice(0, SLUG_MAX - suffix.length).replace(/-+$/, "") + suffix;
}

export function parseSlug(raw: string): Outcome<string> {
  const slug = raw.trim().toLowerCase();
  const refuse = (why: string) =>
    fail("bad_request", `The address "${raw.slice(0, 60)}" ${why}.`, { fields: { slug: why }, next: "Choose another one." });
  if (slug.length > SLUG_MAX) return refuse(`is longer than ${SLUG_MAX} characters`);
  if (!SLUG.test(slug)) return refuse("may have lower-case letters, digits and single hyphens only");
  if (RESERVED.has(slug)) return refuse("is reserved");
  return ok(slug);
}
