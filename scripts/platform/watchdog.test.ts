/** What a process does that does not answer decides what is wrong with it. */
import { spawn, spawnSync } from "node:child_process";
import { expect, it, onTestFinished } from "vitest";
import { usageOf } from "./process-stat.mjs";
import { whatIsWrong } from "./watchdog.mjs";

const pace = { everyMs: 10, answerMs: 20 };
const silent = () => new Promise<never>(() => undefined);

function processThat(does: string): number {
  const child = spawn(process.execPath, ["-e", does], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  if (child.pid === undefined) throw new Error("No process was started");
  return child.pid;
}
const waiting = () => processThat("setInterval(() => 0, 1000000)");
const looping = () => processThat("for (;;) {}");
const wrongWith = (pid: number, more: Partial<Parameters<typeof whatIsWrong>[0]> = {}) =>
  whatIsWrong({ pids: () => [pid], ask: silent, cpuSeconds: 1_000_000, pace, ...more });

it.runIf(process.platform === "linux")("was stopped: at once", async () => {
  const pid = looping();
  process.kill(pid, "SIGSTOP");
  expect(await wrongWith(pid)).toBe("was stopped");
});

it("does not answer and has nothing to do", async () => {
  expect(await wrongWith(waiting())).toBe("does not answer and does nothing");
});

it.runIf(process.platform === "linux")("stood in line for a processor, which is told from having nothing to do", async () => {
  const pids = [looping(), looping()];
  for (const pid of pids) spawnSync("taskset", ["-p", "1", String(pid)]);
  await expect.poll(() => usageOf(pids).waitedSeconds).toBeGreaterThan(1);
});

it("computes without answering", async () => {
  expect(await wrongWith(looping(), { cpuSeconds: 0.3 })).toBe("did not answer any more");
});

it("takes up too much, though it answers", async () => {
  expect(await wrongWith(waiting(), { ask: async () => "here", memoryMb: 1 })).toBe("took up more than 1 MB");
});

it("answers: nothing, until nobody wants to know any more", async () => {
  let asked = 0;
  const ask = async () => void asked++;
  expect(await wrongWith(waiting(), { ask, ended: () => asked > 25 })).toBeNull();
});
