/** The app's own server code as one ES module, for dispatch to load into an isolate. Lines are kept, so that errors name the app's files. */
import type { FileMap, Finding, ServerBuild } from "@edgewright/contracts";
import { sha256Hex } from "@edgewright/core";
import { buildFinding, positionAt } from "./position.ts";
import { resolveImport } from "./resolve.ts";
import { serverFile } from "./server-file.ts";
import { REQUIRE, type Transformed, transformFile } from "./transform.ts";

export const SERVER_ENTRY = "server/index.ts";

export type ServerResult = { build: ServerBuild; findings: Finding[] };
type Transform = (path: string, text: string) => Transformed;

export async function serverBuild(files: FileMap, transform: Transform = transformFile): Promise<ServerResult> {
  if (!(SERVER_ENTRY in files)) return { build: null, findings: [] };
  const { bodies, packages, findings } = collect(files, transform);
  const lines = packages.map((specifier, index) => `import * as $${index} from ${JSON.stringify(`./${serverFile(specifier)}`)};`);
  lines.push(
    `const packages = { ${packages.map((specifier, index) => `${JSON.stringify(specifier)}: module($${index})`).join(", ")} };`,
    "const sources = Object.create(null), loaded = Object.create(null);",
    "function module(space) { return Object.create(space, { __esModule: { value: true } }); }",
    "function load(id) {",
    "  if (packages[id]) return packages[id];",
    "  if (!loaded[id]) { const m = loaded[id] = { exports: {} }; sources[id].call(undefined, m, m.exports, load); }",
    "  return loaded[id].exports;",
    "}",
  );
  const sources: NonNullable<ServerBuild>["sources"] = [];
  for (const [file, body] of bodies) {
    lines.push(`sources[${JSON.stringify(file)}] = function (module, exports, require) {`);
    const own = body.split("\n");
    sources.push({ file, firstLine: lines.length + 1, lines: own.length });
    lines.push(...own, "};");
  }
  lines.push(`const entry = load(${JSON.stringify(SERVER_ENTRY)});`, "export default entry.default ?? entry;", "");
  const code = lines.join("\n");
  return { build: { hash: (await sha256Hex(code)).slice(0, 32), code, sources }, findings };
}

function collect(files: FileMap, transform: Transform) {
  const bodies = new Map<string, string>();
  const packages: string[] = [];
  const findings: Finding[] = [];
  const visit = (path: string): void => {
    if (bodies.has(path)) return;
    const text = files[path] ?? "";
    const { code, finding } = transform(path, text);
    if (finding) findings.push(finding);
    bodies.set(path, "");
    const body = code.replace(REQUIRE, (call, single?: string, double?: string) => {
      const specifier = single ?? double ?? "";
      const found = resolveImport(path, specifier, (candidate) => Object.hasOwn(files, candidate), "server");
      if (found.kind === "missing") {
        findings.push(
          buildFinding(path, found.message, positionAt(text, Math.max(text.indexOf(`"${specifier}"`), text.indexOf(`'${specifier}'`)))),
        );
        return call;
      }
      if (found.kind === "file") visit(found.path);
      else if (!packages.includes(found.specifier)) packages.push(found.specifier);
      return `require(${JSON.stringify(found.kind === "file" ? found.path : found.specifier)})`;
    });
    bodies.set(path, body);
  };
  visit(SERVER_ENTRY);
  return { bodies, packages, findings };
}

/** Where line `line` of the built code comes from; null for the frame around the app's files. */
export function sourceLine(build: NonNullable<ServerBuild>, line: number): { file: string; line: number } | null {
  const source = build.sources.find(({ firstLine, lines }) => line >= firstLine && line < firstLine + lines);
  return source ? { file: source.file, line: line - source.firstLine + 1 } : null;
}
