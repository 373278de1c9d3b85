/**
 * What React Refresh must know of a module: its top-level components, each with a
 * fingerprint of the hooks it calls, so that state is kept across an edit, and reset
 * where the hooks changed. Used by transform; read by the page's runtime.
 */
import type { AnyNode, Program } from "acorn";
import { fingerprint } from "../fingerprint.ts";
import { calleeOf } from "./syntax.ts";

const HOOK = /^use[A-Z]/;
/** Hooks whose first value comes from their arguments: a changed argument resets state too. */
const SEEDED = new Set(["useState", "useReducer", "useRef"]);

/** A call of a hook: where, and what of it makes the hooks of a component other ones. */
export type HookCall = { at: number; mark: string };

export function hookCall(node: AnyNode, code: string): HookCall | null {
  const called = calleeOf(node);
  if (!called || !HOOK.test(called.name)) return null;
  return { at: node.start, mark: SEEDED.has(called.name) ? code.slice(node.start, node.end) : called.name };
}

/** Code to append to the module's body: sets `module.refresh` and `module.hooks`. Empty for modules without components and hooks. `calls` are in the order of the text. */
export function refreshSuffix(program: Program, calls: readonly HookCall[]): string {
  const components: string[] = [];
  const hooks: string[] = [];
  let next = 0;
  for (const statement of program.body) {
    const first = next;
    for (let call = calls[next]; call && call.at < statement.end; call = calls[next]) next++;
    const names = declaredBy(statement);
    if (names.length === 0) continue;
    const marks = calls.slice(first, next).map(({ mark }) => mark);
    const called = marks.length > 0 ? fingerprint(marks.join("\n")) : "";
    for (const name of names) {
      if (/^[A-Z]/.test(name)) components.push(`["${name}",typeof ${name}==="undefined"?null:${name},"${called}"]`);
      else if (called !== "") hooks.push(`${name}:${called}`);
    }
  }
  const lines = [
    ...(components.length > 0 ? [`module.refresh=[${components.join(",")}];`] : []),
    ...(hooks.length > 0 ? [`module.hooks="${hooks.join(" ")}";`] : []),
  ];
  return lines.length > 0 ? `\n;${lines.join("")}` : "";
}

/** Top-level names; exports are assignments by now. */
function declaredBy(statement: AnyNode): string[] {
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") return statement.id ? [statement.id.name] : [];
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" && !id.name.startsWith("_") ? [id.name] : []));
}
