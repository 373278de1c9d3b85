/** The type declarations of the catalogue as scripts/build-types.ts packs them: small enough for one isolate. Read by the checker. */

/**
 * A package whose index would be too big to load: it is written anew with only the names an app
 * imports. `lines` has what stands in the index for a name; names in `uniform` follow `pattern`,
 * in which `$` is the name.
 */
export type Barrel = { file: string; head: string; lines: Record<string, string>; pattern: string; uniform: string[] };

/** What a package exports, by what it is for: values, which may be types as well, and types alone. `version` is empty where the platform provides it. */
export type PackageExports = { values: string[]; types: string[]; version: string };

/** Texts by path: `lib/*.d.ts` and `node_modules/**`. Barrels by package; what packages export, by specifier; of those with a barrel only the version. */
export type PackedTypes = { files: Record<string, string>; barrels: Record<string, Barrel>; exports: Record<string, PackageExports> };
