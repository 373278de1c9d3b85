/** Follow-ups that leave something to people with a role in the app: it is declared once, kept, and told with where it is given. */
import { expect, it } from "vitest";
import type { AppModel } from "../app-model.ts";
import { appOf } from "../testing/follow-up-corpus.ts";
import { writeApp } from "../write/index.ts";
import { readChange } from "./index.ts";
import { recoverModel } from "./recover.ts";

/** One after the other, each on the files that the one before left. */
function follow(...requests: string[]): { model: AppModel; told: string[][]; refused: string[] } {
  let files = appOf("bikes");
  const told: string[][] = [];
  const refused: string[] = [];
  for (const request of requests) {
    const model = recoverModel(files);
    if (!model) throw new Error("The app cannot be read");
    const change = readChange(model, request);
    told.push(change.draft.told);
    refused.push(...change.refused, ...change.left);
    files = { ...files, ...writeApp(change.draft.model) };
  }
  const model = recoverModel(files);
  if (!model) throw new Error("The app cannot be read");
  return { model, told, refused };
}

const tableOf = (model: AppModel, name: string) => model.schema.tables.find((table) => table.name === name);
const fieldOf = (model: AppModel, table: string, name: string) => tableOf(model, table)?.columns.find((column) => column.name === name);

it("declares a role once, keeps it, and says where it is given", () => {
  const { model, told } = follow("only managers may delete rentals", "add a colour to bikes", "only the manager can change customers");
  expect(model.manifest.roles).toEqual([{ name: "manager", label: "Manager" }]);
  expect(tableOf(model, "rentals")?.policy?.delete).toBe("role:manager");
  expect(tableOf(model, "customers")?.policy?.update).toBe("role:manager");
  expect(told[0]?.join(" ")).toMatch(/^Only managers can now delete rentals\..*menu, under “Roles in the app”/);
  expect(told[2]).toEqual(["Only managers can now change customers."]);
});

it("leaves a field to a role, and back to all", () => {
  const asked = ["let warehouse staff change the day price", "only HR can see the phone"];
  const { model } = follow(...asked);
  expect(fieldOf(model, "bikes", "dayPrice")?.policy).toEqual({ write: "role:warehouse_staff" });
  expect(fieldOf(model, "customers", "phone")?.policy).toEqual({ read: "role:hr" });
  expect(model.manifest.roles?.map(({ label }) => label)).toEqual(["Warehouse staff", "HR"]);
  expect(fieldOf(follow(...asked, "everyone can change the day price").model, "bikes", "dayPrice")?.policy).toBeUndefined();
});

it("makes no role of a person, of admins, or of those who are denied something", () => {
  const { model, refused } = follow(
    "only Peter may delete customers",
    "only admins can delete bikes",
    "shop assistants may not see the email",
  );
  expect(model.manifest.roles).toBeUndefined();
  expect(tableOf(model, "bikes")?.policy?.delete).toBe("user.role == 'admin'");
  expect(refused).toEqual(["only Peter may delete customers"]);
  expect(fieldOf(model, "customers", "email")?.policy).toEqual({ read: "user.role == 'admin'" });
});
