/** How much of each request to a model repeats the one before it: what a provider's prompt cache can give back. Used by tests and the benchmark. */
import { at } from "@edgewright/core";
import { z } from "zod";

const Body = z.object({ tools: z.array(z.unknown()).default([]), messages: z.array(z.unknown()) });

/** Bytes of a request's prompt, and those of them that are, from its beginning, those of the request before. */
export type Reuse = { bytes: number; repeated: number };

/** One for each request but the first, from the bodies in their order. */
export function promptReuse(bodies: readonly string[]): Reuse[] {
  const prompts = bodies.map(promptOf);
  return prompts.slice(1).map((prompt, index) => ({ bytes: prompt.length, repeated: commonPrefix(at(prompts, index), prompt) }));
}

/** The share of all bytes that were repeated, from 0 to 1. */
export const sharedPart = (reuses: readonly Reuse[]): number =>
  reuses.reduce((sum, { repeated }) => sum + repeated, 0) / reuses.reduce((sum, { bytes }) => sum + bytes, 0);

/** What models read, in the order in which providers put it together: the tools, the instructions, the conversation. */
function promptOf(body: string): Uint8Array {
  const { tools, messages } = Body.parse(JSON.parse(body));
  return new TextEncoder().encode([...tools, ...messages].map((part) => `${JSON.stringify(part)}\n`).join(""));
}

function commonPrefix(before: Uint8Array, now: Uint8Array): number {
  const end = Math.min(before.length, now.length);
  let at = 0;
  while (at < end && before[at] === now[at]) at++;
  return at;
}
