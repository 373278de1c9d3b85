/** An OpenAPI document of one app's rows: each table's routes with the shapes of its own rows, as the live version declares them. */
import { type Column, isGiven, isNumeric, type Table } from "@edgewright/contracts";

type Schema = Record<string, unknown>;

const text = (more: Schema = {}): Schema => ({ type: "string", ...more });

/** Written, the id is enough. */
const FILE: Schema = {
  type: "object",
  description: "A file that was uploaded by POST …/data/files; of what is written, the id counts",
  properties: {
    ...{ id: text(), name: text(), size: { type: "integer", description: "Bytes" }, type: text({ description: "A media type" }) },
    thumbnail: { type: "boolean", description: "Whether a small picture is kept" },
  },
  required: ["id"],
};

/** The value of a field that is filled in. */
function valueOfColumn(column: Column): Schema {
  const { type, options = [], min, max, minLength, maxLength, ref } = column;
  const range = { ...(typeof min === "number" && { minimum: min }), ...(typeof max === "number" && { maximum: max }) };
  const length = { ...(minLength && { minLength }), ...(maxLength && { maxLength }) };
  switch (type) {
    case "number":
    case "decimal":
    case "money":
      return { type: "number", ...range };
    case "integer":
      return { type: "integer", ...range };
    case "rating":
      return { type: "integer", minimum: 1, maximum: column.stars ?? 5 };
    case "duration":
      return { type: "integer", minimum: 0, description: "Seconds" };
    case "boolean":
      return { type: "boolean" };
    case "date":
      return text({ format: "date" });
    case "datetime":
      return text({ format: "date-time" });
    case "time":
      return text({ examples: ["09:30"] });
    case "email":
      return text({ format: "email", ...length });
    case "url":
      return text({ format: "uri", ...length });
    case "select":
      return { enum: options };
    case "multiselect":
      return { type: "array", items: { enum: options } };
    case "reference":
      return text({ description: `The id of a row of ${ref}` });
    case "references":
      return { type: "array", items: text(), description: `Ids of rows of ${ref}` };
    case "user":
      return text({ description: "The id of a member" });
    case "image":
    case "file":
      return FILE;
    case "files":
      return { type: "array", items: FILE, ...(maxLength && { maxItems: maxLength }) };
    case "json":
      return { description: "Any JSON" };
    default:
      return text(length);
  }
}

/** Empty, it is null. */
const orNull = (column: Column): Schema => ({ title: column.label, anyOf: [valueOfColumn(column), { type: "null" }] });

const META: Schema = {
  id: text(),
  createdAt: text({ format: "date-time" }),
  updatedAt: text({ format: "date-time" }),
  createdBy: { type: ["string", "null"] },
  revision: { type: "integer", minimum: 1, description: "Counts the writes of the row" },
};

const fieldsOf = (columns: readonly Column[]): Schema => Object.fromEntries(columns.map((column) => [column.name, orNull(column)]));
const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: Schema) => ({ required: true, content: { "application/json": { schema } } });
const answers = (schema: Schema, status = "200") => ({
  [status]: { description: "Done", content: { "application/json": { schema } } },
  default: { description: "What went wrong, and what to do next", content: { "application/problem+json": { schema: refTo("Problem") } } },
});

/** A row's fields, and those that are written: what is computed or numbered is not among the latter. */
function shapesOf({ name, columns }: Table): [string, Schema][] {
  const written = columns.filter((column) => !isGiven(column));
  const needed = written.filter((column) => column.required && column.default === undefined).map((column) => column.name);
  return [
    [
      name,
      {
        type: "object",
        properties: { ...META, ...fieldsOf(columns) },
        required: [...Object.keys(META), ...columns.map((column) => column.name)],
      },
    ],
    [
      `${name}_values`,
      { type: "object", properties: fieldsOf(written), additionalProperties: false, ...(needed.length > 0 && { required: needed }) },
    ],
    [`${name}_changes`, { type: "object", properties: fieldsOf(written), additionalProperties: false }],
    [
      `${name}_amounts`,
      {
        type: "object",
        properties: Object.fromEntries(written.filter(isNumeric).map((column) => [column.name, { title: column.label, type: "number" }])),
        additionalProperties: false,
        minProperties: 1,
      },
    ],
  ];
}

const ZONE = text({
  description: "An IANA time zone such as Europe/Berlin, where whoever writes is: whose day today() is. UTC unless it is said",
});

