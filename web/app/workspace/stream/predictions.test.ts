import type { NewEvent, StreamEvent } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { confirm, type Prediction, withPredictions } from "./predictions.ts";
import { reduceAll } from "./reduce.ts";
import { emptySession, waitingMessages } from "./state.ts";

const asked = (number: number): NewEvent[] => [
  { type: "message.user", data: { messageId: `msg_${number}`, text: `Wish ${number}`, author: { id: "usr_1", name: "Ada" } } },
  { type: "job.queued", data: { messageId: `msg_${number}`, deliver: "queue" } },
];
const said = (event: NewEvent, jobId: string | null = null): StreamEvent => ({ ...event, seq: 50, at: 1, jobId }) as StreamEvent;
const session = reduceAll(
  emptySession,
  [1, 2, 3].flatMap((number) =>
    asked(number).map((event, index) => ({ ...event, seq: number * 2 + index, at: 1, jobId: `job_${number}` }) as StreamEvent),
  ),
);
const texts = (predictions: readonly Prediction[]) =>
  waitingMessages(withPredictions(session, predictions)).map(({ message }) => message.text);

const edited: Prediction = { type: "message.edited", data: { messageId: "msg_2", text: "Changed" }, jobId: null };
const moved: Prediction = {
  type: "queue.changed",
  data: { waiting: ["job_3", "job_2"].map((jobId) => ({ jobId, deliver: "queue" as const })) },
  jobId: null,
};
const removed: Prediction = { type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } }, jobId: "job_3" };

describe("predictions", () => {
  it("show what was done here at once, and leave what the stream said as it is", () => {
    const before = structuredClone(session);
    expect(texts([edited])).toEqual(["Changed", "Wish 3"]);
    expect(texts([edited, moved])).toEqual(["Wish 3", "Changed"]);
    expect(texts([removed])).toEqual(["Wish 2"]);
    expect(withPredictions(session, [edited]).seq).toBe(session.seq);
    expect(session).toEqual(before);
  });

  it("go one by one as their own events come", () => {
    const second: Prediction = { ...edited, data: { messageId: "msg_2", text: "Again" } };
    expect(confirm([edited, second, moved], said(edited))).toEqual([second, moved]);
    expect(confirm([edited, moved], said({ ...edited, data: { messageId: "msg_3", text: "Other" } }))).toEqual([edited, moved]);
    expect(confirm([removed], said(removed, "job_3"))).toEqual([]);
    expect(confirm([removed], said(removed, "job_1"))).toEqual([removed]);
  });
});
