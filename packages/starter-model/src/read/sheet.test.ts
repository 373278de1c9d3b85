import { expect, it } from "vitest";
import { readingOf } from "../read-prompt.ts";

const COLUMNS = "Started\tBy whom\tCrucible\tOutcome code\n2026-01-04\tIda\tC7\tok4\n2026-01-05\tTom\tC2\tok1";

it("what is spoken of beside a sheet names it, where its columns do not", () => {
  const { tables } = readingOf(`${COLUMNS}\n\nturn this into a tracker for our tool loans`);
  expect(tables.map(({ label }) => label)).toEqual(["Tool loans"]);
  expect(tables[0]?.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(["Started", "By whom", "Crucible", "Outcome code"]));
});

it("a column that numbers the rows names them, whatever is spoken of beside", () => {
  const { tables, asks } = readingOf(
    "Invoice No\tCustomer\tDue\n17\tHarbour Cafe\t2026-03-01\n18\tMill Lane\t2026-03-04\n\nlate ones for our customers in red",
  );
  expect(tables[0]?.label).toBe("Invoices");
  expect(asks).toBeNull();
});

it("a sheet of which nothing says what its rows are is shown and asked about first", () => {
  expect(readingOf("Alpha\tBeta\tGamma\nx\ty\tz\nq\tr\ts").asks).not.toBeNull();
});

it("the tabs of a spreadsheet are no table of their own", () => {
  const { tables } = readingOf(
    'Here are my tabs:\nTab 1 "Clients": Name | Email | Phone\nTab 2 "Projects": Client | Title | Budget\nplease connect them',
  );
  expect(tables.map(({ label }) => label)).toEqual(["Clients", "Projects"]);
});

it("a code in the first column does not name the rows; what they are said to be for does", () => {
  const { tables } = readingOf(
    "ISBN\tTitle\tGrade\tCopies\n978-1\tMaths\t5\t60\n978-2\tBiology\t7\t55\nThis is for the textbooks at school.",
  );
  expect(tables[0]?.label).toBe("Textbooks");
});

it("titles in a line end where the next sentence begins", () => {
  const { tables, needs } = readingOf(
    "I only need these columns: Claim no / Patient / Amount / Answer (paid, cut, refused). Sum of the amounts by answer please",
  );
  expect(tables[0]?.columns.find(({ label }) => label === "Answer")?.options).toEqual(["paid", "cut", "refused"]);
  expect(needs.map(({ kind }) => kind)).toContain("total");
});

it("what was pasted is offered in its own spelling, beside what is usual", () => {
  const { tables, views } = readingOf(
    "Lead,Company,Value,Stage,Next call\nAnna,Acme,12000,Negotiation,2026-02-03\nBob,Initech,3000,NEW,2026-01-20\nplease make a pipeline out of this",
  );
  const stage = tables[0]?.columns.find(({ label }) => label === "Stage");
  expect(stage?.options).toEqual(expect.arrayContaining(["NEW", "Negotiation", "won"]));
  expect(stage?.options).not.toContain("new");
  expect(views).toContainEqual(expect.objectContaining({ kind: "board" }));
});

it.each(["\t", "|", ";"])("titles parted by %j may ask, and their rows stay rows", (by) => {
  const rows = [
    ["Guest", "Dues paid?", "Joined", "Diet"],
    ["Ada", "yes", "2026-01-04", "vegan"],
    ["Bob", "no", "2026-02-05", ""],
  ];
  const { tables } = readingOf(`Our summer party\n\n${rows.map((cells) => cells.join(by)).join("\n")}`);
  expect(tables[0]?.columns.map(({ label, type }) => [label, type])).toEqual([
    ["Guest", "text"],
    ["Dues paid?", "boolean"],
    ["Joined", "date"],
    ["Diet", "text"],
  ]);
});
