import { env, runDurableObjectAlarm } from "cloudflare:test";
import type { AttemptLimitRpc } from "@edgewright/contracts";
import { expect, it } from "vitest";

const input = { kind: "password", client: "203.0.113.1", each: { max: 3, ms: 60_000 }, strangers: { max: 5, ms: 60_000 } };

it("an object counts what reaches it side by side, and sweeps up after itself only when all is over", async () => {
  const stub = env.ATTEMPT_LIMIT.get(env.ATTEMPT_LIMIT.idFromName("address:1"));
  const limit = stub as unknown as AttemptLimitRpc;
  const waits = await Promise.all(Array.from({ length: 10 }, () => limit.take(input)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await limit.take(input)).toBeGreaterThan(0);
  await limit.succeeded(input);
  expect(await limit.take(input)).toBe(0);
});
