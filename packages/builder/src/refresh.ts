/**
 * What React Refresh must know of a module: its top-level components, each with a
 * fingerprint of the hooks it calls, so that state is kept across an edit, and reset
 * where the hooks changed. Used by transform; read by the page's runtime.
 */
import { fingerprint } from "./fingerprint.ts";

const DECLARATION = /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\s*\*?|const|let|class)\s+([A-Za-z_$][\w$]*)/gm;
const HOOK = /\b(use[A-Z]\w*)\s*(?:<[^()\n]*>)?\(/g;
/** Hooks whose first value comes from their arguments: a changed argument resets state too. */
const SEEDED = new Set(["useState", "useReducer", "useRef"]);

/** Code to append to the module's body: sets `module.refresh` and `module.hooks`. Empty for modules without components and hooks. */
export function refreshSuffix(source: string): string {
  const components: string[] = [];
  const hooks: string[] = [];
  const declarations = [...source.matchAll(DECLARATION)];
  declarations.forEach(({ 1: name = "", index }, position) => {
    const called = hooksIn(source.slice(index, declarations[position + 1]?.index));
    if (/^[A-Z]/.test(name)) components.push(`["${name}",typeof ${name}==="undefined"?null:${name},"${called}"]`);
    else if (called !== "") hooks.push(`${name}:${called}`);
  });
  const lines = [
    ...(components.length > 0 ? [`module.refresh=[${components.join(",")}];`] : []),
    ...(hooks.length > 0 ? [`module.hooks="${hooks.join(" ")}";`] : []),
  ];
  return lines.length > 0 ? `\n;${lines.join("")}` : "";
}

function hooksIn(text: string): string {
  const calls = [...text.matchAll(HOOK)].map(({ 1: name = "", index }) => {
    const end = text.indexOf("\n", index);
    const start = text.lastIndexOf("\n", index) + 1;
    return SEEDED.has(name) ? text.slice(start, end < 0 ? undefined : end).trim() : name;
  });
  return calls.length > 0 ? fingerprint(calls.join("\n")) : "";
}
