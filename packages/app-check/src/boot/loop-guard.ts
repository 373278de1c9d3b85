/** Makes a loop that never ends throw while an app is booted: a local workerd cannot stop one. Every round of every loop is counted. */
import { parseProgram, walk } from "@edgewright/app-build";

const LOOPS = new Set(["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"]);

/** `call` is put where each round passes, such as `__round()`. Code that does not parse stays as it is: it does not run. */
export function guardLoops(code: string, call: string): string {
  const parsed = parseProgram(code);
  if ("problem" in parsed) return code;
  const marks: { at: number; text: string }[] = [];
  walk(parsed.program, (node) => {
    if (!LOOPS.has(node.type) || !("body" in node) || Array.isArray(node.body) || node.body === null) return;
    const { start, end } = node.body as { start: number; end: number };
    marks.push({ at: start, text: `{${call};` }, { at: end, text: "}" });
  });
  // At one place, what ends there comes before what begins there; of several that end, in any order, as they are alike.
  const parts: string[] = [];
  let copied = 0;
  for (const { at, text } of marks.toSorted((one, other) => one.at - other.at || one.text.length - other.text.length)) {
    parts.push(code.slice(copied, at), text);
    copied = at;
  }
  return parts.join("") + code.slice(copied);
}