/** The header of writes that take effect once. */
const ONCE = {
  name: "Idempotency-Key",
  in: "header",
  schema: text({ maxLength: 200 }),
  description: "A random id of the write: sent again with it within a day, it takes effect once and gets the first answer",
};

function pathsOf(base: string, { name, label, columns }: Table): [string, Schema][] {
  const table = `${base}/tables/${name}`;
  const rows = `${table}/rows`;
  const tags = [label];
  const id = { name: "id", in: "path", required: true, schema: text() };
  const q = {
    name: "q",
    in: "query",
    schema: text(),
    description:
      'A query as JSON, such as {"filters":[{"column":"…","op":"eq","value":"…"}],"sort":[{"column":"…"}],"limit":100}; the answer\'s cursor leads on',
  };
  const page = {
    type: "object",
    properties: { rows: { type: "array", items: refTo(name) }, total: { type: "integer" }, cursor: { type: ["string", "null"] } },
  };
  const changes = {
    type: "object",
    properties: {
      values: refTo(`${name}_changes`),
      zone: ZONE,
      revision: { type: "integer", description: "Refuses if the row has another one by now" },
    },
    required: ["values"],
  };
  const unique = columns.filter((column) => column.unique).map((column) => column.name);
  const upserted = {
    type: "object",
    properties: { by: { enum: unique }, values: refTo(`${name}_changes`), zone: ZONE },
    required: ["by", "values"],
  };
  const added = { type: "object", properties: { by: refTo(`${name}_amounts`), zone: ZONE }, required: ["by"] };
  const created = { type: "object", properties: { values: refTo(`${name}_values`), zone: ZONE }, required: ["values"] };
  const toUpsert: [string, Schema] = [
    `${table}/upsert`,
    {
      post: {
        operationId: `upsert_${name}`,
        summary: `Change one of ${label} by a unique field, or add it`,
        ...{ tags, parameters: [ONCE], requestBody: body(upserted), responses: answers(refTo(name)) },
      },
    },
  ];
  const toIncrement: [string, Schema] = [
    `${rows}/{id}/increment`,
    {
      parameters: [id, ONCE],
      post: {
        operationId: `increment_${name}`,
        summary: `Add to numbers of one of ${label}`,
        ...{ tags, requestBody: body(added), responses: answers(refTo(name)) },
      },
    },
  ];
  return [
    [
      rows,
      {
        get: { operationId: `list_${name}`, summary: `Rows of ${label}`, tags, parameters: [q], responses: answers(page) },
        post: {
          operationId: `create_${name}`,
          summary: `Add to ${label}`,
          tags,
          parameters: [ONCE],
          requestBody: body(created),
          responses: answers(refTo(name), "201"),
        },
      },
    ],
    [
      `${rows}/{id}`,
      {
        parameters: [id],
        get: { operationId: `get_${name}`, summary: `One of ${label}`, tags, responses: answers(refTo(name)) },
        patch: {
          operationId: `update_${name}`,
          summary: `Change one of ${label}`,
          tags,
          requestBody: body(changes),
          responses: answers(refTo(name)),
        },
        delete: { operationId: `delete_${name}`, summary: `Delete one of ${label}`, tags, responses: answers(refTo(name)) },
      },
    ],
    [
      `${rows}/{id}/restore`,
      {
        parameters: [id, ONCE],
        post: { operationId: `restore_${name}`, summary: `Bring one of ${label} back`, tags, responses: answers(refTo(name)) },
      },
    ],
    ...(unique.length > 0 ? [toUpsert] : []),
    ...(columns.some((column) => isNumeric(column) && !isGiven(column)) ? [toIncrement] : []),
  ];
}

type Described = { project: { id: string; name: string }; tables: readonly Table[]; server: string };

export function dataDocument({ project, tables, server }: Described) {
  const base = `/api/projects/${project.id}/data`;
  const problem = {
    type: "object",
    properties: { code: text(), detail: text(), next: text(), fields: { type: "object", additionalProperties: text() } },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: `Data of ${project.name}`,
      version: "1",
      description:
        "The rows of the app's tables, as its live version declares them. A token with the scope data:read reads them, one with data:write changes them; the tables' policies hold for it as for everybody.",
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths: Object.fromEntries(tables.flatMap((table) => pathsOf(base, table))),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "An API token, ew_…, made in the settings." } },
      schemas: Object.fromEntries([...tables.flatMap(shapesOf), ["Problem", problem]]),
    },
  };
}
