/** The automations of the live version, which of them are switched off, and when time sets the next one off. */
import { Automation, type Automations } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { nextMoment } from "../clockwork.ts";

export type Spec = { id: number; name: string; automation: Automation };
type SpecRow = { id: number; name: string; json: string };

export class Specs {
  private readonly sql: Sql;
  /** As they were read last; null: not yet. */
  #active: Spec[] | null = null;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Those of the live version, whether they are switched off or not, by name. */
  active(): Spec[] {
    this.#active ??= this.sql.all<SpecRow>("select id, name, json from automation_specs where active = 1 order by name").map(read);
    return this.#active;
  }

  find(name: string): Spec | null {
    return this.active().find((spec) => spec.name === name) ?? null;
  }

  /** Also one of a former version, by which a run goes on. */
  get(id: number): Spec | null {
    const known = this.active().find((spec) => spec.id === id);
    if (known) return known;
    const [row] = this.sql.all<SpecRow>("select id, name, json from automation_specs where id = ?", id);
    return row ? read(row) : null;
  }

  /** What is worded as before stays as it is, with its clock. */
  set(automations: Automations, now: number): void {
    const before = new Map(this.active().map((spec) => [spec.name, spec]));
    this.sql.transaction(() => {
      for (const [name, automation] of Object.entries(automations)) {
        const json = JSON.stringify(automation);
        const former = before.get(name);
        before.delete(name);
        if (former && JSON.stringify(former.automation) === json) continue;
        if (former) this.sql.all("update automation_specs set active = 0 where id = ?", former.id);
        this.sql.all("insert into automation_specs (name, json, active) values (?, ?, 1)", name, json);
        this.setNext(name, nextMoment(automation, now));
      }
      for (const { id, name } of before.values()) {
        this.sql.all("update automation_specs set active = 0 where id = ?", id);
        this.sql.all("delete from automation_off where name = ?", name);
        this.setNext(name, null);
      }
    });
    this.#active = null;
  }

  isOff(name: string): boolean {
    return this.sql.all("select 1 from automation_off where name = ?", name).length > 0;
  }

  /** What time would have set off meanwhile is not made up for. */
  switch({ name, automation }: Spec, off: boolean, now: number): void {
    if (off) this.sql.all("insert or ignore into automation_off values (?)", name);
    else this.sql.all("delete from automation_off where name = ?", name);
    this.setNext(name, off ? null : nextMoment(automation, now));
  }

  nextOf(name: string): number | null {
    return this.sql.all<{ next: number }>("select next from automation_clock where name = ?", name)[0]?.next ?? null;
  }

  setNext(name: string, next: number | null): void {
    if (next === null) this.sql.all("delete from automation_clock where name = ?", name);
    else this.sql.all("insert or replace into automation_clock values (?, ?)", name, next);
  }

  /** Those whose moment has come, the first first. */
  due(now: number): { spec: Spec; at: number }[] {
    const rows = this.sql.all<{ name: string; next: number }>("select name, next from automation_clock where next <= ? order by next", now);
    return rows.flatMap(({ name, next }) => {
      const spec = this.find(name);
      return spec ? [{ spec, at: next }] : [];
    });
  }

  next(): number | null {
    return this.sql.all<{ next: number | null }>("select min(next) as next from automation_clock")[0]?.next ?? null;
  }
}

const read = ({ id, name, json }: SpecRow): Spec => ({ id, name, automation: Automation.parse(JSON.parse(json)) });
