/**
 * The automations of one app in one environment, inside the object that keeps its rows. What a write sets off begins in the
 * transaction of the write; what time sets off is found by `tick`; who does things outside takes them up by `beginEffect`.
 */
import { type AuditLog, auditEntry } from "@edgewright/audit";
import type {
  Acting,
  AutomationEffect,
  AutomationList,
  AutomationRun,
  AutomationRuns,
  Automations,
  AutomationsRpc,
  DataPlace,
  EffectEnd,
  Json,
  Outcome,
  RowWriter,
  RunsQuery,
  StepResult,
} from "@edgewright/contracts";
import { type Clock, fail, iso, ok, type Sql } from "@edgewright/core";
import { type StoredChange, Zone } from "@edgewright/data-store";
import { type GivenEffect, givenEffect, RowReader, type Rows, rowOf, scopeOf } from "./effects.ts";
import { Trigger } from "./set-off.ts";
import { type RunRow, Runs } from "./store/runs.ts";
import { type Spec, Specs } from "./store/specs.ts";
import { Steps } from "./store/steps.ts";
import { createAutomationTables } from "./store/tables.ts";
import { beginDue } from "./time-driven.ts";
import { runView, viewOf } from "./views.ts";

const RUNS_SHOWN = 100;
/** Mails of one app in one day. */
const MAILS_A_DAY = 1000;

export type AppAutomationsDeps = {
  sql: Sql;
  clock: Clock;
  rows: Rows;
  /** Lines on their way to the organization's log, put in the transaction of what they tell of. */
  lines: { put(line: Parameters<AuditLog["deliver"]>[0][number]): void };
  pause(): Promise<void>;
  mailsADay?: number;
};

export class AppAutomations implements AutomationsRpc {
  private readonly deps: AppAutomationsDeps;
  private readonly specs: Specs;
  private readonly runs: Runs;
  private readonly steps: Steps;
  readonly #triggers = new Map<number, Trigger>();

  constructor(deps: AppAutomationsDeps) {
    this.deps = deps;
    createAutomationTables(deps.sql);
    this.specs = new Specs(deps.sql);
    this.runs = new Runs(deps);
    this.steps = new Steps(deps.sql);
  }

  async setAutomations(place: DataPlace, automations: Automations): Promise<void> {
    this.deps.sql.all("insert or replace into automation_place values (1, ?)", JSON.stringify(place));
    this.specs.set(automations, this.deps.clock.now());
    // The tables may be others, too.
    this.#triggers.clear();
  }

  /** What a write sets off, in its transaction. A file that is brought in, and sample rows, set nothing off. */
  follow({ origin }: RowWriter, changes: StoredChange[]): void {
    if (origin.way === "import" || origin.way === "sample") return;
    const depth = origin.way === "automation" ? origin.depth + 1 : 0;
    const specs = this.specs.active();
    if (specs.length === 0) return;
    for (const { type, row, before } of changes) {
      const event = { type, table: row.table_name, row: JSON.parse(row.json), before: before && JSON.parse(before.json) };
      for (const spec of specs) {
        if (this.specs.isOff(spec.name) || !this.trigger(spec).by(event, this.moment(spec))) continue;
        const row_ = { table: row.table_name, id: row.id, values: event.row, old: event.before, author: row.created_by };
        this.runs.begin({ spec, row: row_, depth });
      }
    }
  }

  /** What time has set off since it was last asked. */
  async tick(): Promise<void> {
    const { clock, rows, sql, pause } = this.deps;
    for (const { spec, at } of this.specs.due(clock.now()))
      await beginDue({ ...{ clock, rows, sql, pause, specs: this.specs, runs: this.runs }, trigger: this.trigger(spec) }, spec, at);
    this.runs.forgetOld();
  }

  /** When `tick` has something to do, or a run is to be taken up; null: nothing waits. */
  next(): number | null {
    const moments = [this.specs.next(), this.runs.next()].filter((at) => at !== null);
    return moments.length > 0 ? Math.min(...moments) : null;
  }

  /** Whether a run is to be taken up now. */
  waits(): boolean {
    return (this.runs.next() ?? Number.POSITIVE_INFINITY) <= this.deps.clock.now();
  }

  async beginEffect(): Promise<AutomationEffect | null> {
    for (let run = this.runs.take(); run; run = this.runs.take()) {
      const effect = await this.advance(run);
      if (effect) return effect;
    }
    return null;
  }

