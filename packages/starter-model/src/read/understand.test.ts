/** What the model reads out of a description: tables, fields with types, references and screens. */
import { describe, expect, it } from "vitest";
import type { AppModel } from "../app-model.ts";
import { understand } from "./understand.ts";

function read(text: string): AppModel {
  return understand(text).built.model;
}

/** "title:text! dueDate:date" */
const fieldsOf = (model: AppModel, table: string): string =>
  model.schema.tables
    .find(({ name }) => name === table)
    ?.columns.map(({ name, type, required }) => `${name}:${type}${required ? "!" : ""}`)
    .join(" ") ?? "none";
const column = (model: AppModel, table: string, name: string) =>
  model.schema.tables.find((candidate) => candidate.name === table)?.columns.find((candidate) => candidate.name === name);
const kinds = (model: AppModel) => model.views.map(({ kind }) => kind);

it("a bare kind of record after tables with their fields in brackets is a table", () => {
  const { schema } = read(
    "Library of our school: books (title, author, isbn), pupils (name, class), loans. A pupil may not have more than 3 books",
  );
  expect(schema.tables.map(({ name }) => name)).toEqual(["books", "pupils", "loans"]);
});

it.each([
  "Bugs: title, steps, status (open, in progress, fixed). Board please!",
  "Bugs with title and status (open, in progress, fixed). A board, too.",
])("a board that is only named is built: %s", (text) => expect(kinds(read(text))).toContain("board"));

it("a day that lies behind is not due soon", () => {
  expect(kinds(read("Pets with name, birth date and chip number. Vaccinations due soon should be listed."))).toEqual(["list"]);
});

describe("fields", () => {
  it.each([
    ["readings with date and value", "readings", "value"],
    ["chemicals with CAS number, amount, unit and location", "chemicals", "amount"],
  ])("are numbers where something is measured: %s", (text, table, name) => expect(column(read(text), table, name)?.type).toBe("number"));

  it("are what something is judged by", () => {
    const model = read("can you build a page where visitors leave a review with stars 1 to 5 and a comment");
    expect(fieldsOf(model, "reviews")).toMatch(/stars:(rating|integer|number) comment:longtext/);
  });

  it("have the types that their words say", () => {
    const model = read("invoices with number, client email, amount, tax rate, issue date, website, terms, paid and page count");
    expect(fieldsOf(model, "invoices")).toBe(
      "number:text! clientEmail:email amount:money! taxRate:number issueDate:date website:url terms:longtext paid:boolean pageCount:integer",
    );
    expect(column(model, "invoices", "taxRate")?.format).toBe("percent");
  });

  it("offer the options that are listed, in parentheses or not", () => {
    const model = read("tasks with title, priority (low, medium, high), effort: small, big or huge and mood good/bad");
    expect(column(model, "tasks", "priority")?.options).toEqual(["low", "medium", "high"]);
    expect(column(model, "tasks", "mood")?.options).toEqual(["good", "bad"]);
  });

  it.each([
    ["Repairs go received → waiting for parts → ready. Name, device.", "repairs", ["received", "waiting for parts", "ready"]],
    [
      "- expense claims\n- employee, amount\n- manager approves\n- draft -> submitted -> paid",
      "expenseClaims",
      ["draft", "submitted", "paid"],
    ],
  ])("offer the stages that arrows lead through: %s", (text, table, options) =>
    expect(column(read(text), table, "status")?.options).toEqual(options),
  );

  it("are called the type of a thing where things are listed, and a status where states are", () => {
    expect(column(read("wood orders: name, village, beech/oak/spruce, delivered"), "woodOrders", "type")?.options).toEqual([
      "beech",
      "oak",
      "spruce",
    ]);
    expect(column(read("parcels: number, weight, waiting/sent/returned"), "parcels", "status")?.options).toEqual([
      "waiting",
      "sent",
      "returned",
    ]);
  });

  it("get usual options where none are listed", () => {
    expect(column(read("invoices with number and status"), "invoices", "status")?.options).toEqual(["draft", "sent", "paid", "overdue"]);
    expect(column(read("bugs with severity"), "bugs", "severity")?.options).toContain("critical");
  });

  it("that are not named are the usual ones, and each table has a name to know its rows by", () => {
    expect(fieldsOf(read("a simple todo list"), "tasks")).toBe("title:text! dueDate:date priority:select done:boolean");
    expect(fieldsOf(read("an employee directory with department and start date"), "employees")).toBe(
      "name:text! department:text startDate:date",
    );
  });

  it("may be said in a sentence of their own, or in a list below a heading", () => {
    const sentence = read("Track vehicles. Each vehicle has a plate number, mileage and whether it is insured.");
    expect(fieldsOf(sentence, "vehicles")).toBe("name:text! plateNumber:text mileage:integer insured:boolean");
    const list = read("Projects:\n- name\n- budget\n- deadline\n- status (planned, done)");
    expect(fieldsOf(list, "projects")).toBe("name:text! budget:money deadline:date status:select");
  });
});

