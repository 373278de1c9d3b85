/** The journal of runs: what each step was given when it was begun, and what has come of it. */
import { StepResult } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";

/** `stage`: it was begun, and whether it was done is not known; it was done; it was not done, for certain. */
type StepRow = { given: string; result: string | null; stage: "begun" | "done" | "undone" };
export type Begun<T> = { given: T; first: boolean; unsure: boolean; sofar: StepResult | null };

export class Steps {
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Begun before it is done: what it was given at first is what it is given each time. */
  begin<T>(run: string, step: number, given: T): Begun<T> {
    const [row] = this.sql.all<StepRow>("select given, result, stage from automation_steps where run = ? and step = ?", run, step);
    if (!row) {
      this.sql.all("insert into automation_steps (run, step, given, stage) values (?, ?, ?, 'begun')", run, step, JSON.stringify(given));
      return { given, first: true, unsure: false, sofar: null };
    }
    this.sql.all("update automation_steps set stage = 'begun' where run = ? and step = ?", run, step);
    const sofar = row.result === null ? null : StepResult.parse(JSON.parse(row.result));
    return { given: JSON.parse(row.given) as T, first: false, unsure: row.stage === "begun", sofar };
  }

  /** `undone`: no more of it was done than the result says, for certain. */
  end(run: string, step: number, stage: "done" | "undone", result: StepResult | null): void {
    this.sql.all(
      "update automation_steps set stage = ?, result = coalesce(?, result) where run = ? and step = ?",
      ...[stage, result && JSON.stringify(result), run, step],
    );
  }

  of(run: string): StepResult[] {
    const rows = this.sql.all<{ result: string }>(
      "select result from automation_steps where run = ? and result is not null order by step",
      run,
    );
    return rows.map(({ result }) => StepResult.parse(JSON.parse(result)));
  }
}
