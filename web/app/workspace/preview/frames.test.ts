import { describe, expect, it } from "vitest";
import { type Frame, frameDrawn, frameMoved, noFrames, openFrame, srcAt, stay } from "./frames.ts";

const frame = (id: number, channel = "current"): Frame => ({ id, channel, opening: "fleet 0", src: `http://a/${id}`, origin: "http://a" });

describe("frames", () => {
  it("keep the old one in sight until the new one has drawn", () => {
    let frames = frameDrawn(openFrame(noFrames, frame(1)), 1);
    frames = openFrame(frames, frame(2, "draft"));
    expect([frames.shown?.id, frames.next?.id]).toEqual([1, 2]);
    frames = frameDrawn(frames, 2);
    expect([frames.shown?.id, frames.next]).toEqual([2, null]);
  });

  it("forget one that was overtaken while it loaded", () => {
    const frames = openFrame(openFrame(noFrames, frame(1)), frame(2));
    expect(frameDrawn(frames, 1).shown).toBeNull();
    expect(frameDrawn(frames, 2).shown?.id).toBe(2);
  });

  it("stay with the one in sight when it is wanted again before the next has drawn", () => {
    const frames = stay(openFrame(frameDrawn(openFrame(noFrames, frame(1)), 1), frame(2, "draft")));
    expect([frames.shown?.id, frames.next]).toEqual([1, null]);
    expect(frameDrawn(frames, 2).shown?.id).toBe(1);
  });

  it("follow the address of the one in sight only", () => {
    const frames = openFrame(frameDrawn(openFrame(noFrames, frame(1)), 1), frame(2));
    expect(frameMoved(frames, 2, "/x").path).toBe("/");
    expect(frameMoved(frames, 1, "/x").path).toBe("/x");
  });
});

describe("srcAt", () => {
  it("goes to the path with the token", () => {
    expect(srcAt("http://todo.preview.localhost:8788/?ew_token=t", "/tasks/1?a=b#c")).toBe(
      "http://todo.preview.localhost:8788/tasks/1?a=b&ew_token=t#c",
    );
  });

  it("never leaves the preview's host", () => {
    const away = ["evil.example/x", "//evil.example/x", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "@evil.example", ":9/x"];
    for (const path of [...away, "https://evil.example/", ".evil.example", "/%2f%2fevil.example", "/..//evil.example", ""]) {
      const target = new URL(srcAt("http://todo.preview.localhost:8788/?ew_token=t", path));
      expect([path, target.origin, target.searchParams.get("ew_token")]).toEqual([path, "http://todo.preview.localhost:8788", "t"]);
    }
    expect(new URL(srcAt("http://todo.preview.localhost:8788/?ew_token=t", "/x?ew_token=theirs")).searchParams.getAll("ew_token")).toEqual([
      "t",
    ]);
  });
});
