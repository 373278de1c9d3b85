/**
 * Whatever is no `#private` name of a class that is reached over RPC can be called by whoever holds it: TypeScript's `private`
 * means nothing there. So each such class is listed here with all that it offers.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const BASES = new Set(["DurableObject", "WorkerEntrypoint", "RpcTarget", "WorkflowEntrypoint"]);

/** Of untrusted code's own: the app's server code holds AppData; BootIsolate and ServerIsolate run beside an app, and hold nothing. */
const SURFACE: Record<string, string[]> = {
  AppData: ["create", "get", "list", "remove", "update"],
  AttemptLimit: ["alarm", "succeeded", "take"],
  BootIsolate: ["boot"],
  CheckerIsolate: ["check", "repair"],
  Compiler: ["boot", "check", "repair"],
  Directory: ["resolve", "roleOf"],
  ProjectData: [
    ...["alarm", "compare", "create", "drop", "erase", "fetch", "get", "hold", "list", "mark", "migrates", "release", "remove"],
    ...["rollBack", "schema", "setSchema", "update", "webSocketClose"],
  ],
  ServerIsolate: ["load"],
  SessionStream: [
    ...["alarm", "amend", "answer", "append", "begin", "cancel", "enqueue", "erase", "fetch", "finish", "pause", "post", "read", "renew"],
    ...["takeSteering", "webSocketClose"],
  ],
  Workspace: [
    ...["access", "closeDraft", "erase", "fetch", "openDraft", "page", "readDraft", "recentErrors", "reportError", "server", "setCurrent"],
    ...["webSocketClose", "webSocketMessage", "writeDraft"],
  ],
};

const isBase = (node: ts.ClassDeclaration) =>
  node.heritageClauses?.some(({ types }) => types.some(({ expression }) => ts.isIdentifier(expression) && BASES.has(expression.text))) ??
  false;

/** Methods and accessors; fields are of the instance, which RPC does not show. */
function offered(node: ts.ClassDeclaration): string[] {
  return node.members
    .filter((member) => ts.isMethodDeclaration(member) || ts.isAccessor(member))
    .filter(({ name }) => name !== undefined && !ts.isPrivateIdentifier(name))
    .map(({ name }) => name?.getText() ?? "")
    .sort();
}

function rpcClasses(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of globSync(["workers/**/*.ts", "packages/*/src/**/*.ts"], { cwd: ROOT, exclude: (name) => name === "node_modules" })) {
    const text = readFileSync(join(ROOT, path), "utf8");
    if (!text.includes("cloudflare:workers")) continue;
    ts.forEachChild(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), (node) => {
      if (ts.isClassDeclaration(node) && isBase(node)) found.set(node.name?.text ?? path, offered(node));
    });
  }
  return found;
}

describe("classes that are reached over RPC", () => {
  const classes = rpcClasses();

  it.each([...classes])("%s offers what is listed, and nothing that is only private to TypeScript", (name, names) => {
    expect(names).toEqual([...(SURFACE[name] ?? [])].sort());
  });

  it("are all there", () => {
    expect([...classes.keys()].sort()).toEqual(Object.keys(SURFACE).sort());
  });
});
