/** What is kept of a version that was built for production: made once by a deployment, read by whoever serves it. */
import { z } from "zod";
import { AppHosts } from "./hosts.ts";

/** Where the lines of a built text come from: from `firstLine` on, `lines` of a file. */
const Sources = z.array(z.object({ file: z.string(), firstLine: z.number().int(), lines: z.number().int() }));

/** Named by its content, so it may be kept for good: `3f2a….js`. */
export const AssetName = z.string().regex(/^[0-9a-f]{32}(\.[a-z0-9]{1,12})?$/);
export type AssetName = z.infer<typeof AssetName>;

export const PublishedBuild = z.object({
  version: z.number().int(),
  page: z.object({
    html: z.object({ text: z.string(), head: z.number().int(), foot: z.number().int(), hasIcon: z.boolean() }),
    script: AssetName,
    sources: Sources,
    style: AssetName,
    /** Packages that the script imports, from those that are vendored. */
    externals: z.array(z.string()),
    /** What it uses of each; null: perhaps all. */
    uses: z.record(z.string(), z.array(z.string()).nullable()).default({}),
    hosts: AppHosts,
  }),
  server: z.object({ hash: z.string(), code: z.string(), sources: Sources }).nullable(),
  /** The variables it runs with, sealed as one; null: there are none. */
  variables: z.string().nullable().default(null),
  /** Other files that the page may load, by their address, such as `/logo.svg`. */
  files: z.record(z.string(), z.object({ asset: AssetName, type: z.string() })),
});
export type PublishedBuild = z.infer<typeof PublishedBuild>;

/** A file as the browser gets it; `br`: its body is compressed with Brotli. */
export type PublishedAsset = { body: Uint8Array<ArrayBuffer>; type: string; encoding: "br" | null };
