/** From a sentence to the first preview of a working app, with the embedded model, on the platform as `npm start` runs it. */
import { createProject, enterPreview, jobEnd, previewRequest, signUp } from "../tests/platform/client.ts";
import { startPlatform } from "../tests/platform/platform.ts";
import { timed } from "./row.ts";

const PROMPT = "A todo list with title, due date, priority (low, medium, high) and done";

export async function benchPrompt(n: number): Promise<{ start: number; preview: number[] }> {
  const before = performance.now();
  const platform = await startPlatform();
  const start = performance.now() - before;
  try {
    const person = await signUp(platform.url);
    const preview: number[] = [];
    for (let round = 0; round < n; round++) {
      preview.push(
        await timed(async () => {
          const { project, sessionId, jobId } = await createProject(person, PROMPT);
          if (!sessionId || !jobId) throw new Error("A prompt starts a session and a job.");
          const events = await jobEnd(person, sessionId, jobId);
          if (events.at(-1)?.type !== "job.done") throw new Error(`The job ended with ${events.at(-1)?.type}`);
          const { origin, cookie } = await enterPreview(person, project.id);
          const page = await previewRequest(`${origin}/`, { cookie });
          if (page.status !== 200) throw new Error(`The preview answered ${page.status}`);
        }),
      );
    }
    return { start, preview };
  } finally {
    await platform.stop();
    platform.forget();
  }
}