  /** Does the steps that are of rows, up to one that is not; null: the run has come to its end, or waits. */
  private async advance(run: RunRow): Promise<AutomationEffect | null> {
    const spec = this.specs.get(run.spec);
    const place = this.place();
    if (!spec || !place) {
      this.runs.end(run, "dead", "The automation is not known any more.");
      return null;
    }
    for (const [at, step] of spec.automation.do.entries()) {
      if (at < run.step) continue;
      const given = await givenEffect(this.deps.rows, spec, run, step);
      if (given) return this.effect(run, spec, place, at, given);
      const written = await this.write(run, spec, place, at);
      if (!this.runs.holds(run)) return null;
      if (!written.ok) {
        this.runs.failed(run, written.error);
        return null;
      }
      this.ended(run, at, written.value, spec);
    }
    return null;
  }

  private effect(run: RunRow, spec: Spec, place: DataPlace, at: number, given: GivenEffect): AutomationEffect | null {
    const begun = this.deps.sql.transaction(() => {
      if (!this.runs.holds(run)) return null;
      const step = this.steps.begin(run.id, at, given);
      const most = this.deps.mailsADay ?? MAILS_A_DAY;
      if (step.first && given.step === "mail" && !this.runs.count("mails", most)) {
        this.runs.end(run, "dead", `The app has sent ${most.toLocaleString("en-US")} mails today, and that is as many as it may.`);
        return null;
      }
      return step;
    });
    if (!begun) return null;
    const { label } = spec.automation;
    return {
      ...{ run: run.id, fence: run.fence, key: `${run.id}-${at}`, unsure: begun.unsure, sofar: begun.sofar, place },
      ...{ automation: { name: spec.name, label }, ...begun.given },
    };
  }

  /** A write of rows is one that counts once under its key, with the values that it was given at first. */
  private async write(run: RunRow, spec: Spec, place: DataPlace, at: number): Promise<Outcome<StepResult>> {
    const step = spec.automation.do[at];
    const row = rowOf(run);
    if (!step || (step.step !== "change" && step.step !== "create")) throw new Error("This step is not of rows");
    const reader = new RowReader(this.deps.rows, spec, row);
    const filled: Record<string, Json> = {};
    for (const [name, value] of Object.entries(step.values)) filled[name] = await reader.filled(value);
    const { given } = this.steps.begin(run.id, at, filled);
    const { organizationId, projectId } = place;
    const origin = { organizationId, projectId, way: "automation" as const, depth: run.depth };
    const writer: RowWriter = { ...scopeOf(spec.name), origin, zone: spec.automation.zone, once: `${run.id}-${at}` };
    if (step.step === "change" && !row) return fail("not_found", "There is no row to change.", { next: "Correct the automation." });
    const table = step.step === "create" ? step.table : (row?.table ?? "");
    const written =
      step.step === "create"
        ? await this.deps.rows.create(writer, table, given)
        : await this.deps.rows.update(writer, table, row?.id ?? "", given);
    return written.ok ? ok({ step: step.step, table, row: written.value.id }) : withFields(written);
  }

  private ended({ id }: Pick<RunRow, "id">, at: number, result: StepResult, spec: Spec): void {
    this.deps.sql.transaction(() => {
      this.steps.end(id, at, "done", result);
      this.runs.stepped({ id }, at + 1);
      if (at + 1 === spec.automation.do.length) this.runs.end({ id }, "done");
    });
  }

  async endEffect(held: Pick<AutomationEffect, "run" | "fence">, end: EffectEnd): Promise<void> {
    const run = this.runs.find(held.run);
    if (!run || !this.runs.holds({ id: held.run, fence: held.fence })) return;
    const spec = this.specs.get(run.spec);
    if (!spec) return;
    if (end.ok) return this.ended(run, run.step, end.result, spec);
    this.deps.sql.transaction(() => {
      this.steps.end(run.id, run.step, "undone", end.result ?? null);
      this.runs.failed(run, end.error);
    });
  }

  async automations(): Promise<AutomationList> {
    const counts = this.runs.counts();
    const schema = this.deps.rows.schema("current");
    const items = this.specs.active().map((spec) =>
      viewOf(spec, schema, {
        off: this.specs.isOff(spec.name),
        next: this.specs.nextOf(spec.name),
        runs: counts.get(spec.name) ?? { done: 0, waiting: 0, dead: 0 },
      }),
    );
    return { items, unbegun: this.runs.unbegun() };
  }

  /** `contents`: what was sent, which may tell of rows what a table's rules hide. */
  async automationRuns(query: Pick<RunsQuery, "automation" | "state">, contents: boolean): Promise<AutomationRuns> {
    return { items: this.runs.list(query, RUNS_SHOWN).map((run) => this.view(run, contents)) };
  }

  async switchAutomation(by: Acting, name: string, off: boolean): Promise<Outcome<AutomationList>> {
    const spec = this.specs.find(name);
    if (!spec) return noAutomation(name);
    if (this.specs.isOff(name) !== off)
      this.deps.sql.transaction(() => {
        this.specs.switch(spec, off, this.deps.clock.now());
        if (off) this.runs.giveUp(name, "It was switched off before this was done.");
        this.tell(by, off ? "automation.switched_off" : "automation.switched_on", name, { automation: spec.automation.label });
      });
    return ok(await this.automations());
  }

