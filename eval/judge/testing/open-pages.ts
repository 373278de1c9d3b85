/** Serves the test pages on loopback and opens windows on them. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { type Participant, Step } from "../../task.ts";
import { runSteps, type StepFailure } from "../run-steps.ts";
import { Windows } from "../windows.ts";

export type Pages = {
  /** Shows a page that has no past. */
  show(html: string): Promise<void>;
  /** Takes steps on it; `patience` in ms is how long each may take. */
  take(steps: Step[], given: { patience: number; reply?: string }): Promise<StepFailure | null>;
  close(): Promise<void>;
};

const ACTION_MS = 3000;

export async function openPages(browser: Browser): Promise<Pages> {
  let shown = "";
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(shown));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const windows = new Windows(browser, async () => address, ACTION_MS);
  const used = new Set<Participant>();
  return {
    async show(html) {
      shown = html;
      for (const who of used) {
        const page = await windows.get(who);
        await page.evaluate(() => localStorage.clear());
        await page.goto(address);
      }
    },
    take(taken, { patience, reply = "" }) {
      const window = (who: Participant) => {
        used.add(who);
        return windows.get(who);
      };
      return runSteps(taken, { window, reply, patience });
    },
    async close() {
      await windows.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Steps as a task file has them. */
export const steps = (...raw: unknown[]): Step[] => raw.map((step) => Step.parse(step));
