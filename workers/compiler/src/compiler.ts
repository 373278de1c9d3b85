/** The compiler's RPC entrypoint, also for the pieces of a build that are too large for the Workspace's thread, and for what the embedded model thinks. Each app is checked and booted in isolates of its own, never in this one. */
import { WorkerEntrypoint } from "cloudflare:workers";
import { allStyles, type Elsewhere, transformFile } from "@edgewright/app-build";
import { checkDataFiles } from "@edgewright/app-check";
import { repairFiles } from "@edgewright/app-repair";
import type { CheckResult, CompilerRpc, FileMap, Finding, RepairResult } from "@edgewright/contracts";
import { type StarterTurns, starterTurn } from "@edgewright/starter-model";
import { bootPage } from "./boot-page.ts";
import { bootServer } from "./boot-server.ts";
import { projectChecker } from "./checker-slots.ts";
import type { Env } from "./env.ts";

export class Compiler extends WorkerEntrypoint<Env> implements CompilerRpc, Elsewhere, StarterTurns {
  check({ projectId, files, changed }: { projectId: string; files: FileMap; changed?: string[] }): Promise<CheckResult> {
    return measured(async () => [
      ...checkDataFiles(files),
      ...(await projectChecker(this.env.LOADER, projectId).check({ files, changed })),
    ]);
  }

  async repair({ projectId, files, changed }: { projectId: string; files: FileMap; changed?: string[] }): Promise<RepairResult> {
    const started = Date.now();
    const repaired = await repairFiles(projectChecker(this.env.LOADER, projectId), { files, changed });
    return { ...repaired, ms: Date.now() - started };
  }

  async transform({ id, text }: Parameters<Elsewhere["transform"]>[0]) {
    return transformFile(id, text);
  }

  styles(input: Parameters<Elsewhere["styles"]>[0]) {
    return allStyles(input);
  }

  async starterTurn(prompt: Parameters<StarterTurns["starterTurn"]>[0]) {
    return starterTurn(prompt);
  }

  boot({ files }: { files: FileMap }): Promise<CheckResult> {
    return measured(async () => {
      const [page, server] = await Promise.all([bootPage(this.env.LOADER, files), bootServer(this.env.LOADER, files)]);
      return [...page, ...server];
    });
  }
}

async function measured(work: () => Promise<Finding[]>): Promise<CheckResult> {
  const started = Date.now();
  const findings = await work();
  return { ok: findings.length === 0, ms: Date.now() - started, findings };
}
