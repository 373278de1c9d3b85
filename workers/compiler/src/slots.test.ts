import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Slots } from "./slots.ts";

const slotOf = (slots: Slots, owner: string) => slots.use(owner, async (slot) => slot);

describe("slots", () => {
  it("give a project the one that served it last", async () => {
    const slots = new Slots(3);
    const first = await slotOf(slots, "a");
    for (const other of ["b", "c"]) expect(await slotOf(slots, other)).not.toBe(first);
    expect(await slotOf(slots, "a")).toBe(first);
  });

  it("give a new project the one that has not been used for longest", async () => {
    const slots = new Slots(2);
    const [a, b] = [await slotOf(slots, "a"), await slotOf(slots, "b")];
    await slotOf(slots, "a");
    expect(await slotOf(slots, "c")).toBe(b);
    expect(await slotOf(slots, "d")).toBe(a);
  });

  it("take one that works on nothing before one that is busy", async () => {
    const slots = new Slots(2);
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const busy = slots.use("a", (slot) => gate.then(() => slot));
    const free = await slotOf(slots, "b");
    expect(await slotOf(slots, "c")).toBe(free);
    open();
    expect(await busy).not.toBe(free);
  });

  it("are never more than were made, whatever is asked and fails", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean())),
        async (count, uses) => {
          const slots = new Slots(count);
          const used = new Set<string>();
          const works = uses.map(([owner, fails]) =>
            slots.use(`prj_${owner}`, async (slot) => {
              used.add(slot);
              if (fails) throw new Error("lost");
            }),
          );
          await Promise.allSettled(works);
          expect(used.size).toBeLessThanOrEqual(count);
          const later = await Promise.all(Array.from({ length: count }, (_, index) => slotOf(slots, `new_${index}`)));
          expect(new Set(later).size).toBe(count);
        },
      ),
    );
  });
});
