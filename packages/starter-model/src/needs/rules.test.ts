/** Who may do what, in words, becomes the rules that tables and fields keep. */
import type { Column, Table } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { ruleFor } from "./rules.ts";

const text = (name: string, label: string): Column => ({ name, label, type: "text" });
const items = (): Table => ({
  name: "items",
  label: "Items",
  columns: [
    { ...text("name", "Name"), required: true },
    text("address", "Address"),
    { ...text("price", "Price"), required: true },
    text("notes", "Treatment notes"),
    { name: "status", label: "Status", type: "select", options: ["draft", "approved"] },
    { name: "confirmed", label: "Confirmed", type: "boolean" },
  ],
});

const ruled = (kind: "own-rows" | "role-rule", clause: string) => {
  const table = items();
  return { said: ruleFor(kind, clause, table, [table]), table };
};

const ADMIN = "user.role == 'admin'";

describe("rules of a table", () => {
  it.each([
    ["only the boss may delete offers", { delete: ADMIN }],
    ["nobody apart from document control may delete anything", { delete: ADMIN }],
    ["nobody but me may change them", { update: ADMIN }],
    ["only hr and safety officer can read", { read: ADMIN, update: ADMIN, delete: ADMIN }],
    ["nothing may be deleted", { delete: "false" }],
    ["once confirmed nobody but me may change them", { update: `!old.confirmed || ${ADMIN}` }],
    ["contractors should only be able to open approved items", { read: "user.role != 'viewer' || row.status == 'approved'" }],
  ])("%s", (clause, policy) => {
    const { said, table } = ruled("role-rule", clause);
    expect(said).not.toBeNull();
    expect(table.policy).toMatchObject(policy);
  });

  it("let everybody read, and leave it to a few to write", () => {
    expect(ruled("role-rule", "everybody reads, the office writes").table.policy).toMatchObject({
      ...{ read: "member", create: ADMIN, update: ADMIN, delete: ADMIN },
    });
  });

  it("leave each their own rows, by the word that the store has for it", () => {
    expect(ruled("own-rows", "everyone sees just what they entered").table.policy).toMatchObject({ read: "owner", update: "owner" });
    expect(ruled("own-rows", "people may only change their own").table.policy).toMatchObject({ read: "member", update: "owner" });
  });

  it("leave each their own rows and some all of them, by a field that says who added it", () => {
    const { table } = ruled("own-rows", "everyone only sees their own except managers");
    expect(table.policy).toMatchObject({ read: `row.addedBy == user.id || ${ADMIN}` });
    expect(table.columns.at(-1)).toEqual({ name: "addedBy", label: "Added by", type: "user", default: "user()" });
  });

  it("say of those who only look that they are viewers, and change nothing", () => {
    const { said, table } = ruled("role-rule", "trustees may look at everything but change nothing");
    expect(said).toContain("viewer");
    expect(table.policy).toBeUndefined();
  });
});

describe("rules of a field", () => {
  it.each([
    ["the front desk can book but may not read the treatment notes", "notes"],
    ["volunteers must not see addresses", "address"],
    ["prices are for the office only", "price"],
  ])("%s", (clause, name) => {
    const { table } = ruled("role-rule", clause);
    expect(table.columns.find((column) => column.policy)?.name).toBe(name);
    // Who does not see it could not fill it in.
    expect(table.columns.find((column) => column.policy)?.required).toBeUndefined();
  });
});

describe("a field that few set", () => {
  it.each([
    ["only the manager edits prices", "price", ADMIN],
    ["the status may only be changed by the office", "status", ADMIN],
    // Whoever adds a row sends it along as it begins.
    ["only the treasurer ticks confirmed", "confirmed", `!row.confirmed || ${ADMIN}`],
  ])("%s", (clause, name, write) => {
    const { table } = ruled("role-rule", clause);
    expect(table.columns.find((column) => column.policy)).toMatchObject({ name, policy: { write } });
    expect(table.policy).toBeUndefined();
  });
});

describe("what is no rule that can be kept", () => {
  it.each(["only trained people may book a machine", "a document has a number which must never repeat", "only admins see the buttons"])(
    "%s",
    (clause) => {
      const { said, table } = ruled("role-rule", clause);
      expect(said).toBeNull();
      expect(table.policy).toBeUndefined();
    },
  );
});
