/** What is said to be built is built, and what is not built is said. */
import { expect, it } from "vitest";
import { readingOf } from "../read-prompt.ts";
import { understand } from "./understand.ts";

const builtOf = (prompt: string) => readingOf(prompt).needs.map(({ kind, built }) => [kind, built]);

it("a poll is all of its app: what else was asked for is told as not built", () => {
  const needs = builtOf('A poll: "Which day suits?" with Monday, Tuesday or Friday. Each person has one vote. Print the list of votes.');
  expect(needs).toContainEqual(["vote", true]);
  expect(needs).toContainEqual(["print", false]);
});

it("who decides by buttons, and that it is decided once, is kept by the approval and told as built", () => {
  const prompt =
    "Travel requests with title and amount, pending at first. Only admins see the buttons Approve and Reject. What was decided cannot be decided again.";
  expect(builtOf(prompt).every(([, built]) => built)).toBe(true);
  expect(readingOf(prompt).text).not.toMatch(/not built/i);
  const [table] = understand(prompt).built.model.schema.tables;
  expect(table?.policy?.update).toBe("old.status == 'pending' && (row.status == 'pending' || user.role == 'admin')");
});

it("whose rows they are does not undo who decides about them, in whatever order it is said", () => {
  const texts = ["Managers approve or reject them.", "People see only their own requests, admins see all of them."];
  for (const said of [texts, texts.toReversed()]) {
    const [table] = understand(`Travel requests with title and amount. ${said.join(" ")}`).built.model.schema.tables;
    expect(table?.policy?.update).toContain("row.status == old.status || 'manager' in user.roles");
    // Who decides about rows sees them, too.
    expect(table?.policy?.update).toContain("row.addedBy == user.id || 'manager' in user.roles");
    expect(table?.policy?.read).toBe("row.addedBy == user.id || 'manager' in user.roles");
  }
});

it("who is one of ours needs no public form", () => {
  const prompt = "Tool orders with name and price. Anybody in the workshop can request one.";
  expect(understand(prompt).built.model.manifest.visibility).toBe("members");
});

it("a rule that says more than who decides is no approval alone", () => {
  const needs = builtOf("Travel requests with title and amount. Managers approve them. Only admins confirm and delete requests.");
  expect(needs).toContainEqual(["role-rule", true]);
});

it("an import is told as not built", () => {
  expect(builtOf("Customers with name and phone. Import our Excel list of customers.")).toContainEqual(["import", false]);
});
