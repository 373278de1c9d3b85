import { expect, test } from "vitest";
import { matchesKeys } from "./shortcut.ts";

const press = (key: string, held: Partial<Record<"metaKey" | "ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test("mod is ⌘ or Ctrl", () => {
  expect(matchesKeys("mod+k", press("k", { metaKey: true }))).toBe(true);
  expect(matchesKeys("mod+k", press("k", { ctrlKey: true }))).toBe(true);
  expect(matchesKeys("mod+k", press("k"))).toBe(false);
});

test("a chord with more keys held is another chord", () => {
  expect(matchesKeys("mod+k", press("K", { metaKey: true, shiftKey: true }))).toBe(false);
  expect(matchesKeys("mod+k", press("k", { metaKey: true, altKey: true }))).toBe(false);
  expect(matchesKeys("/", press("/", { ctrlKey: true }))).toBe(false);
});

test("a sign is itself, however the keyboard makes it", () => {
  expect(matchesKeys("/", press("/"))).toBe(true);
  expect(matchesKeys("/", press("/", { shiftKey: true }))).toBe(true);
});
