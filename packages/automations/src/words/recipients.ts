/** To whom a mail goes: an address, a field of the row that has one, or people by what they are. */
import { z } from "zod";
import { onlyField } from "./template.ts";

export type Recipient =
  | { kind: "address"; address: string }
  | { kind: "field"; path: string }
  | { kind: "role"; role: string }
  | { kind: "admins" | "members" | "author" };

const ROLE = /^role:\s*([a-z][a-z0-9_]{0,39})$/;

export function recipientOf(text: string): Recipient | null {
  if (text === "admins" || text === "members" || text === "author") return { kind: text };
  const path = onlyField(text);
  if (path !== null) return { kind: "field", path };
  const role = ROLE.exec(text)?.[1];
  if (role !== undefined) return { kind: "role", role };
  return z.email().safeParse(text).success ? { kind: "address", address: text } : null;
}
