/** Sucrase has types for its entry only. */
declare module "sucrase/dist/index.js" {
  export * from "sucrase";
}

declare module "sucrase/dist/NameManager.js" {
  class NameManager {
    usedNames: Set<string>;
    findFreeName(name: string): string;
  }
  /** CommonJS: what it exports is itself the default for Node, and its `default` for bundlers. */
  const module: typeof NameManager | { default: typeof NameManager };
  export default module;
}
