/** As whom the app is looked at, in words and in addresses. */
import type { SeenAs } from "@edgewright/contracts";

/** Such as `somebody with the role manager`. */
export function seenAsText(as: SeenAs): string {
  if (as.startsWith("role:")) return `somebody with the role ${as.slice("role:".length).replaceAll("_", " ")}`;
  return as === "visitor" ? "a visitor with the link" : "a member without a role";
}

/** An address that reads rows, as they are looked at. */
export const pathAs = (path: string, as: SeenAs | null): string =>
  as === null ? path : `${path}${path.includes("?") ? "&" : "?"}as=${encodeURIComponent(as)}`;

/** Why nothing is changed meanwhile. */
export const looksOn = (as: SeenAs | null): string | null => as && `You look at it as ${seenAsText(as)}. Go back to being yourself first.`;
