/** The platform as `npm start` runs it: what it takes up, how it does in a crowd, and how soon it is back after a fault. */
import { startPlatform } from "../tests/platform/platform.ts";
import { benchCrowd, type Crowd } from "./crowd.ts";
import { highestMb, memoryMb } from "./memory.ts";
import { benchRecovery } from "./recovery.ts";
import { type BenchRow, row } from "./row.ts";

const MEMORY_MB = 1536;

export async function benchRunning(n: number): Promise<{ rows: BenchRow[]; note: string }> {
  const platform = await startPlatform();
  try {
    const idle = memoryMb(platform);
    const crowds: Crowd[] = [];
    const highest = await highestMb(platform, async () => void crowds.push(await benchCrowd(platform)));
    const rows = [
      row("memory of all processes after the start", "MB", [idle], { budget: MEMORY_MB }),
      row("memory of all processes, highest while 50 apps are built at once", "MB", [highest], { budget: MEMORY_MB }),
      ...crowds.flatMap(({ perSecond, builds, first }) => [
        row("50 apps at once, ten organizations", "builds/s", [perSecond]),
        row("50 apps at once, from the wish to its app", "ms", builds),
        row("50 apps at once, each organization's first", "ms", first),
      ]),
    ];
    const { core, dispatch, coreJob, compilerJob } = await benchRecovery(platform, n);
    rows.push(
      row("core killed → answers again", "ms", core, { budget: 2000 }),
      row("dispatch killed → answers again", "ms", dispatch, { budget: 2000 }),
      row("core killed → its job goes on", "ms", coreJob, { budget: 10_000 }),
      row("compiler killed → what that adds to its job", "ms", compilerJob, { budget: 2000 }),
    );
    return { rows, note: `Fifty at once: ${crowds.map(fairness).join(", ")}; the goal is 0.5 builds a second or more.` };
  } finally {
    await platform.stop();
    platform.forget();
  }
}

const fairness = ({ first }: Crowd) =>
  `the last organization had its first app after ${(Math.max(...first) / Math.min(...first)).toFixed(1)} times as long as the first`;
