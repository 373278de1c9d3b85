import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What a program says that runs where the clocks are those of `zone`. */
function inZone(zone: string, program: string): unknown {
  const file = JSON.stringify(join(import.meta.dirname, "local-time.ts"));
  const text = `import { fromLocal, toLocal } from ${file}; console.log(JSON.stringify(${program}))`;
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: "" };
  return JSON.parse(execFileSync(process.execPath, ["--no-warnings", "--input-type=module", "-e", text], { env, encoding: "utf8" }));
}

/** Every 97 minutes of five years. In autumn one text stands for two instants; either is shown as that text. */
const UNLIKE = `Array.from({ length: 27_000 }, (_, step) => toLocal(new Date(Date.UTC(2024, 0) + step * 97 * 60_000).toISOString()))
  .filter((shown) => toLocal(fromLocal(shown)) !== shown)`;

describe("an instant", () => {
  it.each(["Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])("in %s is typed as it is shown", (zone) => {
    expect(inZone(zone, UNLIKE)).toEqual([]);
  });

  it("is shown and read by the clock of its day, in summer and in winter", () => {
    const program = `[toLocal("2026-03-29T00:59:00.000Z"), toLocal("2026-03-29T01:00:00.000Z"), fromLocal("2026-07-01T09:30"),
      fromLocal("2026-12-01T09:30"), fromLocal("2026-03-29T02:30"), fromLocal("soon")]`;
    expect(inZone("Europe/Zurich", program)).toEqual([
      ...["2026-03-29T01:59", "2026-03-29T03:00", "2026-07-01T07:30:00.000Z"],
      ...["2026-12-01T08:30:00.000Z", "2026-03-29T01:30:00.000Z", null],
    ]);
  });
});
