/** How much of what a model reads it has read before: the prompts of a recorded session of a first build and five changes. */
import { promptReuse } from "../tests/support/src/prompt-reuse.ts";
import { openSession, TASK_TRACKER } from "../tests/support/src/recorded-session.ts";
import { type BenchRow, row } from "./row.ts";

/** A sample for each request but the first: which part of its prompt, in percent, repeats the one before from its beginning. */
export async function benchPromptReuse(): Promise<BenchRow> {
  const session = await openSession(TASK_TRACKER.recording);
  try {
    for (const prompt of TASK_TRACKER.prompts) await session.send(prompt);
    const shares = promptReuse(session.sent).map(({ bytes, repeated }) => (100 * repeated) / bytes);
    return row("prompt of a request that repeats the one before, recorded session", "%", shares);
  } finally {
    await session.stop();
  }
}
