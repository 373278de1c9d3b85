/** Makes up whole logs of a session, as an agent and a person would write them, for the property tests of the reducer. */
import type { NewEvent, StreamEvent } from "@edgewright/contracts";
import fc from "fast-check";

type Said = { jobId: string | null; event: NewEvent };

const failure = { code: "edit_no_match" as const, message: "Nothing matches." };
const path = fc.constantFrom("src/App.tsx", "src/List.tsx", "data/schema.json", "src/Form.tsx");
const finding = { file: "src/App.tsx", line: 3, column: 1, code: "TS2304", message: "Cannot find name 'x'." };

const fileEvents = fc.record({
  path,
  progress: fc.integer({ min: 0, max: 3 }),
  end: fc.constantFrom("written", "deleted", "refused", "edit", "cut"),
});

const writeFile = (work: { path: string; progress: number; end: string }): NewEvent[] => {
  const progress = Array.from(
    { length: work.progress },
    (_, index): NewEvent => ({ type: "file.writing", data: { path: work.path, lines: index * 10 } }),
  );
  const ends: Record<string, NewEvent[]> = {
    written: [{ type: "file.written", data: { path: work.path, lines: 40, added: 40, removed: 2 } }],
    deleted: [{ type: "file.deleted", data: { path: work.path } }],
    refused: [{ type: "file.refused", data: { path: work.path, error: failure } }],
    edit: [{ type: "edit.refused", data: { path: work.path, error: failure } }],
    cut: [],
  };
  return [...progress, ...(ends[work.end] ?? [])];
};

const turn = (jobId: string, number: number) =>
  fc
    .record({
      chunks: fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 }),
      works: fc.array(fileEvents, { maxLength: 4 }),
      final: fc.boolean(),
      places: fc.array(fc.nat(3), { maxLength: 2 }),
    })
    .map(({ chunks, works, final, places }): NewEvent[] => {
      const messageId = `msg_${jobId}_${number}`;
      const whole: NewEvent[] = final ? [{ type: "message.assistant", data: { messageId, text: chunks.join("") } }] : [];
      return [
        { type: "message.assistant", data: { messageId, text: "" } },
        ...places.map((place): NewEvent => ({ type: "job.placed", data: { place } })),
        { type: "job.status", data: { status: "generating" } },
        ...chunks.map((text): NewEvent => ({ type: "message.delta", data: { messageId, text } })),
        ...works.flatMap(writeFile),
        ...whole,
      ];
    });

const ending = fc.constantFrom<NewEvent[]>(
  [
    { type: "build.version", data: { version: 1, parent: null, files: 9, merged: false } },
    { type: "preview.ready", data: { label: "list", version: 1 } },
    { type: "job.done", data: { summary: "There is a list.", version: 1, ms: 900 } },
  ],
  [{ type: "job.failed", data: { error: failure, findings: [finding], kept: { liveVersion: 1, draftFiles: ["src/App.tsx"] } } }],
  [{ type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } }],
);

const step = (id: string) => ({ id, title: `Step ${id}`, files: ["src/App.tsx"] });
const waits: NewEvent = { type: "job.status", data: { status: "waiting" } };

/** What may happen between two turns: a job that waits for a person and goes on, other models, rules and costs. */
const between = (jobId: string) =>
  fc.constantFrom<NewEvent[]>(
    [],
    [
      { type: "message.assistant", data: { messageId: `ask_${jobId}`, text: "" } },
      { type: "message.delta", data: { messageId: `ask_${jobId}`, text: "For wh" } },
      {
        type: "question.asked",
        data: {
          messageId: `ask_${jobId}`,
          text: "For whom?",
          questions: [{ id: "who", text: "For whom?", kind: "one", options: ["Me", "All"], suggested: ["Me"] }],
        },
      },
      waits,
      { type: "question.answered", data: { messageId: `ask_${jobId}`, answers: { who: "All" } } },
    ],
    [
      {
        type: "plan.proposed",
        data: { steps: [step("1"), step("2")], estimate: { inputTokens: 9, outputTokens: 2, cost: null }, approval: true },
      },
      waits,
      { type: "plan.approved", data: { steps: [step("2")] } },
      { type: "plan.step", data: { id: "2", status: "active" } },
    ],
    [
      { type: "budget.reached", data: { reached: { scope: "job", limit: 1, spent: 0.9, needed: 0.2 } } },
      waits,
      { type: "budget.raised", data: { scope: "job" } },
    ],
    [
      { type: "data.asked", data: { plan: { steps: [{ key: "a removed", effect: "lossy", says: "'A' is removed.", misfits: [] }] } } },
      waits,
      { type: "data.answered", data: { agreed: true } },
    ],
    [
      { type: "model.fallback", data: { from: "a", to: "b", error: failure } },
      { type: "usage", data: { usage: { model: "b", calls: 2, inputTokens: 10, cachedTokens: 1, outputTokens: 5, cost: 0.01 } } },
      {
        type: "fix.repaired",
        data: { repairs: [{ kind: "missing_import", file: "src/App.tsx", line: 3, message: finding.message }], left: 0, ms: 4 },
      },
    ],
  );

