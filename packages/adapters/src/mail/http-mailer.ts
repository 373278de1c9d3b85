/**
 * Mail over HTTP, as Resend's API takes it: `POST /emails` with a bearer key. Tried again when the
 * server is busy or fails; the idempotency key makes sure that a mail whose answer was lost goes out once.
 */
import type { Mailer } from "@edgewright/accounts";
import type { ErrorCode, Outcome } from "@edgewright/contracts";
import { fail, newId, ok } from "@edgewright/core";
import { z } from "zod";
import type { Sender } from "./sender.ts";

export type HttpMailerOptions = {
  url: string;
  key: string;
  from: Sender;
  fetch?: typeof fetch;
  /** Between tries. */
  wait?(ms: number): Promise<void>;
};

const TRIES = 4;
const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

const Refusal = z.object({ name: z.string().optional(), message: z.string() });

/** Names of senders are quoted, so that a comma or a bracket in one stays in it. */
const senderLine = ({ name, email }: Sender) => `"${name.replaceAll(/["\\]/g, "\\$&")}" <${email}>`;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function httpMailer({ url, key, from, fetch: ask = fetch, wait = sleep }: HttpMailerOptions): Mailer {
  const address = `${url.replace(/\/+$/, "")}/emails`;
  const post = (body: string, id: string) =>
    ask(address, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "idempotency-key": id },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  return {
    once: true,
    async send({ to, subject, text, html, id = newId("mal") }) {
      const body = JSON.stringify({ from: senderLine(from), to: [to], subject, text, html });
      let failed: Outcome<void> = outOfReach;
      for (let tried = 1; ; tried++) {
        const response = await post(body, id).catch(() => null);
        if (response?.ok) return ok(undefined);
        failed = response ? await refusalOf(response) : outOfReach;
        if (failed.ok || !failed.error.retry || tried === TRIES) return failed;
        await wait(pauseBefore(tried, response));
      }
    },
  };
}

const outOfReach = fail("unavailable", "The mail server could not be reached.", { retry: true, next: "Try again in a moment." });

async function refusalOf(response: Response): Promise<Outcome<void>> {
  const said = Refusal.safeParse(await response.json().catch(() => null));
  const why = said.success ? `: ${said.data.message.slice(0, 300)}` : "";
  // 409: the same mail is on its way already.
  const again = response.status === 429 || response.status === 409 || response.status >= 500;
  const code: ErrorCode = response.status === 429 ? "rate_limited" : again ? "unavailable" : "bad_request";
  return fail(code, `The mail server answered ${response.status}${why}`, {
    retry: again,
    next: "Try again later; if it stays so, whoever runs the platform has to look at its mail settings.",
  });
}

/** What the server asks for; else twice as long each time. */
function pauseBefore(tried: number, response: Response | null): number {
  const asked = Number(response?.headers.get("retry-after") ?? Number.NaN) * 1000;
  return Math.min(LONGEST_WAIT_MS, asked > 0 ? asked : FIRST_WAIT_MS * 2 ** (tried - 1));
}
