/** What is found in `data/schema.json`, each at the line it is about. */
import { expect, test } from "vitest";
import { checkDataFiles } from "./data-files.ts";

const APP = JSON.stringify({ name: "App" });

/** A table with these further lines, and one field with these properties; as an editor would lay it out. */
const schema = (field: object, table: object = {}) =>
  JSON.stringify(
    { tables: [{ name: "things", label: "Things", columns: [{ name: "a", label: "A", type: "text", ...field }], ...table }] },
    null,
    1,
  );
const found = (text: string) =>
  checkDataFiles({ "app.json": APP, "data/schema.json": text }).map(({ line, message }) => ({
    at: text.split("\n")[line - 1]?.trim(),
    message,
  }));

test.each<[object, object, string, string]>([
  [{ type: "money" }, {}, "{", 'needs "currency"'],
  [{ type: "money", currency: "euro" }, {}, '"currency": "euro"', "three capitals"],
  [{ type: "multiselect" }, {}, "{", 'needs "options"'],
  [{ type: "references" }, {}, "{", 'needs "ref"'],
  [{ stars: 5 }, {}, '"stars": 5', "is for rating"],
  [{ type: "autonumber", required: true }, {}, "{", "gets its numbers from the platform"],
  [{ pattern: "(a" }, {}, '"pattern": "(a"', "no regular expression"],
  [{ type: "select", options: ["x"], looks: { y: {} } }, {}, '"y": {}', "none of the options: x"],
  [{ policy: { read: "row.b == user.id" } }, {}, '"read": "row.b == user.id"', "knows no row.b; there are a (at character 5)"],
  [{}, { policy: { update: "row.a == user.nme" } }, '"update": "row.a == user.nme"', "knows no user.nme; there are id, name, email, role"],
  [{}, { policy: { read: "old.a == row.a" } }, '"read": "old.a == row.a"', "Unknown variable: old"],
  [{}, { unique: [{ columns: ["b"] }] }, '"b"', 'There is no field "b"; fields: a.'],
  [{ type: "date" }, { noOverlap: [{ from: "a", to: "b" }] }, '"to": "b"', 'There is no field "b"; fields: a.'],
  [{ type: "date" }, { noOverlap: [{ from: "a", to: "a", per: ["b"] }] }, '"b"', 'There is no field "b"; fields: a.'],
  [{}, { checks: [{ condition: "row.a > 2", message: "No." }] }, '"condition": "row.a > 2",', "no such overload: string > double"],
])("%j %j", (field, table, at, message) => {
  expect(found(schema(field, table))).toEqual([{ at: expect.stringContaining(at), message: expect.stringContaining(message) }]);
});

test.each<[object, string, string]>([
  [{ formula: "row.b + 'x'" }, `"formula": "row.b + 'x'"`, "knows no row.b; there are a"],
  [{ type: "number", formula: "'x'" }, `"formula": "'x'"`, "is a text, not a number"],
  [{ type: "boolean", formula: "today() > date('2026-01-01')" }, '"formula"', "asks for today(), and what it says is kept"],
  [{ formula: "row.a" }, "{", '"a" follows from itself, by way of things.a.'],
  [{ type: "json", formula: "1" }, '"type": "json"', "No formula gives a json"],
  [{ lookup: { through: "b", column: "a" } }, '"through": "b"', '"b" is no field of type reference of things.'],
  [{ formula: "'x'", required: true }, "{", 'leave out "required".'],
  [{ type: "integer", rollup: { of: "count", table: "others", through: "a" } }, '"table": "others"', 'There is no table "others"'],
  [
    { type: "integer", rollup: { of: "count", table: "things", through: "a" } },
    '"through": "a"',
    "no field of things that refers to things",
  ],
  [{ formula: "'x'", rolup: {} }, '"rolup": {}', 'Did you mean "rollup"?'],
])("computed: %j", (field, at, message) => {
  expect(found(schema(field))[0]).toEqual({ at: expect.stringContaining(at), message: expect.stringContaining(message) });
});

test("nothing is found in what is right", () => {
  const field = { policy: { read: "user.role == 'admin'", write: "old.a == row.a" }, pattern: "[a-z]+" };
  const checks = [{ condition: "size(row.a) < 5", message: "Too long." }];
  expect(found(schema(field, { policy: { read: "member", update: "row.a == user.id" }, checks, unique: [{ columns: ["a"] }] }))).toEqual(
    [],
  );
});

test("a role that nobody can have is found where it is asked for", () => {
  const app = JSON.stringify({ name: "App", roles: [{ name: "manager", label: "Manager" }] });
  const text = schema(
    { policy: { read: "role:manager", write: '"boss" in user.roles' } },
    { policy: { create: "role:clerk", update: 'user.role == "manager"', delete: 'user.role == "admin" || "manager" in user.roles' } },
  );
  const said = checkDataFiles({ "app.json": app, "data/schema.json": text }).map(({ line, message }) => [
    text.split("\n")[line - 1]?.trim(),
    message,
  ]);
  expect(said).toEqual([
    ['"create": "role:clerk",', expect.stringContaining('Nobody can have the role "clerk": app.json declares the roles manager.')],
    ['"update": "user.role == \\"manager\\"",', expect.stringContaining('user.role is never "manager"')],
    [expect.stringContaining('"write": '), expect.stringContaining('Nobody can have the role "boss"')],
  ]);
});

test("a role is declared once, by a name that rules can say", () => {
  const roles = [
    { name: "manager", label: "Manager" },
    { name: "manager", label: "Boss" },
  ];
  const messages = (app: object) =>
    checkDataFiles({ "app.json": JSON.stringify({ name: "App", ...app }), "data/schema.json": schema({}) }).map(({ message }) => message);
  expect(messages({ roles })).toEqual(['roles.1.name: There is another role called "manager".']);
  expect(messages({ roles: [{ name: "Lab manager", label: "Lab manager" }] })).toEqual([expect.stringContaining("lower-case letters")]);
});
