import type { StreamEvent } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { reduceAll } from "../stream/reduce.ts";
import { emptySession } from "../stream/state.ts";
import { shownChannel } from "./channel.ts";

const events = [
  { type: "job.queued", data: { messageId: "m" } },
  { type: "job.status", data: { status: "planning" } },
  { type: "preview.ready", data: { label: "list--draft", version: null } },
  { type: "job.failed", data: { error: { code: "cancelled", message: "x" }, findings: [], kept: { liveVersion: 1, draftFiles: [] } } },
].map((event, index) => ({ ...event, seq: index + 1, at: 1, jobId: "job_1" })) as StreamEvent[];
const upTo = (count: number) => reduceAll(emptySession, events.slice(0, count));

describe("the preview", () => {
  it("shows nothing before there is a version", () => {
    expect(shownChannel(upTo(1), null, null)).toBeNull();
  });

  it("shows the draft while a job works on it, and goes back when the job ends", () => {
    expect(shownChannel(upTo(2), null, 1)).toBe("current");
    expect(shownChannel(upTo(3), null, 1)).toBe("draft");
    expect(shownChannel(upTo(4), null, 1)).toBe("current");
  });

  it("shows the version that is looked at, whatever works meanwhile", () => {
    expect(shownChannel(upTo(3), 2, 1)).toBe("v2");
  });
});
