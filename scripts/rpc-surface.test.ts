/**
 * Whatever is no `#private` name of a class that is reached over RPC can be called by whoever holds it: TypeScript's `private`
 * means nothing there. So each such class is listed here, those near apps with all that they offer.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const BASES = new Set(["DurableObject", "WorkerEntrypoint", "RpcTarget", "WorkflowEntrypoint"]);

/** Held by untrusted code, or running beside it: all that each offers. */
const NEAR_APPS: Record<string, string[]> = {
  AppData: ["create", "get", "increment", "list", "remove", "restore", "totals", "update", "upsert", "writeAll"],
  BootIsolate: ["boot"],
  ServerIsolate: ["load"],
};

/** Held by the platform's own workers alone: all that their contracts say. A new class is put on one of the two lists. */
const INTERNAL = [
  "AttemptLimit",
  "CheckerIsolate",
  "Compiler",
  "Directory",
  "Health",
  "JobSchedule",
  "ProjectData",
  "SessionStream",
  "Workspace",
];

const isBase = (node: ts.ClassDeclaration) =>
  node.heritageClauses?.some(({ types }) => types.some(({ expression }) => ts.isIdentifier(expression) && BASES.has(expression.text))) ??
  false;

type Offer = { names: string[]; meantPrivate: string[] };

/** Methods and accessors; fields are of the instance, which RPC does not show. */
function offerOf(node: ts.ClassDeclaration): Offer {
  const reached = node.members
    .filter((member) => ts.isMethodDeclaration(member) || ts.isAccessor(member))
    .filter(({ name }) => !ts.isPrivateIdentifier(name));
  const hides = ({ modifiers }: ts.MethodDeclaration | ts.AccessorDeclaration) =>
    modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword) ?? false;
  const namesOf = (members: typeof reached) => members.map(({ name }) => name.getText()).sort();
  return { names: namesOf(reached), meantPrivate: namesOf(reached.filter(hides)) };
}

function rpcClasses(): Map<string, Offer> {
  const found = new Map<string, Offer>();
  for (const path of globSync(["workers/**/*.ts", "packages/*/src/**/*.ts"], { cwd: ROOT, exclude: (name) => name === "node_modules" })) {
    const text = readFileSync(join(ROOT, path), "utf8");
    if (!text.includes("cloudflare:workers")) continue;
    ts.forEachChild(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), (node) => {
      if (ts.isClassDeclaration(node) && isBase(node)) found.set(node.name?.text ?? path, offerOf(node));
    });
  }
  return found;
}

describe("classes that are reached over RPC", () => {
  const classes = rpcClasses();

  it.each([...classes])("%s has nothing that is only private to TypeScript", (_, { meantPrivate }) => {
    expect(meantPrivate).toEqual([]);
  });

  it.each(Object.entries(NEAR_APPS))("%s, near apps, offers what is listed", (name, names) => {
    expect(classes.get(name)?.names).toEqual(names);
  });

  it("are all on a list", () => {
    expect([...classes.keys()].sort()).toEqual([...Object.keys(NEAR_APPS), ...INTERNAL].sort());
  });
});
