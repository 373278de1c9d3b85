/** The app's own server code as one ES module, for dispatch to load into an isolate. Lines are kept, so that errors name the app's files. */
import type { FileMap, Finding, ServerBuild } from "@edgewright/contracts";
import { sha256Hex } from "@edgewright/core";
import { type LinkInput, link } from "./link.ts";
import { serverFile } from "./server-file.ts";

export const SERVER_ENTRY = "server/index.ts";

export type ServerResult = { build: ServerBuild; findings: Finding[] };
export type ServerBuildOptions = Pick<LinkInput, "cache" | "pause" | "elsewhere">;

export async function serverBuild(files: FileMap, options: ServerBuildOptions = {}): Promise<ServerResult> {
  if (!Object.hasOwn(files, SERVER_ENTRY)) return { build: null, findings: [] };
  const { modules, packages } = await link({ files, entry: SERVER_ENTRY, side: "server", ...options });
  const lines = packages.map((specifier, index) => `import * as $${index} from ${JSON.stringify(`./${serverFile(specifier)}`)};`);
  lines.push(
    `const packages = { ${["__proto__: null", ...packages.map((specifier, index) => `${JSON.stringify(specifier)}: module($${index})`)].join(", ")} };`,
    "const sources = Object.create(null), loaded = Object.create(null);",
    "function module(space) { return Object.create(space, { __esModule: { value: true } }); }",
    "function load(id) {",
    "  if (packages[id]) return packages[id];",
    "  if (!loaded[id]) { const m = loaded[id] = { exports: {} }; sources[id].call(undefined, m, m.exports, load); }",
    "  return loaded[id].exports;",
    "}",
  );
  const sources: NonNullable<ServerBuild>["sources"] = [];
  for (const [file, { body }] of modules) {
    lines.push(`sources[${JSON.stringify(file)}] = function (module, exports, require) {`);
    const own = body.split("\n");
    sources.push({ file, firstLine: lines.length + 1, lines: own.length });
    lines.push(...own, "};");
  }
  lines.push(`const entry = load(${JSON.stringify(SERVER_ENTRY)});`, "export default entry.default ?? entry;", "");
  const code = lines.join("\n");
  const findings = [...modules.values()].flatMap((module) => module.findings);
  return { build: { hash: (await sha256Hex(code)).slice(0, 32), code, sources }, findings };
}

/** Where line `line` of the built code comes from; null for the frame around the app's files. */
export function sourceLine(build: Pick<NonNullable<ServerBuild>, "sources">, line: number): { file: string; line: number } | null {
  const source = build.sources.find(({ firstLine, lines }) => line >= firstLine && line < firstLine + lines);
  return source ? { file: source.file, line: line - source.firstLine + 1 } : null;
}
