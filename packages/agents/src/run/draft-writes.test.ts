import type { FileChange } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { expect, it } from "vitest";
import { DraftWrites } from "./draft-writes.ts";

function setUp(answer: () => ReturnType<typeof ok<undefined>> | ReturnType<typeof fail> = () => ok(undefined)) {
  const sent: FileChange[][] = [];
  const draft = new DraftWrites({
    write: async (changes) => {
      sent.push(changes);
      return answer();
    },
  });
  return { draft, sent };
}
const at = (path: string, text: string | null = path) => ({ path, text });

it("sends what belongs together at once, each file as it is in the end", async () => {
  const { draft, sent } = setUp();
  await draft.write([at("before")]);
  await draft.during(async () => {
    await draft.write([at("App", "one")]);
    await draft.write([at("screens")]);
    await draft.write([at("App", "two")]);
    await draft.send();
    await draft.write([at("Welcome", null)]);
    return ok(undefined);
  });
  await draft.write([at("after")]);
  expect(sent).toEqual([[at("before")], [at("App", "two"), at("screens")], [at("Welcome", null)], [at("after")]]);
});

it("sends what was written before the work failed, and says so when the draft refuses", async () => {
  const broken = setUp();
  const failed = await broken.draft.during(async () => {
    await broken.draft.write([at("App")]);
    return fail("cancelled", "Stopped.", { next: "Nothing." });
  });
  expect([failed.ok, broken.sent]).toEqual([false, [[at("App")]]]);
  const { draft } = setUp(() => fail("not_found", "There is no draft.", { next: "Nothing." }));
  const refused = await draft.during(async () => {
    await draft.write([at("App")]);
    return ok(undefined);
  });
  expect(refused).toMatchObject({ ok: false, error: { code: "not_found" } });
});
