/** A JSON schema as a shape that people read: `{ name: text, 1 to 80 characters; settings?: { … } }`, one property a line. */

/** What of OpenAPI's schemas the routes' own use. */
export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  description?: string;
};

const STEP = "  ";

export function shapeOf(schema: Schema, indent = ""): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const any = schema.anyOf ?? schema.oneOf;
  if (any) return any.map((one) => shapeOf(one, indent)).join(" | ");
  if (schema.allOf) return schema.allOf.map((one) => shapeOf(one, indent)).join(" & ");
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return "any value";
  return types.map((type) => ofType(type, schema, indent)).join(" | ");
}

function ofType(type: string, schema: Schema, indent: string): string {
  if (type === "array") return `[${shapeOf(schema.items ?? {}, indent)}, …]`;
  if (type === "object") return objectShape(schema, indent);
  return type;
}

function objectShape({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = indent + STEP;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const remark = schema.description ? `  // ${schema.description}` : "";
    return `${inner}${name}${required.includes(name) ? "" : "?"}: ${shapeOf(schema, inner)}${remark}`;
  });
  if (typeof additionalProperties === "object") lines.push(`${inner}[name]: ${shapeOf(additionalProperties, inner)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}
