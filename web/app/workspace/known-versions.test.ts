import type { Version } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { knownVersions } from "./known-versions.ts";

const version = (number: number, isCurrent: boolean): Version => ({
  number,
  parent: number - 1,
  message: "",
  author: { kind: "person", id: "usr_1", name: "Ada" },
  status: "ok",
  findings: [],
  jobId: null,
  messageId: null,
  restoredFrom: null,
  createdAt: "",
  fileCount: 1,
  isCurrent,
});
const seen = (versions: Version[]) => versions.map(({ number, isCurrent }) => (isCurrent ? `${number}*` : `${number}`)).join(" ");

describe("knownVersions", () => {
  it("puts what was just made on top, and only one is live", () => {
    expect(seen(knownVersions([version(2, true), version(1, false)], [version(3, true)]))).toBe("3* 2 1");
  });

  it("keeps what is live when a draft was made", () => {
    expect(seen(knownVersions([version(1, true)], [version(2, false)]))).toBe("2 1*");
  });

  it("believes a newer load", () => {
    expect(seen(knownVersions([version(4, true), version(3, false)], [version(3, true)]))).toBe("4* 3");
  });
});
