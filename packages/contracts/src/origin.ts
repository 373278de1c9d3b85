/** Who does something, and from where: what travels with every write, and stands in the records of it. */
import { z } from "zod";

export const ActorKind = z.enum(["person", "token", "agent", "webhook", "system"]);
export type ActorKind = z.infer<typeof ActorKind>;

/** Address, user agent and request are null for what did not come over HTTP. */
export const Origin = z.object({
  kind: ActorKind,
  id: z.string(),
  name: z.string(),
  /** The person behind it: themselves, the owner of a personal token, whoever asked for a job. null: nobody. */
  personId: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type Origin = z.infer<typeof Origin>;

/** Who does it, in which organization: with it an object writes the line for its log. */
export type Acting = { organizationId: string; origin: Origin };
