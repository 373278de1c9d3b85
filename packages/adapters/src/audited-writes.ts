/**
 * A D1 binding whose next write takes rows of the audit log along, in one batch.
 * better-auth writes by itself, one statement after another; this is how each of
 * its changes and the line that tells of it are atomic. What belongs together is
 * carried by the asynchronous context.
 */

import { AsyncLocalStorage } from "node:async_hooks";
import type { AuditedWrites, RequestFacts, TokenLine } from "@edgewright/accounts";
import type { AuditEntry } from "@edgewright/audit";
import { first } from "@edgewright/core";
import { type Database, schema } from "@edgewright/db";
import { openDatabase } from "./database.ts";

type Context = RequestFacts & { token: TokenLine | null };

const NOWHERE: Context = { ip: null, userAgent: null, requestId: null, token: null };

export type AuditedDatabase = AuditedWrites & {
  database: Database;
  /** `work` is part of this request; `token` tells of the API token that it makes. */
  within<T>(facts: RequestFacts, work: () => Promise<T>, token?: TokenLine): Promise<T>;
};

export function auditedDatabase(plain: Database): AuditedDatabase {
  const binding = plain.$client;
  const requests = new AsyncLocalStorage<Context>();
  const pending = new AsyncLocalStorage<{ entries: AuditEntry[] }>();

  /** The lines that wait for a write, as statements; each is taken once. */
  const take = (): D1PreparedStatement[] => {
    const entries = pending.getStore()?.entries.splice(0) ?? [];
    return entries.map((entry) => {
      const { sql, params } = plain.insert(schema.auditLog).values(entry).toSQL();
      return binding.prepare(sql).bind(...params);
    });
  };

  return {
    database: openDatabase(takingAlong(binding, take)),
    facts() {
      const { ip, userAgent, requestId, place } = requests.getStore() ?? NOWHERE;
      return { ip, userAgent, requestId, place };
    },
    token: () => requests.getStore()?.token ?? null,
    with: (entries, work) => pending.run({ entries: [...entries] }, work),
    within: (facts, work, token) => requests.run({ ...facts, token: token ?? null }, work),
  };
}

const WRITE = /^\s*(insert|update|delete)\b/i;

/** The binding, whose writing statements run in one batch with those that `take` gives. */
function takingAlong(binding: D1Database, take: () => D1PreparedStatement[]): D1Database {
  const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    if (!WRITE.test(sql)) return statement;
    const together = async <T>() => {
      const lines = take();
      if (lines.length === 0) return null;
      return first(await binding.batch<T>([statement, ...lines]));
    };
    return {
      bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
      run: async <T>() => (await together<T>()) ?? statement.run<T>(),
      all: async <T>() => (await together<T>()) ?? statement.all<T>(),
      first: async () => (await together())?.results[0] ?? statement.first(),
      async raw() {
        const result = await together<Record<string, unknown>>();
        return result ? result.results.map((row) => Object.values(row)) : statement.raw();
      },
    } as D1PreparedStatement;
  };
  return new Proxy(binding, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => wrap(sql, target.prepare(sql));
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
