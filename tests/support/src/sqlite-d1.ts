/** A D1 binding over Node's own SQLite, so that repositories run in plain Node tests with the real driver and migrations. */
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

const MIGRATIONS = new URL("../../../migrations/", import.meta.url);

let migrated: Uint8Array | null = null;

/** A database without any rows, with every migration applied. They are run once in a process; each database is a copy of that one. */
export function sqliteD1(): D1Database {
  migrated ??= migrate();
  const database = new DatabaseSync(":memory:");
  database.deserialize(migrated);
  database.exec("pragma foreign_keys = on");
  return d1Over(database);
}

/** A database with nothing in it at all. */
export const emptyD1 = (): D1Database => d1Over(new DatabaseSync(":memory:"));

const d1Over = (database: DatabaseSync) => new SqliteD1(database) as unknown as D1Database;

function migrate(): Uint8Array {
  const database = new DatabaseSync(":memory:");
  const names = readdirSync(MIGRATIONS).filter((file) => file.endsWith(".sql"));
  database.exec("create table d1_migrations (id integer primary key autoincrement, name text unique)");
  for (const name of names.sort()) {
    database.exec(readFileSync(new URL(name, MIGRATIONS), "utf8"));
    database.prepare("insert into d1_migrations (name) values (?)").run(name);
  }
  const bytes = database.serialize();
  database.close();
  return bytes;
}

const META = { duration: 0, size_after: 0, rows_read: 0, rows_written: 0, last_row_id: 0, changed_db: false, changes: 0 };
const PARAMETERS_MAX = 100;

class Statement {
  private readonly database: DatabaseSync;
  private readonly sql: string;
  private readonly values: SQLInputValue[];

  constructor(database: DatabaseSync, sql: string, values: SQLInputValue[] = []) {
    this.database = database;
    this.sql = sql;
    this.values = values;
  }

  bind(...values: unknown[]): Statement {
    if (values.length > PARAMETERS_MAX) throw new Error(`D1_ERROR: too many SQL variables: ${values.length}`);
    const plain = values.map((value) => (typeof value === "boolean" ? Number(value) : (value as SQLInputValue)));
    return new Statement(this.database, this.sql, plain);
  }

  now() {
    const rows = this.failing(() => this.database.prepare(this.sql).all(...this.values));
    const { changes } = this.database.prepare("select changes() as changes").get() as { changes: number };
    return { success: true as const, results: rows, meta: { ...META, changes } };
  }

  async all() {
    return this.now();
  }

  async run() {
    return this.now();
  }

  async raw() {
    return this.failing(() => {
      const statement = this.database.prepare(this.sql);
      statement.setReturnArrays(true);
      return statement.all(...this.values);
    });
  }

  async first(column?: string) {
    const row = this.now().results[0];
    return row === undefined ? null : column === undefined ? row : row[column];
  }

  private failing<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw new Error(`D1_ERROR: ${(error as Error).message}: SQLITE_CONSTRAINT`, { cause: error });
    }
  }
}

class SqliteD1 {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  prepare(sql: string) {
    return new Statement(this.database, sql);
  }

  async batch(statements: Statement[]) {
    this.database.exec("begin");
    try {
      const results = statements.map((statement) => statement.now());
      this.database.exec("commit");
      return results;
    } catch (error) {
      this.database.exec("rollback");
      throw error;
    }
  }

  async exec(sql: string) {
    this.database.exec(sql);
    return { count: 1, duration: 0 };
  }
}
