import type { DataAction, DataActor, Table, TablePolicy } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { reaches, refused } from "./policy.ts";
import { viewOf } from "./view.ts";

const ACTIONS: DataAction[] = ["read", "create", "update", "delete"];
const ACTORS = {
  author: { kind: "member", userId: "usr_ada", may: "write" },
  other: { kind: "member", userId: "usr_bob", may: "write" },
  viewer: { kind: "member", userId: "usr_ada", may: "read" },
  visitor: { kind: "visitor" },
  app: { kind: "app" },
} as const satisfies Record<string, DataActor>;

const governed = (actor: DataActor, policy?: Partial<TablePolicy>) => {
  const table = { name: "notes", label: "Notes", columns: [{ name: "text", label: "Text", type: "text" }], policy } as Table;
  return viewOf(table, { tables: [table] }, "", { actor, now: "2026-03-31T09:30:00.000Z", today: "2026-03-31", day: "2026-03-31" });
};
const may = (policy?: Partial<TablePolicy>) =>
  Object.fromEntries(
    Object.entries(ACTORS).map(([name, actor]) => [
      name,
      ACTIONS.filter((action) =>
        reaches(governed(actor, policy), action, {
          json: "{}",
          created_by: action === "create" && "userId" in actor ? actor.userId : "usr_ada",
        }),
      ).join(" "),
    ]),
  );

describe("who may do what with a row of Ada's", () => {
  it("is for members, who do all unless they only look", () => {
    const all = "read create update delete";
    expect(may()).toEqual({ author: all, other: all, viewer: "read", visitor: "", app: "" });
  });

  it("is for the author where the policy says owner, and for everybody where it says anyone", () => {
    expect(may({ read: "anyone", create: "anyone", update: "owner", delete: "owner" })).toEqual({
      author: "read create update delete",
      other: "read create",
      viewer: "read create",
      visitor: "read create",
      app: "read create",
    });
  });

  it("is for the app itself as far as the policy lists it", () => {
    expect(may({ read: "owner", update: "owner", server: ["read", "create"] })).toMatchObject({ app: "read create", visitor: "" });
  });

  it("is for whoever has the role of the app that the policy names", () => {
    const able = (roles: string[], policy: Partial<TablePolicy>) => {
      const view = governed({ ...ACTORS.other, roles }, policy);
      return ACTIONS.filter((action) => reaches(view, action, { json: "{}", created_by: "usr_ada" })).join(" ");
    };
    const policy = { update: "role:manager", delete: '"manager" in user.roles || "boss" in user.roles' };
    expect([able([], policy), able(["warehouse"], policy), able(["manager"], policy), able(["boss"], policy)]).toEqual([
      "read create",
      "read create",
      "read create update delete",
      "read create delete",
    ]);
    expect(may({ read: "role:manager" })).toMatchObject({ author: "create update delete", visitor: "", app: "" });
    expect(refused(governed(ACTORS.other, { delete: "role:lab_manager" }), "delete").error.message).toBe(
      'Only people with the role "lab manager" may delete notes.',
    );
  });

  it("is refused with the cause and what to do", () => {
    const said = (actor: DataActor) => {
      const { error } = refused(governed(actor, { update: "owner" }), "update");
      return `${error.message} ${error.next}`;
    };
    expect(said(ACTORS.viewer)).toContain("not change notes: viewers of the organization only read here. Ask an administrator");
    expect(said(ACTORS.other)).toContain("Only whoever added it may change notes.");
    expect(said(ACTORS.visitor)).toContain("Only members may change notes. Sign in");
    expect(said(ACTORS.app)).toContain('list "update" in policy.server of notes in data/schema.json');
  });
});
