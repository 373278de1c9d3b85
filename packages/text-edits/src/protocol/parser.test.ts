import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProtocolEvent } from "./events.ts";
import { ProtocolParser } from "./parser.ts";
import { SAMPLES } from "./samples.ts";
import { TEXT_PROTOCOL } from "./text-protocol.ts";

function parse(...chunks: string[]): ProtocolEvent[] {
  const parser = new ProtocolParser();
  return joined([...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.end()]);
}

/** Pieces of prose that follow one another, as one. */
function joined(events: readonly ProtocolEvent[]): ProtocolEvent[] {
  const all: ProtocolEvent[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event.type === "text" && last?.type === "text") all.splice(-1, 1, { type: "text", text: last.text + event.text });
    else all.push(event);
  }
  return all;
}

const cut = (text: string, at: readonly number[]): string[] => {
  const points = [0, ...[...at].sort((a, b) => a - b), text.length];
  return points.slice(1).map((end, index) => text.slice(points[index], end));
};

describe.each(SAMPLES)("$name", ({ answer, events }) => {
  it("comes to this", () => {
    expect(parse(answer)).toEqual(events);
  });

  it("comes to the same wherever the stream is split", () => {
    for (let at = 0; at <= answer.length; at++) expect(parse(answer.slice(0, at), answer.slice(at))).toEqual(events);
    expect(parse(...answer.split(""))).toEqual(events);
  });

  it("comes to the same in any number of pieces, other line ends included", () => {
    const other = answer.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n");
    const whole = parse(other);
    fc.assert(
      fc.property(fc.array(fc.nat(answer.length), { maxLength: 12 }), (at) => {
        expect(parse(...cut(answer, at))).toEqual(events);
        expect(parse(...cut(other, at))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});

describe("prose", () => {
  const prose = fc.array(
    fc.constantFrom(
      "a",
      " ",
      "\n",
      "\r\n",
      "<",
      "</file>",
      "`",
      "```",
      "👍",
      "\uD83D",
      "=======",
      ".ts",
      "src/",
      "<<<<<<<",
      "~~~",
      "#",
      "&lt;",
    ),
  );

  it("is never lost, and nothing is added to it", () => {
    fc.assert(
      fc.property(prose, fc.array(fc.nat(60), { maxLength: 6 }), (parts, at) => {
        const answer = parts.join("");
        const events = parse(
          ...cut(
            answer,
            at.map((point) => Math.min(point, answer.length)),
          ),
        );
        expect(events).toEqual(parse(answer));
        if (events.every(({ type }) => type === "text")) {
          expect(events.map((event) => (event.type === "text" ? event.text : "")).join("")).toBe(answer);
        }
      }),
      { numRuns: runsOf(500, 4) },
    );
  });

  it("is shown as it comes, as soon as it cannot be a mark", () => {
    const parser = new ProtocolParser();
    expect(parser.push("I will")).toEqual([{ type: "text", text: "I will" }]);
    expect(parser.push(" add\n")).toEqual([{ type: "text", text: " add\n" }]);
    expect(parser.push("<fi")).toEqual([]);
    expect(parser.push("g> \uD83D")).toEqual([{ type: "text", text: "<fig> " }]);
    expect(parser.push("\uDC4D")).toEqual([{ type: "text", text: "👍" }]);
  });
});

describe("a long answer", () => {
  it.each([
    ["a file of one line", `<file path="a.txt">\n${"x".repeat(400_000)}\n</file>`],
    ["a line that could be a fence", `\`\`\`${"x".repeat(400_000)}`],
    ["a line that could be a mark", `<finish>${"x".repeat(400_000)}</finish>`],
    ["many lines", `<file path="a.txt">\n${"x\n".repeat(200_000)}</file>`],
    ["one word", "x".repeat(400_000)],
  ])("takes no longer for coming character by character: %s", (_, answer) => {
    // Quadratic, it would take minutes: the test would end by its own patience.
    const events = parse(...answer.split(""));
    expect(events).toEqual(parse(answer));
  });
});

describe("what a model is taught", () => {
  it("is read as it says", () => {
    const events = parse(TEXT_PROTOCOL);
    expect(events.map(({ type }) => type).filter((type) => type !== "text")).toEqual([
      "plan",
      "file.begin",
      "file",
      "edit",
      "read",
      "delete",
      "rename",
      "ask",
      "finish",
    ]);
  });
});
