/** TXT records over HTTPS, from a resolver that answers in JSON (`application/dns-json`), such as Cloudflare's. */
import type { TxtLookup } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { fail, log, ok } from "@edgewright/core";
import { z } from "zod";

export const DEFAULT_DNS_URL = "https://cloudflare-dns.com/dns-query";

const TIMEOUT_MS = 5_000;
const TXT = 16;
const NO_ERROR = 0;
const NO_SUCH_NAME = 3;

const Answer = z.object({
  Status: z.number().int(),
  Answer: z.array(z.object({ type: z.number().int(), data: z.string() })).optional(),
});

const unavailable = (why: string) => {
  log.warn("TXT record not read", { why });
  return fail("unavailable", "The name servers could not be asked.", { retry: true, next: "Try again in a moment." });
};

export const txtOverHttps = ({ url, timeoutMs = TIMEOUT_MS }: { url: string; timeoutMs?: number }): TxtLookup => ({
  async texts(name): Promise<Outcome<string[]>> {
    const question = new URL(url);
    question.searchParams.set("name", name);
    question.searchParams.set("type", "TXT");
    try {
      const headers = { accept: "application/dns-json" };
      const response = await fetch(question, { headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) return unavailable(`status ${response.status}`);
      const answer = Answer.safeParse(await response.json());
      if (!answer.success) return unavailable("an answer of another shape");
      const { Status: status, Answer: records = [] } = answer.data;
      if (status === NO_SUCH_NAME) return ok([]);
      if (status !== NO_ERROR) return unavailable(`response code ${status}`);
      return ok(records.filter(({ type }) => type === TXT).map(({ data }) => textOf(data)));
    } catch (error) {
      return unavailable(String(error));
    }
  },
});

/** A record is of strings in quotes, which belong together; some resolvers leave the quotes out. */
function textOf(data: string): string {
  const strings = data.match(/"(?:[^"\\]|\\.)*"/g);
  return strings === null ? data : strings.map((one) => one.slice(1, -1).replaceAll(/\\(.)/g, "$1")).join("");
}
