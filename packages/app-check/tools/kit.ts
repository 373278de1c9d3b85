/** Declarations of @edgewright/app-kit, made from its sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageExports } from "@edgewright/app-check";
import ts from "typescript";
import { strip } from "./strip.ts";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  types: [],
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  declaration: true,
  emitDeclarationOnly: true,
};

/** Texts by file name, with `index.d.ts` among them. */
export function kitDeclarations(root: string): Record<string, string> {
  const folder = join(root, "packages/app-kit/src");
  const program = ts.createProgram([join(folder, "index.ts")], OPTIONS);
  const files: Record<string, string> = {};
  program.emit(undefined, (path, text) => {
    const name = path.slice(folder.length + 1);
    files[name] = strip(name, text);
  });
  if (!files["index.d.ts"]) throw new Error("No declarations came out of packages/app-kit/src/index.ts.");
  return files;
}

export function kitExports(root: string): PackageExports {
  const text = readFileSync(join(root, "packages/app-kit/src/index.ts"), "utf8");
  const named = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, all, names]) =>
    (names ?? "")
      .split(",")
      .map((name) => ({ isType: Boolean(all) || /^\s*type\s/.test(name), name: name.replace(/^\s*type\s/, "").trim() })),
  );
  const of = (isType: boolean) => named.filter((one) => one.isType === isType).map(({ name }) => name);
  return { values: of(false), types: of(true), version: "" };
}
