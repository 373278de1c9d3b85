/** How mail is sent, from the environment. Used by workers/api; scripts/deploy sets the same names. */

import type { Mailer } from "@edgewright/accounts";
import { fail } from "@edgewright/core";
import { z } from "zod";
import { cloudflareMailer } from "./cloudflare-mailer.ts";
import { httpMailer } from "./http-mailer.ts";
import { parseSender } from "./sender.ts";

const unset = (value: unknown) => (value === "" ? undefined : value);

export const MAIL_VARIABLES = {
  /** `no-reply@example.com`, or with a name: `Edgewright <no-reply@example.com>`. */
  MAIL_FROM: z.preprocess(
    unset,
    z
      .string()
      .refine((text) => parseSender(text) !== null, "MAIL_FROM must be an e-mail address, with or without a name before it")
      .optional(),
  ),
  /** A server that speaks Resend's API. */
  MAIL_API_URL: z.preprocess(unset, z.url({ protocol: /^https?$/, error: "MAIL_API_URL must be an address" }).optional()),
  MAIL_API_KEY: z.preprocess(unset, z.string().optional()),
};
const MailVariables = z.object(MAIL_VARIABLES);
export type MailVariables = z.infer<typeof MailVariables>;

/** null: nothing is set up to send mail with. The provider that was named comes before the binding. */
export function configuredMailer(variables: MailVariables, binding: SendEmail | undefined): Mailer | null {
  const { MAIL_FROM, MAIL_API_URL: url, MAIL_API_KEY: key } = variables;
  const from = MAIL_FROM === undefined ? null : parseSender(MAIL_FROM);
  if (!from) return null;
  if (url !== undefined && key !== undefined) return httpMailer({ url, key, from });
  return binding ? cloudflareMailer(binding, from) : null;
}

/** What variables that name half of a way to send mail lack; null: nothing. */
export function mailProblem({ MAIL_FROM, MAIL_API_URL, MAIL_API_KEY }: MailVariables): string | null {
  if ((MAIL_API_URL === undefined) !== (MAIL_API_KEY === undefined))
    return "MAIL_API_URL and MAIL_API_KEY go together: set both, or neither.";
  if (MAIL_API_URL !== undefined && MAIL_FROM === undefined) return "MAIL_API_URL is set, but MAIL_FROM, the sender of mails, is not.";
  return null;
}

/** The mailer of a platform without mail settings: each mail fails, and the log and the caller are told why. */
export const noMailer: Mailer = {
  once: true,
  send: async () =>
    fail("unavailable", "This installation cannot send mail: MAIL_FROM and a way to send are not set up.", {
      next: "Whoever runs it finds in the README, under mail, what to set.",
    }),
};
