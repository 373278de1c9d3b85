/**
 * `npm run --silent read:prompt`: what the embedded model reads out of descriptions. Each line of the input is `{"id", "prompt"}`; of the
 * output, in the same order, `{"id", "name", "tables", "views", "needs", "leftOut", "asks", "text"}`.
 */
import { createInterface } from "node:readline";
import { z } from "zod";
import { readingOf } from "../packages/starter-model/src/index.ts";

const Request = z.object({ id: z.string(), prompt: z.string() });

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}

function answer(line: string): object {
  try {
    const { id, prompt } = Request.parse(JSON.parse(line));
    return { id, ...readingOf(prompt) };
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError) return { error: 'The line is not {"id", "prompt"}.' };
    throw cause;
  }
}
