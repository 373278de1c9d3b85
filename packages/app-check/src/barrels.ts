/** Writes the index of big packages anew with only the names an app imports. Names are never taken back, so that little is parsed again. */
import type { Import } from "./imports.ts";
import type { Barrel } from "./packed-types.ts";
import type { TypeScript } from "./typescript.ts";

export class Barrels {
  readonly #ts: TypeScript;
  readonly #barrels: Record<string, Barrel>;
  readonly #wanted = new Map<string, Set<string>>();

  constructor(ts: TypeScript, barrels: Record<string, Barrel>) {
    this.#ts = ts;
    this.#barrels = barrels;
    for (const name of Object.keys(barrels)) this.#wanted.set(name, new Set());
  }

  /** The texts of all indexes, by path; for a start. */
  texts(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.#barrels).map(([name, barrel]) => [barrel.file, this.#write(name, barrel)]));
  }

  /** The indexes that must change for these imports. */
  want(imports: Import[]): Record<string, string> {
    const changed: Record<string, string> = {};
    for (const { specifier, names } of imports) {
      const wanted = this.#wanted.get(specifier);
      const barrel = this.#barrels[specifier];
      if (!wanted || !barrel) continue;
      const before = wanted.size;
      const all = [...Object.keys(barrel.lines), ...barrel.uniform];
      for (const name of names === "all" ? all : names) {
        wanted.add(name);
        // TypeScript says what a misspelt name may have been meant for.
        const meant = names === "all" || all.includes(name) ? undefined : this.#ts.getSpellingSuggestion(name, all, (one) => one);
        if (meant !== undefined) wanted.add(meant);
      }
      if (wanted.size > before) changed[barrel.file] = this.#write(specifier, barrel);
    }
    return changed;
  }

  #write(name: string, barrel: Barrel): string {
    const uniform = new Set(barrel.uniform);
    const lines = [...(this.#wanted.get(name) ?? [])].sort().flatMap((wanted) => {
      if (uniform.has(wanted)) return [barrel.pattern.replaceAll("$", () => wanted)];
      const line = Object.hasOwn(barrel.lines, wanted) ? barrel.lines[wanted] : undefined;
      return line === undefined ? [] : [line];
    });
    return `${barrel.head}\n${[...new Set(lines)].join("\n")}\nexport {};\n`;
  }
}
