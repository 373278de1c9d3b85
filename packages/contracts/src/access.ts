/** Under what somebody asks or is connected, and how a connection is told that this holds no more. */
import { z } from "zod";
import type { AccessEnd } from "./access-end.ts";
import { RowAccess } from "./app.ts";
import { Role } from "./http.ts";

/** A sign-in, an API token (`userId` null: an organization's), or a link to share (`number`: which of its links), which a published app that is open to all gives to everybody. */
export const Holder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("session"), id: z.string(), userId: z.string() }),
  z.object({ kind: z.literal("token"), id: z.string(), userId: z.string().nullable() }),
  z.object({ kind: z.literal("link"), number: z.number().int() }),
]);
export type Holder = z.infer<typeof Holder>;

/** `published`: to the app that is published, and not to what is being built. */
export const Grant = z.object({ projectId: z.string(), published: z.boolean().optional(), holder: Holder });
export type Grant = z.infer<typeof Grant>;

/** The header in which an object is told under what a connection is opened, as JSON. Whether it holds, the object asks itself. */
export const GRANT_HEADER = "x-edgewright-grant";

/** What a grant is worth while it holds. `role` null: a visitor's. `may`: what a member may do with the app's rows. `roles`: those they have in the app. */
export const Worth = z.object({ role: Role.nullable(), may: RowAccess, roles: z.array(z.string()) });
export type Worth = z.infer<typeof Worth>;

/** What a grant is worth at this moment. */
export type Standing = Worth | { end: Exclude<AccessEnd, "changed"> };

/** An object that holds connections, by the id of its namespace. */
export const LiveObject = z.object({ kind: z.enum(["session", "workspace", "data"]), id: z.string() });
export type LiveObject = z.infer<typeof LiveObject>;

/** Of each of the objects that hold connections. */
export interface LiveRpc {
  /** Asks anew what each connection's grant is worth, and ends those that are worth something else now. Returns the sign-ins that are left. */
  recheck(): Promise<string[]>;
}
