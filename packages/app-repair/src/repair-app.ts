/**
 * Repairs an app without a model: finding by finding, each proposal is tried and checked, and the best is kept if it
 * helps and harms no file. Where two proposals help equally, the finding is left to whoever knows what was meant.
 */

import { applyEdits, type CheckInput, type Fault, findingOf, type Inspection, weightOf } from "@edgewright/app-check";
import type { FileChange, FileMap, Repair, RepairResult } from "@edgewright/contracts";
import { proposalsFor } from "./proposals.ts";
import type { Proposal } from "./site.ts";
import { tidyImports } from "./tidy.ts";

/** A check takes some 0.1 s. Counted rather than timed, since clocks may stand still while an isolate works. */
const MAX_CHECKS = 80;
const MAX_PROPOSALS = 6;

export type AppRepairs = Omit<RepairResult, "ms">;

type State = { files: FileMap; faults: Fault[] };
type Trial = { proposal: Proposal; files: FileMap; weight: number };

export function repairApp(inspection: Inspection, { files, changed }: CheckInput): AppRepairs {
  inspection.open(files);
  const run = new Run(inspection, { files, faults: inspection.faults(changed) });
  while (run.step());
  const tidied = tidyImports(inspection, run.state.files, changed ?? []);
  run.take(tidied);
  const { state, repaired } = run;
  return { changes: changesBetween(files, state.files), repaired, findings: state.faults.map(findingOf) };
}

class Run {
  state: State;
  readonly repaired: Repair[] = [];
  readonly #inspection: Inspection;
  readonly #left = new Set<string>();
  #checks = 0;

  constructor(inspection: Inspection, state: State) {
    this.#inspection = inspection;
    this.state = state;
  }

  /** Repairs one finding, the first for which there is an answer. False when there is none left. */
  step(): boolean {
    for (const fault of this.state.faults) {
      const key = keyOf(fault);
      if (this.#left.has(key)) continue;
      this.#left.add(key);
      if (this.#checks >= MAX_CHECKS) return false;
      if (this.#repair(fault)) return true;
    }
    return false;
  }

  /** Small things that no finding speaks of; kept only if they harm nothing. */
  take({ files, repaired }: { files: FileMap; repaired: Repair[] }): void {
    if (repaired.length === 0) return;
    if (this.#accept(files)) this.repaired.push(...repaired);
  }

  #repair(fault: Fault): boolean {
    this.#inspection.open(this.state.files);
    const trials: Trial[] = [];
    for (const proposal of proposalsFor(this.#inspection, fault).slice(0, MAX_PROPOSALS)) {
      // Proposals come cheapest first: none that is dearer can do better than to leave nothing.
      if (trials.some(({ weight, proposal: { cost } }) => weight === 0 && proposal.cost - cost >= TIE)) break;
      trials.push(...this.#try(proposal, fault));
    }
    trials.sort((a, b) => a.weight - b.weight || a.proposal.cost - b.proposal.cost);
    for (const [index, { proposal, files, weight }] of trials.entries()) {
      const next = trials[index + 1];
      if (next && next.weight === weight && next.proposal.cost - proposal.cost < TIE) return false;
      if (!this.#accept(files)) continue;
      this.repaired.push({ kind: proposal.kind, file: fault.file, line: fault.line, message: fault.message });
      return true;
    }
    return false;
  }

  /** Checks the files it changes and those that have findings. */
  #try(proposal: Proposal, fault: Fault): Trial[] {
    const files = applyEdits(this.state.files, proposal.edits);
    if (!files || this.#checks >= MAX_CHECKS) return [];
    this.#checks++;
    const paths = [...new Set([...proposal.edits.map(({ path }) => path), ...this.state.faults.map(({ file }) => file)])];
    this.#inspection.open(files);
    const before = this.state.faults.filter(({ file }) => paths.includes(file));
    const after = this.#inspection.faultsIn(paths);
    if (!isBetter(before, after) || after.some((one) => keyOf(one) === keyOf(fault) && one.message === fault.message)) return [];
    return [{ proposal, files, weight: weightOf(after) }];
  }

  #accept(files: FileMap): boolean {
    this.#inspection.open(files);
    const faults = this.#inspection.faults();
    if (!isNoWorse(this.state.faults, faults)) return false;
    this.state = { files, faults };
    return true;
  }
}

/** Proposals whose costs differ by less are equally good. */
const TIE = 0.01;

const keyOf = ({ file, code, message, line }: Fault) => `${file} ${line} ${code} ${message}`;

const isBetter = (before: Fault[], after: Fault[]) => weightOf(after) < weightOf(before) && isNoWorse(before, after);

/** No file weighs more than it did. */
function isNoWorse(before: Fault[], after: Fault[]): boolean {
  const weights = byFile(before);
  return [...byFile(after)].every(([file, weight]) => weight <= (weights.get(file) ?? 0));
}

function byFile(faults: Fault[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const fault of faults) weights.set(fault.file, (weights.get(fault.file) ?? 0) + weightOf([fault]));
  return weights;
}

const changesBetween = (before: FileMap, after: FileMap): FileChange[] =>
  Object.entries(after).flatMap(([path, text]) => (before[path] === text ? [] : [{ path, text }]));