const check: NewEvent[] = [
  { type: "check.started", data: { kind: "types" } },
  { type: "check.finished", data: { kind: "types", ok: false, ms: 20, findings: [finding] } },
  { type: "fix.started", data: { round: 1, of: 3, findings: 1 } },
];

const job = (number: number) => {
  const jobId = `job_${number}`;
  return fc.record({
    opening: fc.constant<NewEvent[]>([
      { type: "message.user", data: { messageId: `msg_${number}`, text: `Wish ${number}`, author: { id: "usr_1", name: "Ada" } } },
      { type: "job.queued", data: { messageId: `msg_${number}`, deliver: "queue" } },
    ]),
    work: fc
      .tuple(turn(jobId, 1), between(jobId), fc.boolean(), turn(jobId, 2), ending)
      .map(([first, meanwhile, checked, second, end]) => [...first, ...meanwhile, ...(checked ? check : []), ...second, ...end]),
    fate: fc.constantFrom("runs", "taken back", "steers"),
    changed: fc.boolean(),
  });
};

const withdrawn: NewEvent = { type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } };

/** What people do to a message while it waits. */
const changes = (number: number): NewEvent[] => [
  { type: "message.edited", data: { messageId: `msg_${number}`, text: `Wish ${number}, changed` } },
  { type: "queue.changed", data: { waiting: [3, 2].map((other) => ({ jobId: `job_${other}`, deliver: "steer" })) } },
];

/** Up to three jobs, sent one after the other or while an earlier one is at work; some are changed while they wait, or steer the one at work. */
export const anyLog: fc.Arbitrary<StreamEvent[]> = fc
  .tuple(fc.tuple(job(1), job(2), job(3)), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 60 }))
  .map(([jobs, count, early, end]) => {
    const said: Said[] = [];
    const used = jobs.slice(0, count);
    used.forEach(({ opening, work, fate, changed }, index) => {
      const jobId = `job_${index + 1}`;
      const own: Said[] = opening.map((event) => ({ jobId, event }));
      if (index > 0 && changed) own.push(...changes(index + 1).map((event) => ({ jobId: null, event })));
      const steers = index > 0 && fate === "steers" && early > 0;
      if (steers) own.push({ jobId, event: { type: "message.steered", data: { messageId: `msg_${index + 1}`, into: "job_1" } } });
      // A later job's opening comes while the one before it is at work, at least its own opening earlier.
      said.splice(index === 0 ? said.length : Math.max(2 * index, said.length - early), 0, ...own);
      if (!steers) said.push(...(index > 0 && fate === "taken back" ? [withdrawn] : work).map((event) => ({ jobId, event })));
    });
    const cut = end > 50 ? said : said.slice(0, Math.max(2, said.length - end));
    return cut.map(({ jobId, event }, index) => ({ ...event, seq: index + 1, at: 1000 + index * 10, jobId }));
  });

/** What the stream drops of jobs that have ended: text in pieces that was said whole later, progress of files that are whole. */
export function compact(log: StreamEvent[]): StreamEvent[] {
  const ended = new Set(log.filter(({ type }) => /^job\.(done|failed|cancelled)$/.test(type)).map(({ jobId }) => jobId));
  return log.filter((event) => {
    if (!ended.has(event.jobId)) return true;
    if (event.type === "job.placed") return false;
    const later = log.filter((other) => other.jobId === event.jobId && other.seq > event.seq);
    if (event.type === "message.delta")
      return !later.some(
        (other) => (other.type === "message.assistant" || other.type === "question.asked") && other.data.messageId === event.data.messageId,
      );
    if (event.type !== "file.writing") return true;
    return !later.some(
      (other) =>
        /^(file\.(written|deleted|refused)|edit\.refused)$/.test(other.type) && "path" in other.data && other.data.path === event.data.path,
    );
  });
}
