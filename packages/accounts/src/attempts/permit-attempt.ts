/** Asks whether an attempt may be made, before it is. Used by the routes of better-auth, by tokens, and where a password is asked for again. */
import type { AttemptInput, AttemptLimitRpc } from "@edgewright/contracts";
import { fail, sha256Hex } from "@edgewright/core";
import { type AttemptKind, addressAllowance, clientAllowance, clientOf } from "./allowance.ts";

export type AttemptDeps = {
  /** What counts attempts, by client or by address. */
  attempts(name: string): AttemptLimitRpc;
  /** From one client; 0 sets no limit. */
  attemptsPerMinute: number;
};

export type Attempt = {
  kind: AttemptKind;
  ip: string | null;
  /** The e-mail address it is aimed at. */
  email: string | null;
};

/** Too many: after so many milliseconds it may be tried again. */
export type AttemptRefusal = { wait: number };

type CountedAttempt = { name: string; input: AttemptInput };

async function countsOf(perMinute: number, { kind, ip, email }: Attempt): Promise<CountedAttempt[]> {
  const client = clientOf(ip);
  const any = { name: `client:${client}`, input: { kind: "any", client, each: clientAllowance(perMinute), strangers: null } };
  if (email === null) return [any];
  // The address itself is in no name of an object: those may be seen by whoever runs the platform.
  const name = `address:${await sha256Hex(email.trim().toLowerCase())}`;
  return [any, { name, input: { kind, client, ...addressAllowance(kind, perMinute) } }];
}

/** `worked`: it succeeded, so it was no guess; what sends a mail counts all the same. */
export type Permit = { worked(): Promise<void> };

export async function permitAttempt(
  { attempts, attemptsPerMinute: perMinute }: AttemptDeps,
  attempt: Attempt,
): Promise<Permit | AttemptRefusal> {
  if (perMinute === 0) return { worked: async () => {} };
  const counts = await countsOf(perMinute, attempt);
  for (const { name, input } of counts) {
    const wait = await attempts(name).take(input);
    if (wait > 0) return { wait };
  }
  return {
    async worked() {
      if (attempt.kind === "mail") return;
      await Promise.all(counts.map(({ name, input: { kind, client } }) => attempts(name).succeeded({ kind, client })));
    },
  };
}

export function tooMany({ wait }: AttemptRefusal) {
  const after = Math.ceil(wait / 1000);
  return fail("rate_limited", "There were too many attempts.", { after, next: `Try again ${inWords(after)}, or sign in another way.` });
}

const inWords = (seconds: number) => (seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`);
