/** Nobody is offered what the rules of a table or of a field would refuse. */
import { expect, it } from "vitest";
import { understand } from "../read/understand.ts";
import { writeApp } from "./index.ts";

const filesFor = (prompt: string) => writeApp(understand(prompt).built.model);

it("what few set is off for all others, and deleting is not there for them", () => {
  const form = filesFor("Products with name, price and stock. Only the manager edits prices. Only admins may delete.")[
    "src/forms/ProductForm.tsx"
  ];
  expect(form).toContain('<fieldset disabled={!isManager} className="contents">\n        <NumberField label="Price"');
  expect(form).toContain('const isManager = useUser()?.roles.includes("manager") ?? false;');
  expect(form).toContain("onDelete={id && products.can.delete(product) ?");
});

it("what few see is in no list and no form of others", () => {
  const files = filesFor("Visits with patient, date and treatment notes. The front desk may not read the treatment notes.");
  expect(files["src/forms/VisitForm.tsx"]).toContain("{isAdmin && <LongTextField");
  expect(files["src/tables/VisitTable.tsx"]).toContain('(isAdmin || !["treatmentNotes"].includes(name))');
});

it("rows of others are not saved, and none are added by whoever may not", () => {
  const files = filesFor("Notes with title and text. Members may only change their own notes.");
  expect(files["src/forms/NoteForm.tsx"]).toContain("may={notes.can.save(note)}");
  const { model } = understand("Prices with product and amount").built;
  for (const table of model.schema.tables)
    table.policy = { read: "member", create: "user.role == 'admin'", update: "user.role == 'admin'", delete: "false" };
  const written = writeApp(model);
  expect(written["src/views/Prices.tsx"]).toContain("<AddButton may={prices.can.create} ");
  expect(written["src/forms/PriceForm.tsx"]).toContain("may={prices.can.save(price)}");
  expect(written["src/forms/PriceForm.tsx"]).not.toContain("onDelete");
});

it("declares its roles, and its buttons to decide are theirs", () => {
  const files = filesFor("Transfers with player, club and reason. The coach or the head trainer decides.");
  expect(JSON.parse(files["app.json"] ?? "")).toMatchObject({
    roles: [{ name: "coach" }, { name: "head_trainer", label: "Head trainer" }],
  });
  expect(files["src/tables/TransferTable.tsx"]).toContain('by={["coach", "head_trainer"]}');
});