describe("tables", () => {
  it("belong together as it is said", () => {
    const model = read("companies and contacts, each contact belongs to a company");
    expect(column(model, "contacts", "company")).toMatchObject({ type: "reference", ref: "companies", required: true });
  });

  it("belong together as is usual where nothing is said", () => {
    expect(column(read("vehicles and repairs"), "repairs", "vehicle")?.ref).toBe("vehicles");
    expect(column(read("invoices and clients"), "invoices", "client")?.ref).toBe("clients");
    const loans = read("library: books, members and loans with due date");
    expect([column(loans, "loans", "book")?.ref, column(loans, "loans", "member")?.ref]).toEqual(["books", "members"]);
  });

  it("are what a list names that names nothing but records, and what a system is known to hold", () => {
    expect(column(read("Build an app for invoices with clients"), "invoices", "client")?.ref).toBe("clients");
    expect(read("Build a CRM").schema.tables.map(({ name }) => name)).toEqual(["companies", "contacts", "deals"]);
    expect(understand("Build a CRM").doubt).toBeNull();
  });

  it.each(["songs with title and key, and setlists which have songs in an order", "We keep songs (title, key) and setlists (songs)"])(
    "are kept when all that is said of them is what they have of another: %s",
    (prompt) => expect(column(read(prompt), "setlists", "songs")?.ref).toBe("songs"),
  );

  it("point at themselves for a manager among employees", () => {
    expect(column(read("employees with name and manager"), "employees", "manager")?.ref).toBe("employees");
  });

  it("are made for what belongs to another", () => {
    const model = read("objectives with key results, progress in percent, owner, quarter");
    expect(column(model, "keyResults", "objective")?.ref).toBe("objectives");
    expect(column(model, "objectives", "progress")?.format).toBe("percent");
  });
});

describe("screens", () => {
  it("are a list for each table, and what is asked for", () => {
    expect(kinds(read("deals with name and stage (lead, won); a board by stage"))).toEqual(["list", "board"]);
    expect(kinds(read("expenses with amount, category, date; a chart of spending by category and month"))).toEqual(["list", "chart"]);
    expect(kinds(read("room bookings with room, start and end, on a calendar"))).toEqual(["calendar", "list"]);
  });

  it("show what meets a condition", () => {
    const low = read("products with name and quantity; a low-stock view for less than 10").views[1];
    expect(low).toMatchObject({ kind: "list", title: "Low stock", where: [{ column: "quantity", op: "lt", value: 10 }] });
    const late = read("loans with borrower, due date and returned; a list of overdue loans").views[1];
    expect(late).toMatchObject({
      title: "Overdue",
      where: [
        { column: "dueDate", op: "lt", days: 0 },
        { column: "returned", value: false },
      ],
    });
  });

  it("open a form to everyone and keep the list for members", () => {
    const model = read("a feedback form that anyone with the link can fill in, and a list that only members see");
    expect(model.manifest.visibility).toBe("link");
    expect(model.schema.tables[0]?.policy).toMatchObject({ create: "anyone", read: "member" });
    expect(model.views.map(({ kind, path }) => `${kind} ${path}`)).toEqual(["form /", "list /feedback-received"]);
  });
});

it("names the app as it is called, and gives it an accent and an icon of its own", () => {
  expect(read('a bug tracker called "Ladybird" with title and status').manifest.name).toBe("Ladybird");
  const plants = read("plants with species and last watered");
  expect([plants.manifest.icon, plants.accent]).toEqual(["sprout", "green"]);
});
