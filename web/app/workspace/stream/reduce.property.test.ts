/** However a log reaches the page, the page is the same. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyLog, compact } from "./log-arbitrary.ts";
import { reduce, reduceAll } from "./reduce.ts";
import { emptySession } from "./state.ts";

const cuts = fc.array(fc.nat(200), { maxLength: 6 });

describe("the reducer", () => {
  it("gives the same state in pages, live, or all at once", () => {
    fc.assert(
      fc.property(anyLog, cuts, (log, places) => {
        const whole = reduceAll(emptySession, log);
        const sorted = [...new Set(places.map((place) => place % (log.length + 1)))].sort((a, b) => a - b);
        let state = emptySession;
        let from = 0;
        for (const to of [...sorted, log.length]) {
          state = reduceAll(state, log.slice(from, to));
          from = to;
        }
        expect(state).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it("takes each event once, whatever is replayed from wherever", () => {
    fc.assert(
      fc.property(anyLog, cuts, (log, places) => {
        const whole = reduceAll(emptySession, log);
        let state = emptySession;
        for (const place of [...places, log.length]) {
          // A reconnect goes back to an earlier event; a gap never occurs.
          const to = place % (log.length + 1);
          state = reduceAll(
            state,
            log.slice(Math.max(0, Math.min(to, state.seq) - 5), Math.max(to, 0)).filter((event) => event.seq <= to),
          );
          if (state.seq < to) state = reduceAll(state, log.slice(0, to));
        }
        expect(reduceAll(state, log)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it("shows the same once the log was compacted", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { seq: _, ...compacted } = reduceAll(emptySession, compact(log));
        expect(compacted).toEqual({ ...reduceAll(emptySession, log), seq: undefined });
      }),
      { numRuns: 300 },
    );
  });

  it("survives its state being written as JSON at any event, as it is between server and browser", () => {
    fc.assert(
      fc.property(anyLog, fc.nat(200), (log, place) => {
        const at = place % (log.length + 1);
        const carried = JSON.parse(JSON.stringify(reduceAll(emptySession, log.slice(0, at))));
        expect(reduceAll(carried, log.slice(at))).toEqual(reduceAll(emptySession, log));
      }),
      { numRuns: 200 },
    );
  });

  it("never changes the state it was given", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        let state = emptySession;
        for (const event of log) {
          const before = structuredClone(state);
          const next = reduce(state, event);
          expect(state).toEqual(before);
          state = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});
