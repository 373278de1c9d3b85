/** A table, a field or a route that is not declared: the one that was meant, or, where the slip is in the schema, that. */

import { nearestName, nodesOf } from "@edgewright/app-check";
import type { Node } from "typescript";
import { familiarity } from "./familiarity.ts";
import { type Proposal, replaceNode, type Site } from "./site.ts";

const SCHEMA = "data/schema.json";

export function undeclaredName(site: Site): Proposal[] {
  if (site.fault.code === "ROUTE") return route(site);
  return site.fault.code === "SCHEMA" ? schemaName(site) : [];
}

function schemaName(site: Site): Proposal[] {
  const { ts, node, inspection } = site;
  const { tables } = inspection.declared;
  if (!tables) return [];
  if (!ts.isStringLiteralLike(node)) return ofRowType(site);
  const call = tableCall(site, node);
  const fields = call ? tables.get(call) : undefined;
  const names = fields ?? tables.keys();
  return nearestName(node.text, names).flatMap(({ name, distance }) =>
    inBoth(site, { written: node.text, name, distance, table: fields ? call : null }, [replaceNode(site, node, JSON.stringify(name))]),
  );
}

/** The property is named in a type elsewhere; the schema can follow it. */
function ofRowType(site: Site): Proposal[] {
  const [, table, written] = /^"([^"]+)" has no field "([^"]+)"/.exec(site.fault.message) ?? [];
  const fields = table === undefined ? undefined : site.inspection.declared.tables?.get(table);
  if (!fields || table === undefined || written === undefined) return [];
  return nearestName(written, fields).flatMap(({ name, distance }) => {
    const uses = site.inspection.sources.paths().flatMap((path) => {
      const file = site.inspection.file(path);
      return file ? declaredIn(site, file, written).map((node) => ({ path, start: node.getStart(file), end: node.end, text: name })) : [];
    });
    return inBoth(site, { written, name, distance, table }, uses);
  });
}

/** Keys of types and object literals: `{ titel: z.string() }`, `type Task = { titel: string }`. */
const declaredIn = ({ ts }: Site, file: NonNullable<ReturnType<Site["inspection"]["file"]>>, name: string): Node[] =>
  file.text.includes(name)
    ? [...nodesOf(ts, file)].filter(
        (node) =>
          ts.isIdentifier(node) && node.text === name && (ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)),
      )
    : [];

type Slip = { written: string; name: string; distance: number; table: string | null | undefined };

/** Either the code takes the schema's name, or the schema the code's. */
function inBoth({ inspection }: Site, { written, name, distance, table }: Slip, inCode: Proposal["edits"]): Proposal[] {
  const text = inspection.sources.text(SCHEMA) ?? "";
  const from = table ? text.search(new RegExp(`"name"\\s*:\\s*"${table}"`)) : 0;
  const found = new RegExp(`"name"\\s*:\\s*"${name}"`).exec(text.slice(Math.max(0, from)));
  const start = found ? Math.max(0, from) + found.index + found[0].length - `${name}"`.length : -1;
  const likely = familiarity(inspection, written) > familiarity(inspection, name);
  const inSchema: Proposal[] =
    start < 0
      ? []
      : [
          {
            kind: "schema_name",
            cost: distance + (likely ? -0.2 : 0.3),
            edits: [{ path: SCHEMA, start, end: start + name.length, text: written }],
          },
        ];
  return [...(inCode.length > 0 ? [{ kind: "schema_name" as const, cost: distance, edits: inCode }] : []), ...inSchema];
}

/** The table of the call that a field's name stands in. */
function tableCall({ ts, file }: Site, node: Node): string | null {
  for (let at: Node | undefined = node.parent; at && at !== file; at = at.parent) {
    if (!ts.isCallExpression(at)) continue;
    const table = at.arguments[0];
    return table && table !== node && ts.isStringLiteralLike(table) ? table.text : null;
  }
  return null;
}

function route(site: Site): Proposal[] {
  const { ts, node, inspection } = site;
  const paths = (inspection.declared.routes ?? []).map(({ path }) => path);
  if (ts.isStringLiteralLike(node)) {
    return nearestName(
      node.text,
      paths.filter((path) => !/[:*]/.test(path)),
    ).map(({ name, distance }) => ({
      kind: "schema_name",
      cost: distance,
      edits: [replaceNode(site, node, JSON.stringify(name))],
    }));
  }
  // A template: one of its fixed segments is misspelt.
  const address = node.parent;
  const text = address.getText(site.file);
  const known = new Set(paths.flatMap((path) => path.split("/")).filter((segment) => /^\w/.test(segment)));
  return text.split("/").flatMap((segment) => {
    const word = /^[\w-]+/.exec(segment)?.[0];
    if (!word || known.has(word)) return [];
    return nearestName(word, known).map(({ name, distance }): Proposal => {
      const start = address.getStart(site.file) + text.indexOf(`/${word}`) + 1;
      return { kind: "schema_name", cost: distance, edits: [{ path: site.path, start, end: start + word.length, text: name }] };
    });
  });
}
