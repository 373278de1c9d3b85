/** The routes that the app's server answers, when all of them can be read from its code. */
import type { CallExpression, SourceFile } from "typescript";
import { nodesOf } from "../nodes.ts";
import type { TypeScript } from "../typescript.ts";

/** `method` in capitals, or ALL; `path` as Hono takes it: `/api/tasks/:id`. */
export type Route = { method: string; path: string };

const VERBS = new Set(["get", "post", "put", "patch", "delete", "all"]);
/** What makes routes in ways that are not followed. */
const ELSEWHERE = new Set(["route", "basePath", "mount", "on"]);

/** null when some route cannot be told, so that nothing can be said to be missing. */
export function routesOf(ts: TypeScript, files: readonly SourceFile[]): Route[] | null {
  const routes: Route[] = [];
  for (const file of files) {
    for (const node of nodesOf(ts, file)) {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
      const name = node.expression.name.text;
      if (ELSEWHERE.has(name) || (name === "use" && answers(ts, node))) return null;
      if (!VERBS.has(name) || node.arguments.length < 2) continue;
      const path = node.arguments[0];
      if (!path || !ts.isStringLiteralLike(path)) return null;
      if (path.text.startsWith("/")) routes.push({ method: name.toUpperCase(), path: path.text });
    }
  }
  return routes.length > 0 ? routes : null;
}

const PASSES_ON = new Set(["bodyLimit", "cors", "csrf", "etag", "logger", "prettyJSON", "requestId", "secureHeaders", "validator"]);

/** Middleware that may answer by itself, such as one for static files. */
const answers = (ts: TypeScript, { arguments: [, handler] }: CallExpression): boolean =>
  handler !== undefined && ts.isCallExpression(handler) && !(ts.isIdentifier(handler.expression) && PASSES_ON.has(handler.expression.text));

/** Whether a request of this method to this path is answered; `method` null when it is not known. */
export const isAnswered = (routes: readonly Route[], method: string | null, path: string): boolean =>
  routes.some((route) => (method === null || route.method === "ALL" || route.method === method) && patternOf(route.path).test(path));

function patternOf(path: string): RegExp {
  const source = path
    .replace(/\/:\w+(\{[^}]*\})?\?/g, "\u0001")
    .replace(/:\w+(\{[^}]*\})?/g, "\u0002")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replaceAll("\u0001", "(/[^/]+)?")
    .replaceAll("\u0002", "[^/]+");
  return new RegExp(`^${source.replace(/\/$/, "")}/?$`);
}
