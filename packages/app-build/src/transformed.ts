/** What becomes of one file of an app before its imports are resolved. Kept by content, so it is plain data. */
import type { Finding } from "@edgewright/contracts";
import type { Address } from "./address.ts";

/**
 * Where `code` asks for another file. `module`: the argument of a `require`. `pattern`: the same with holes, each marked by
 * a NUL in `specifier`. `address`: a text for which the file's address is to stand. `mention`: it belongs to the build, and
 * is not evaluated from here.
 */
export type Import = {
  specifier: string;
  form: "module" | "pattern" | "address" | "mention";
  at: number;
  end: number;
  line: number;
};

/** With a finding, `code` throws. `serves`: files that the page loads by address. */
export type TransformedModule = { code: string; imports: Import[]; addresses: Address[]; findings: Finding[]; serves: string[] };

export const plainModule = (code: string): TransformedModule => ({ code, imports: [], addresses: [], findings: [], serves: [] });

export const brokenModule = (finding: Finding): TransformedModule => ({
  ...plainModule(`throw new SyntaxError(${JSON.stringify(`${finding.file}:${finding.line} ${finding.message}`)});`),
  findings: [finding],
});
