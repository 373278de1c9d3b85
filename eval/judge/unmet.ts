/** A step that did not come true. Thrown where it is noticed, as the browser's own failures are; `runSteps` makes a value of both. */
export class UnmetExpectation extends Error {}

const POLL_MS = 60;

/** Asks again until there is an answer; null when there is none in time. At least one answer is waited for. */
export async function until<T>(ms: number, ask: () => Promise<T | null | false>): Promise<T | null> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() >= end) return null;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
