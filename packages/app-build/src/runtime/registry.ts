/** The app's modules in the page: evaluates each once, in order of need, and keeps what it exported. */
import type { PageModule } from "@edgewright/contracts";

/** What a module's body sees as `module`. `refresh` and `hooks` are set by its own last line (see builder's refresh.ts). */
export type Module = { exports: unknown; refresh?: [name: string, value: unknown, hooks: string][]; hooks?: string };
export type Body = (module: Module, exports: unknown, require: (id: string) => unknown) => void;

export type RegistryDeps = {
  /** Turns a body's text into a function; throws on a syntax error. */
  compile(path: string, code: string): Body;
  /** A package that was loaded before, or undefined. */
  external(specifier: string): unknown;
  evaluated(path: string, module: Module, before: Module | undefined): void;
};

export class Registry {
  readonly loaded = new Map<string, Module>();
  private readonly sources = new Map<string, PageModule>();
  private before = new Map<string, Module>();
  private readonly deps: RegistryDeps;

  constructor(deps: RegistryDeps) {
    this.deps = deps;
  }

  has(path: string): boolean {
    return this.sources.has(path);
  }

  /** Takes over new sources; the paths whose text is not what it was. */
  accept(modules: Record<string, PageModule>, removed: string[] = []): string[] {
    const changed = Object.keys(modules).filter((path) => this.sources.get(path)?.code !== modules[path]?.code);
    for (const [path, module] of Object.entries(modules)) this.sources.set(path, module);
    for (const path of removed) {
      this.sources.delete(path);
      this.loaded.delete(path);
    }
    return changed;
  }

  importers(path: string): string[] {
    return [...this.sources].filter(([, { imports }]) => imports.includes(path)).map(([importer]) => importer);
  }

  /** Packages the present sources need. */
  packages(): Set<string> {
    return new Set([...this.sources.values()].flatMap(({ imports }) => imports).filter((id) => !this.sources.has(id)));
  }

  /** A module with all it reaches, by id. */
  reach(entry: string): Record<string, PageModule> {
    const reached = new Map<string, PageModule>();
    const waiting = [entry];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const module = this.sources.get(id);
      if (!module || reached.has(id)) continue;
      reached.set(id, module);
      waiting.push(...module.imports);
    }
    return Object.fromEntries(reached);
  }

  /** Evaluates `stale` anew by requiring `roots`. If that throws, everything is as it was. */
  reevaluate(stale: Iterable<string>, roots: Iterable<string>): void {
    const kept = new Map(this.loaded);
    this.before = kept;
    for (const path of stale) this.loaded.delete(path);
    try {
      for (const root of roots) this.require(root);
    } catch (error) {
      this.loaded.clear();
      for (const [path, module] of kept) this.loaded.set(path, module);
      throw error;
    } finally {
      this.before = new Map();
    }
  }

  require(id: string): unknown {
    const known = this.loaded.get(id);
    if (known) return known.exports;
    const source = this.sources.get(id);
    if (source === undefined) {
      const external = this.deps.external(id);
      if (external === undefined) throw new Error(`Cannot find "${id}".`);
      return external;
    }
    const module: Module = { exports: {} };
    this.loaded.set(id, module);
    try {
      this.deps.compile(id, source.code)(module, module.exports, (other) => this.require(other));
    } catch (error) {
      this.loaded.delete(id);
      throw error;
    }
    this.deps.evaluated(id, module, this.before.get(id));
    return module.exports;
  }
}
