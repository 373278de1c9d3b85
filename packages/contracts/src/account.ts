/** HTTP bodies of a person's own account, beside better-auth's. */
import { z } from "zod";

/** `GET /api/sign-in`: what this installation offers to people who are not signed in. */
export const SignInOptions = z.object({
  google: z.boolean(),
  /** An address must be confirmed before the first sign-in. */
  confirmFirst: z.boolean(),
  /** Where mails of this machine can be read; null: they are sent. */
  outbox: z.string().nullable(),
});
export type SignInOptions = z.infer<typeof SignInOptions>;

/** `GET /api/me/sessions`. */
export const SignedInSession = z.object({
  id: z.string(),
  /** Such as "Firefox on Linux". */
  device: z.string(),
  place: z.string().nullable(),
  ip: z.string().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  current: z.boolean(),
});
export type SignedInSession = z.infer<typeof SignedInSession>;
export const SignedInSessionList = z.object({ items: z.array(SignedInSession) });
export type SignedInSessionList = z.infer<typeof SignedInSessionList>;

/** `GET /api/me/sign-in`: the ways into this account. */
export const SignInMethods = z.object({
  password: z.boolean(),
  google: z.array(z.object({ accountId: z.string(), linkedAt: z.string() })),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string().nullable() })),
  twoFactor: z.boolean(),
});
export type SignInMethods = z.infer<typeof SignInMethods>;

/** `GET /api/me/deletion`: what deleting the account would take along, and what stands against it. */
export const AccountDeletion = z.object({
  /** Organizations that only this person belongs to; they go too, with their projects. */
  organizations: z.array(z.object({ name: z.string(), projects: z.number().int() })),
  /** Organizations with others in them, whose only admin this person is. */
  blockedBy: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AccountDeletion = z.infer<typeof AccountDeletion>;

/** `DELETE /api/me`. Without the password the session must have begun a short while ago. */
export const DeleteAccount = z.object({
  /** The account's own, typed again so that nothing is deleted by a slip. */
  email: z.string().max(320),
  password: z.string().max(128).optional(),
});
export type DeleteAccount = z.infer<typeof DeleteAccount>;

/** `PUT /api/me/picture`, and `DELETE`: where the picture is now. */
export const OwnPicture = z.object({ image: z.string().nullable() });
export type OwnPicture = z.infer<typeof OwnPicture>;

/** A mail of the local outbox; `GET /api/dev/mails`. */
export const OutboxMail = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;
export const OutboxMailList = z.object({ items: z.array(OutboxMail) });
export type OutboxMailList = z.infer<typeof OutboxMailList>;
