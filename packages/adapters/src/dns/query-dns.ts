/** One question to a resolver that answers over HTTPS in JSON (`application/dns-json`), such as Cloudflare's. */
import type { Outcome } from "@edgewright/contracts";
import { fail, log, ok } from "@edgewright/core";
import { z } from "zod";

export const DEFAULT_DNS_URL = "https://cloudflare-dns.com/dns-query";

export type Resolver = { url: string; timeoutMs?: number };
/** By the number that each has in an answer. */
export const RECORDS = { A: 1, TXT: 16, AAAA: 28 } as const;

const TIMEOUT_MS = 5_000;
const NO_ERROR = 0;
const NO_SUCH_NAME = 3;

const Answer = z.object({
  Status: z.number().int(),
  Answer: z.array(z.object({ type: z.number().int(), data: z.string() })).optional(),
});

const unavailable = (why: string) => {
  log.warn("Name not looked up", { why });
  return fail("unavailable", "The name servers could not be asked.", { retry: true, next: "Try again in a moment." });
};

/** The records of one kind; none where there is no such name. */
export async function queryDns(
  { url, timeoutMs = TIMEOUT_MS }: Resolver,
  name: string,
  kind: keyof typeof RECORDS,
): Promise<Outcome<string[]>> {
  const question = new URL(url);
  question.searchParams.set("name", name);
  question.searchParams.set("type", kind);
  try {
    const headers = { accept: "application/dns-json" };
    const response = await fetch(question, { headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) return unavailable(`status ${response.status}`);
    const answer = Answer.safeParse(await response.json());
    if (!answer.success) return unavailable("an answer of another shape");
    const { Status: status, Answer: records = [] } = answer.data;
    if (status === NO_SUCH_NAME) return ok([]);
    if (status !== NO_ERROR) return unavailable(`response code ${status}`);
    return ok(records.filter(({ type }) => type === RECORDS[kind]).map(({ data }) => data));
  } catch (error) {
    return unavailable(String(error));
  }
}
