/** Who may do what, in words, becomes the rules that tables and fields keep. */
import type { AppRole, Column, Table } from "@edgewright/contracts";
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
  const roles: AppRole[] = [];
  return { said: ruleFor(kind, clause, table, [table], roles), table, roles };
};

const ADMIN = "user.role == 'admin'";
const HR_OR_SAFETY = "'hr' in user.roles || 'safety_officer' in user.roles";

describe("rules of a table", () => {
  it.each([
    ["only the boss may delete offers", { delete: "role:boss" }],
    ["only admins may delete offers", { delete: ADMIN }],
    ["nobody apart from document control may delete anything", { delete: "role:document_control" }],
    ["nobody but me may change them", { update: ADMIN }],
    ["only hr and safety officer can read", { read: HR_OR_SAFETY, update: HR_OR_SAFETY, delete: HR_OR_SAFETY }],
    ["only the owner may delete items", { delete: "owner" }],
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
      ...{ read: "member", create: "role:office", update: "role:office", delete: "role:office" },
    });
  });

  it("leave each their own rows, by the word that the store has for it", () => {
    expect(ruled("own-rows", "everyone sees just what they entered").table.policy).toMatchObject({ read: "owner", update: "owner" });
    expect(ruled("own-rows", "people may only change their own").table.policy).toMatchObject({ read: "member", update: "owner" });
  });

  it("leave each their own rows and some all of them, by a field that says who added it", () => {
    const { table } = ruled("own-rows", "everyone only sees their own except managers");
    expect(table.policy).toMatchObject({ read: "row.addedBy == user.id || 'manager' in user.roles" });
    expect(table.columns.at(-1)).toEqual({ name: "addedBy", label: "Added by", type: "user", default: "user()" });
  });

  it("leave all rows to those who are said to see them, and not to those who see their own", () => {
    const { table, roles } = ruled("own-rows", "volunteers see only their own items, shift leaders see all of them");
    expect(roles).toEqual([{ name: "shift_leader", label: "Shift leader" }]);
    expect(table.policy?.read).toBe("row.addedBy == user.id || 'shift_leader' in user.roles");
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
    expect(["role:office", ADMIN]).toContain(table.columns.find((column) => column.policy)?.policy?.read);
    // Who does not see it could not fill it in.
    expect(table.columns.find((column) => column.policy)?.required).toBeUndefined();
  });
});

describe("a field that few set", () => {
  it.each([
    ["only the manager edits prices", "price", "role:manager"],
    ["the status may only be changed by the office", "status", "role:office"],
    // Whoever adds a row sends it along as it begins.
    ["only the treasurer ticks confirmed", "confirmed", "!row.confirmed || 'treasurer' in user.roles"],
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

describe("roles in the app", () => {
  it.each([
    ["only lab managers may delete items", [{ name: "lab_manager", label: "Lab manager" }]],
    [
      "the price is only for HR and the Lab Managers",
      [
        { name: "hr", label: "HR" },
        { name: "lab_manager", label: "Lab manager" },
      ],
    ],
    ["Let the club's vet change the price", [{ name: "vet", label: "Vet" }]],
    ["Warehouse staff see the price", [{ name: "warehouse_staff", label: "Warehouse staff" }]],
    [
      "only coaches and bosses may change an item",
      [
        { name: "coach", label: "Coach" },
        { name: "boss", label: "Boss" },
      ],
    ],
    ["only heads of department can see them", [{ name: "head_of_department", label: "Head of department" }]],
  ])("%s", (clause, roles) => {
    expect(ruled("role-rule", clause).roles).toEqual(roles);
  });

  it.each([
    "only Anna may delete items",
    "only Mrs Smith can change the price",
    "only members may delete items",
    "only the team may see them",
    "only the owner may change an item",
    "only admins may delete items",
    "only approved items may be deleted",
    "volunteers must not see addresses",
    "the front desk can book but may not read the treatment notes",
    "once approved, volunteers may not change them",
    "the grooms may only add items",
    "teachers enter the price, parents only read",
  ])("are none: %s", (clause) => {
    expect(ruled("role-rule", clause).roles).toEqual([]);
  });

  it("are the same by one name", () => {
    const table = items();
    const roles: AppRole[] = [];
    for (const clause of ["only the lab manager may delete items", "only lab managers can change the price"])
      ruleFor("role-rule", clause, table, [table], roles);
    expect(roles).toEqual([{ name: "lab_manager", label: "Lab manager" }]);
  });
});
