/** What an app declares, its tables and its server's routes, and where its code asks for others. */

import { fingerprint } from "@edgewright/app-build";
import type { SourceFile, TypeChecker } from "typescript";
import type { Sources } from "../sources.ts";
import type { TypeScript } from "../typescript.ts";
import { mayRequest, unansweredRequests } from "./route-use.ts";
import { type Route, routesOf } from "./routes.ts";
import { type Tables, tablesOf } from "./schema.ts";
import { hooksIn, type Undeclared, undeclaredNames } from "./schema-use.ts";

const SCHEMA = "data/schema.json";
const SERVER = /^server\/.*\.(tsx?|jsx?)$/;

type App = { ts: TypeScript; sources: Sources; file: (path: string) => SourceFile | undefined };

/** `print` changes with anything declared; findings of files that ask for none of it do not depend on it. */
export type DeclaredInterfaces = { tables: Tables | null; routes: Route[] | null; print: string };

export function declaredBy({ ts, sources, file }: App): DeclaredInterfaces {
  const schema = sources.text(SCHEMA);
  const servers = sources.paths().filter((path) => SERVER.test(path));
  const isServed = servers.includes("server/index.ts");
  const routes = isServed
    ? routesOf(
        ts,
        servers.flatMap((path) => file(path) ?? []),
      )
    : null;
  return { tables: tablesOf(schema), routes, print: fingerprint(`${schema} ${JSON.stringify(routes)}`) };
}

export const asksForDeclared = (ts: TypeScript, file: SourceFile): boolean => mayRequest(file) || hooksIn(ts, file).size > 0;

export function undeclaredFindings(
  { ts, checker }: { ts: TypeScript; checker: TypeChecker },
  path: string,
  file: SourceFile,
  { tables, routes }: DeclaredInterfaces,
): Undeclared[] {
  return [
    ...(tables ? undeclaredNames(ts, checker, file, tables) : []),
    ...(routes && !SERVER.test(path) ? unansweredRequests(ts, file, routes) : []),
  ];
}
