/**
 * Mail by Cloudflare's e-mail binding. The binding takes the fields and builds the message itself, so nothing
 * here is put into a header as text; the fields are single lines all the same.
 */
import type { Mailer } from "@edgewright/accounts";
import { fail, ok } from "@edgewright/core";
import type { Sender } from "./sender.ts";

const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, " ").trim();

/** Errors of the binding that pass by themselves. */
const PASSING = new Set(["E_RATE_LIMIT_EXCEEDED", "E_DAILY_LIMIT_EXCEEDED", "E_DELIVERY_FAILED", "E_INTERNAL_SERVER_ERROR"]);

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";

export const cloudflareMailer = (binding: Pick<SendEmail, "send">, from: Sender): Mailer => ({
  once: false,
  async send({ to, subject, text, html }) {
    try {
      await binding.send({ from: { ...from, name: oneLine(from.name) }, to: oneLine(to), subject: oneLine(subject), text, html });
      return ok(undefined);
    } catch (error) {
      const code = codeOf(error);
      const why = error instanceof Error ? error.message : String(error);
      return fail("unavailable", `Cloudflare did not send the mail (${code}): ${why.slice(0, 300)}`, {
        retry: PASSING.has(code),
        next: "Try again later; if it stays so, whoever runs the platform has to look at its mail settings.",
      });
    }
  },
});
