/** One source file: its imports, gathered while its parts are written, above its text. */
import { listing } from "./code.ts";

const folded = (name: string) => name.replace(/^type /, "");
/** Letter by letter, a capital before its small letter. */
function compare(a: string, b: string): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] === b[at]) continue;
    const [x, y] = [a[at]!.toLowerCase(), b[at]!.toLowerCase()];
    return (x === y ? a[at]! < b[at]! : x < y) ? -1 : 1;
  }
  return a.length - b.length;
}

const distance = (from: string) => (from.startsWith("../") ? 1 : from.startsWith("./") ? 2 : 0);

export class SourceFile {
  private readonly imported = new Map<string, Set<string>>();

  /** Notes an import and returns its local name: `file.use("react", "useState")`, `file.use("../data/tasks", "type Task")`. */
  use(from: string, name: string): string {
    const names = this.imported.get(from) ?? new Set();
    this.imported.set(from, names.add(name));
    return folded(name);
  }

  /** A component of the template. */
  component(name: string, from = name): string {
    return this.use(`../components/${from}`, name);
  }

  print(body: string, head = ""): string {
    const sources = [...this.imported].sort(([a], [b]) => distance(a) - distance(b) || compare(a, b));
    const imports = sources
      .map(([from, names]) =>
        importLine(
          from,
          [...names].sort((a, b) => compare(folded(a), folded(b))),
        ),
      )
      .join("\n");
    return `${[head, imports].filter(Boolean).join("\n")}${imports || head ? "\n\n" : ""}${body}\n`;
  }
}

function importLine(from: string, names: string[]): string {
  const typesOnly = names.every((name) => name.startsWith("type "));
  const list = typesOnly ? names.map(folded) : names;
  return listing(typesOnly ? "import type {" : "import {", list, `} from "${from}";`);
}
