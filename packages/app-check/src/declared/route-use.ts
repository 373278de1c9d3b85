/** Requests of the browser side to routes that the server does not have: `fetch("/api/tsaks")`. */
import type { Expression, SourceFile } from "typescript";
import { nodesOf } from "../nodes.ts";
import type { TypeScript } from "../typescript.ts";
import { isAnswered, type Route } from "./routes.ts";
import type { Undeclared } from "./schema-use.ts";

export const mayRequest = (file: SourceFile): boolean => file.text.includes("/api/");

export function unansweredRequests(ts: TypeScript, file: SourceFile, routes: readonly Route[]): Undeclared[] {
  if (!mayRequest(file)) return [];
  return [...nodesOf(ts, file)].flatMap((node): Undeclared[] => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "fetch") return [];
    const [address, options] = node.arguments;
    const paths = address ? pathsOf(ts, address) : [];
    const method = methodOf(ts, options);
    const [shown] = paths;
    if (!address || shown === undefined || paths.some((path) => isAnswered(routes, method, path))) return [];
    const start = address.getStart(file);
    const known = routes.map((route) => `${route.method} ${route.path}`).join(", ");
    const message = `The server has no route ${method ?? "for"} ${shown}; routes: ${known || "none"}. Call one of them, or add it to server/index.ts.`;
    return [{ start, length: address.end - start, code: "ROUTE", message }];
  });
}

/** What the address may be, when it begins with `/api/`; a part put in at run time may be a segment or nothing. */
function pathsOf(ts: TypeScript, address: Expression): string[] {
  const clean = (text: string) => text.replace(/[?#].*$/s, "");
  if (ts.isStringLiteralLike(address)) return address.text.startsWith("/api/") ? [clean(address.text)] : [];
  if (!ts.isTemplateExpression(address) || !address.head.text.startsWith("/api/")) return [];
  const filled = (part: string) =>
    clean(address.templateSpans.reduce((text, { literal }) => text + part + literal.text, address.head.text));
  return [filled("x"), filled("")];
}

/** GET unless options say otherwise; null when they cannot be read. */
function methodOf(ts: TypeScript, options: Expression | undefined): string | null {
  if (!options) return "GET";
  if (!ts.isObjectLiteralExpression(options)) return null;
  let method: string | null = "GET";
  for (const property of options.properties) {
    if (ts.isPropertyAssignment(property)) {
      if (!ts.isIdentifier(property.name) || property.name.text !== "method") continue;
      method = ts.isStringLiteralLike(property.initializer) ? property.initializer.text.toUpperCase() : null;
    } else if (ts.isShorthandPropertyAssignment(property)) {
      if (property.name.text === "method") method = null;
    } else return null;
  }
  return method;
}
