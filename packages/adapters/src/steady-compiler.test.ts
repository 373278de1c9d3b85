import type { CompilerRpc } from "@edgewright/contracts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { steadyCompiler } from "./steady-compiler.ts";

const HOLDS = { ok: true, ms: 1, findings: [] };

/** A compiler that is lost for its first calls. */
function lostFor(times: number) {
  let calls = 0;
  const answer = async () => {
    if (++calls <= times) throw new Error("Network connection lost.");
    return HOLDS;
  };
  const compiler: CompilerRpc = { check: answer, boot: answer, repair: async () => ({ ...(await answer()), changes: [], repaired: [] }) };
  return { compiler, calls: () => calls };
}

beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue());

describe("a compiler that is lost", () => {
  it.each(["check", "repair", "boot"] as const)("is called again for a %s until it answers", async (method) => {
    const { compiler, calls } = lostFor(2);
    expect(await steadyCompiler(compiler, [0, 0, 0])[method]({ projectId: "prj_1", files: {} })).toMatchObject(HOLDS);
    expect(calls()).toBe(3);
  });

  it("for good is not waited for without end", async () => {
    const { compiler, calls } = lostFor(Number.POSITIVE_INFINITY);
    await expect(steadyCompiler(compiler, [0, 0]).check({ projectId: "prj_1", files: {} })).rejects.toThrow("Network connection lost.");
    expect(calls()).toBe(3);
  });

  it("is called once when it answers", async () => {
    const { compiler, calls } = lostFor(0);
    await steadyCompiler(compiler).boot({ files: {} });
    expect(calls()).toBe(1);
  });
});
