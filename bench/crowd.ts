/** Fifty wishes at once, five each of ten people in organizations of their own, built by the embedded model on the platform as `npm start` runs it. */
import { createProject, follow, type Person, signUp } from "../tests/platform/client.ts";
import { PATIENCE_MS } from "../tests/platform/patience.ts";
import type { Platform } from "../tests/platform/platform.ts";

const PEOPLE = 10;
const EACH = 5;
const PROMPT = "A todo list with title, due date, priority (low, medium, high) and done";

export type Crowd = {
  perSecond: number;
  /** Of each build, from its wish to its end. */
  builds: number[];
  /** Of each person's first build that ended. */
  first: number[];
};

export async function benchCrowd(platform: Platform): Promise<Crowd> {
  const people: Person[] = [];
  for (let number = 0; number < PEOPLE; number++) people.push(await signUp(platform.url, `Person ${number}`));
  const started = performance.now();
  const perPerson = await Promise.all(people.map((person) => Promise.all(Array.from({ length: EACH }, () => build(person)))));
  const seconds = (performance.now() - started) / 1000;
  const builds = perPerson.flat();
  return { perSecond: builds.length / seconds, builds, first: perPerson.map((times) => Math.min(...times)) };
}

async function build(person: Person): Promise<number> {
  const started = performance.now();
  const { sessionId, jobId } = await createProject(person, PROMPT);
  if (!sessionId || !jobId) throw new Error("A prompt starts a session and a job");
  for await (const { type, data } of follow(person, sessionId, 0, AbortSignal.timeout(3 * PATIENCE_MS))) {
    if (type === "job.done") return performance.now() - started;
    if (type === "job.failed" || type === "job.cancelled") throw new Error(`A build ended with ${type}: ${JSON.stringify(data)}`);
  }
  throw new Error("The stream of a build was lost");
}
