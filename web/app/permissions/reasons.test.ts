import { expect, test } from "vitest";
import { whyNot } from "./reasons.ts";

test("nothing stands against what the role allows", () => {
  expect(whyNot("admin", "member.update")).toBeNull();
  expect(whyNot("editor", "message.send")).toBeNull();
  expect(whyNot("viewer", "project.read")).toBeNull();
});

test("a role that is too low is named, with those that are not", () => {
  expect(whyNot("viewer", "message.send")).toBe("Viewers cannot do this; it takes an editor or admin.");
  expect(whyNot("editor", "member.update")).toBe("Editors cannot do this; it takes an admin.");
});
