/** What may not take place at the same time does not, whoever writes and however many at once. */
import type { AppSchema, ColumnType, NoOverlap } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DataStore } from "./data-store.ts";

const as = (userId: string) => writer({ channel: "current", actor: { kind: "member", userId, may: "write", role: "editor" } });
const [ada, bob] = [as("usr_ada"), as("usr_bob")];

const RULE: NoOverlap = { from: "start", to: "end", per: ["room"], message: "The room is taken then." };
const schemaOf = (type: ColumnType, rules: NoOverlap[] = [RULE], read = "member"): AppSchema => ({
  tables: [
    {
      ...{ name: "bookings", label: "Bookings", noOverlap: rules, policy: { read, create: "member", update: "member", delete: "member" } },
      columns: [
        { name: "room", label: "Room", type: "text" },
        { name: "start", label: "Start", type },
        { name: "end", label: "End", type },
      ],
    },
  ],
});
async function open(schema: AppSchema) {
  const store = new DataStore({
    sql: memorySql(),
    clock: testClock(),
    publish: () => {},
    pause: async () => {},
    isMember: async () => true,
  });
  taken(await store.setSchema("current", schema));
  const book = (start: string | null, end: string | null, room: string | null = "Blue", by = ada) =>
    store.create(by, "bookings", { room, start, end });
  return { store, book };
}

test("of many at once one gets it, and the others are told at the field", async () => {
  const { store, book } = await open(schemaOf("datetime"));
  const answers = await Promise.all(["09:00", "09:30", "08:30"].map((at) => book(`2026-03-31T${at}Z`, "2026-03-31T11:00Z")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers[1]).toMatchObject({
    ok: false,
    error: {
      code: "row_invalid",
      fields: { start: "is taken already for the same Room" },
      message: expect.stringContaining("The room is taken then"),
    },
  });
  const next = taken(await book("2026-03-31T11:00+00:00", "2026-03-31T12:00Z", "blue"));
  expect(await store.update(ada, "bookings", next.id, { start: "2026-03-31T10:59Z" })).toMatchObject({ error: { code: "row_invalid" } });
  taken(await store.update(ada, "bookings", next.id, { start: "2026-03-31T10:59Z", room: "Red" }));
});

test("a time that one may not see is taken all the same, and a deleted one does not come back into it", async () => {
  const { store, book } = await open(schemaOf("date", [RULE], "owner"));
  const first = taken(await book("2026-03-01", "2026-03-04"));
  expect((await book("2026-03-03", null, "Blue", bob)).ok).toBe(false);
  taken(await store.remove(ada, "bookings", first.id));
  taken(await book("2026-03-03", null, "Blue", bob));
  expect(await store.restore(ada, "bookings", first.id)).toMatchObject({
    error: { fields: { start: expect.stringContaining("is taken") } },
  });
});

test("no two that are kept share a day, and none is refused that shares none", async () => {
  const day = (index: number) => `2026-03-${String(index + 1).padStart(2, "0")}`;
  const days = (start: number, end: number | null) =>
    Array.from({ length: 12 }, (_, at) => at).filter((at) => at === start || (at > start && (end === null || at < end)));
  const bookings = fc.array(
    fc.record({
      start: fc.option(fc.nat(8), { freq: 8 }),
      end: fc.option(fc.nat(9)),
      room: fc.option(fc.constantFrom("A", "b"), { freq: 6 }),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(bookings, fc.boolean(), async (asked, perRoom) => {
      const { book } = await open(schemaOf("date", [{ ...RULE, per: perRoom ? ["room"] : [] }]));
      const taken = new Set<string>();
      for (const { start, end, room } of asked) {
        const wanted = start === null || (perRoom && room === null) ? [] : days(start, end).map((at) => `${perRoom ? room : ""} ${at}`);
        const { ok } = await book(start === null ? null : day(start), end === null ? null : day(end), room);
        expect(ok).toBe(wanted.every((one) => !taken.has(one)));
        if (ok) for (const one of wanted) taken.add(one);
      }
    }),
    { numRuns: 60 },
  );
});
