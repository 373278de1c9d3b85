import { AuditAction } from "@edgewright/audit";
import { expect, test } from "vitest";
import { FAMILY_CHOICES, sentence } from "./sentences.ts";

const line = (action: string, facts: object = {}) => ({
  action,
  actor: { kind: "person" as const, id: "usr_1", name: "Ada" },
  detail: {},
  before: null,
  after: null,
  ...facts,
});

test("every action has a sentence, whatever is told of it", () => {
  for (const action of AuditAction.options) {
    expect(sentence(line(action))).toMatch(/^[A-Z][^“”]+[^ ]$/);
    expect(sentence(line(action))).not.toMatch(/undefined|null|_/);
  }
});

test("what is told of it is in the sentence", () => {
  expect(sentence(line("project.updated", { before: { name: "Fleet" }, after: { name: "Vehicles" } }))).toBe(
    "Renamed the project to “Vehicles”",
  );
  expect(sentence(line("member.role_changed", { detail: { name: "Bob" }, after: { role: "editor" } }))).toBe(
    "Changed the role of “Bob” to editor",
  );
  expect(sentence(line("invite.created", { detail: { email: "bob@example.test" } }))).toBe("Invited “bob@example.test”");
  expect(sentence(line("version.saved", { detail: { version: 7 } }))).toBe("Saved version 7");
  const used = { created: 2, updated: 1, deleted: 0 };
  expect(sentence(line("data.used", { detail: used }))).toBe("Changed 3 rows for its users within an hour");
});

test("an action that this page does not know yet is named as it is", () => {
  expect(sentence(line("robot.danced"))).toBe("robot.danced");
});

test("every family can be chosen", () => {
  const families = new Set(AuditAction.options.map((action) => action.slice(0, action.indexOf(".") + 1)));
  expect(new Set(FAMILY_CHOICES.map(({ value }) => value))).toEqual(families);
});