  async retryRun(by: Acting, id: string): Promise<Outcome<AutomationRun>> {
    const run = this.runs.find(id);
    if (!run) return fail("not_found", "This run is not known any more.", { next: "Runs are kept for 30 days; load the list again." });
    const revived = this.deps.sql.transaction(() => {
      if (!this.runs.revive(id)) return false;
      this.tell(by, "automation.retried", id, { automation: this.labelOf(run) });
      return true;
    });
    if (!revived) return fail("conflict", "This run was not given up.", { next: "Load the list again." });
    return ok(this.view(this.runs.find(id) ?? run, true));
  }

  /** As if the row had just set it off, whatever the condition says. Where things are really sent, nothing is tried out. */
  async testAutomation(by: Acting, name: string, id?: string): Promise<Outcome<AutomationRun>> {
    const spec = this.specs.find(name);
    if (!spec) return noAutomation(name);
    if (this.place()?.environment === "production")
      return fail("bad_request", "Automations are tried out in the preview.", { next: "Try it there: nothing is sent to anybody." });
    const row = await this.rowToTry(spec, id);
    if (!row.ok) return row;
    const begun = this.deps.sql.transaction(() => {
      const run = this.runs.begin({ spec, row: row.value, depth: 0 });
      if (run !== null) this.tell(by, "automation.tested", name, { automation: spec.automation.label });
      return run;
    });
    const run = begun === null ? null : this.runs.find(begun);
    if (run) return ok(this.view(run, true));
    return fail("rate_limited", "As many automations as may run in a day have run today.", { next: "Try again tomorrow." });
  }

  private async rowToTry({ name, automation: { when } }: Spec, id?: string): Promise<Outcome<Parameters<Runs["begin"]>[0]["row"]>> {
    if (!("table" in when)) return ok(null);
    const scope = scopeOf(name);
    const found = id === undefined ? null : await this.deps.rows.get(scope, when.table, id);
    if (found && !found.ok) return found;
    const newest = { limit: 1, sort: [{ column: "updatedAt", direction: "desc" as const }] };
    const listed = found ? null : await this.deps.rows.list(scope, when.table, newest);
    if (listed && !listed.ok) return listed;
    const row = found?.value ?? listed?.value.rows[0];
    if (!row) return fail("not_found", "There is no row to try it with.", { next: "Add one, then try again." });
    const { id: rowId, createdBy, createdAt: _, updatedAt: __, revision: ___, ...values } = row;
    return ok({ table: when.table, id: rowId, values, old: null, author: createdBy });
  }

  private tell(
    { organizationId, origin }: Acting,
    action: Parameters<typeof auditEntry>[2]["action"],
    subject: string,
    detail: { automation: string },
  ): void {
    const projectId = this.place()?.projectId ?? null;
    const environment = this.place()?.environment ?? "preview";
    this.deps.lines.put(
      auditEntry(this.deps.clock, origin, { scope: organizationId, projectId, action, subject, detail: { ...detail, environment } }),
    );
  }

  private view = (run: RunRow, contents: boolean): AutomationRun =>
    runView(run, { label: this.labelOf(run), schema: this.deps.rows.schema("current"), steps: contents ? this.steps.of(run.id) : [] });

  private labelOf = ({ spec, name }: RunRow): string => this.specs.get(spec)?.automation.label ?? name;

  private place(): DataPlace | null {
    const [row] = this.deps.sql.all<{ json: string }>("select json from automation_place");
    return row ? JSON.parse(row.json) : null;
  }

  private trigger(spec: Spec): Trigger {
    const known = this.#triggers.get(spec.id) ?? new Trigger(spec.automation, this.deps.rows.schema("current"));
    this.#triggers.set(spec.id, known);
    return known;
  }

  private moment({ automation: { zone } }: Spec): { now: string; today: string } {
    const now = this.deps.clock.now();
    return { now: iso(now), today: new Zone(zone).dayAt(now) };
  }
}

const noAutomation = (name: string) =>
  fail("not_found", `The app has no automation ${name.slice(0, 80)}.`, { next: "Load the list again." });

/** What was wrong with which field, in the sentence: there is no form to show it in. */
const withFields = <T>(refused: Outcome<T> & { ok: false }): Outcome<never> => {
  const { message, fields } = refused.error;
  const said = Object.entries(fields ?? {}).map(([name, why]) => `${name} ${why}`);
  return { ok: false, error: { ...refused.error, message: said.length > 0 ? `${message} ${said.join("; ")}` : message } };
};
