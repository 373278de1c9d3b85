/** Compiler: RPC entrypoint of workers/compiler. */
import type { Finding } from "../findings.ts";
import type { Repair } from "../session-protocol.ts";
import type { FileChange, FileMap } from "./outcome.ts";

export type CheckResult = { ok: boolean; ms: number; findings: Finding[] };

/** `changes` lead from the given files to the repaired ones; `findings` is what the types of those still say, for a model to answer. */
export type RepairResult = { changes: FileChange[]; repaired: Repair[]; findings: Finding[]; ms: number };

export interface CompilerRpc {
  /** Type-checks an app: TypeScript diagnostics of `changed` first, then of every other file. */
  check(input: { projectId: string; files: FileMap; changed?: string[] }): Promise<CheckResult>;
  /**
   * Puts right what has one right answer, without a model; no file comes out worse. An app without findings stays as
   * it is, but for unused imports, missing list keys and unlisted dependencies in the files of `changed`.
   */
  repair(input: { projectId: string; files: FileMap; changed?: string[] }): Promise<RepairResult>;
  /** Loads the app's modules in an isolate and renders its root; an exception comes back as a finding. */
  boot(input: { files: FileMap }): Promise<CheckResult>;
}
