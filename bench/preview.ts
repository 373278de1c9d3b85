/** What a person sees: an edit in the open preview, and a project's first page; and the Workspace's part of an edit. */
import { appears, launchBrowser } from "./browser.ts";
import { EDITED, edited, headingAfter, labApp } from "./lab-app.ts";
import type { OneProcess } from "./one-process.ts";
import { timed } from "./row.ts";

const FIRST = "Could not load the dashboard";

export async function benchPreview(platform: OneProcess, n: number, cold: number) {
  const files = labApp();
  const browser = await launchBrowser();
  const samples: { edit: number[]; write: number[]; build: number[]; cold: number[] } = { edit: [], write: [], build: [], cold: [] };
  const open = (projectId: string) =>
    platform.call("WORKSPACE", projectId, "openDraft", [[{ projectId, jobId: "job_1", sessionId: "ses_bench", files }]]);
  const write = (projectId: string, edit: number) => {
    const changes = [{ path: EDITED, text: edited(files[EDITED] ?? "", edit) }];
    return platform.call("WORKSPACE", projectId, "writeDraft", [[{ jobId: "job_1", changes }]]);
  };
  try {
    for (let round = 0; round < cold; round++) {
      const projectId = `cold${round}`;
      // A page of its own context: nothing is in its cache.
      const page = await browser.newPage();
      const { enter } = await platform.preview(projectId, "draft");
      samples.cold.push(
        await timed(async () => {
          samples.build.push(await timed(() => open(projectId)));
          await page.goto(enter);
          await appears(page, FIRST, 60_000);
        }),
      );
      await page.close();
    }
    const page = await browser.newPage();
    await page.goto((await platform.preview("cold0", "draft")).enter);
    await appears(page, FIRST, 60_000);
    for (let edit = 1; edit <= n; edit++) {
      samples.edit.push(
        await timed(async () => {
          await write("cold0", edit);
          await appears(page, headingAfter(edit));
        }),
      );
    }
    await page.close();
    for (let edit = n + 1; edit <= 2 * n; edit++) samples.write.push(await timed(() => write("cold0", edit)));
    return samples;
  } finally {
    await browser.close();
  }
}
