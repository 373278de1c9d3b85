/** The rows of a table, kept up to date with every other window, and the writes. */
import { useMemo, useSyncExternalStore } from "react";
import { DataError, request, rowPath, zoned } from "./client.ts";
import { requestOnce } from "./request-once.ts";
import { Resource, shared } from "./resource.ts";
import { type Rights, rightsOf } from "./rights.ts";
import { saveRow } from "./save-row.ts";
import type { Cannot, Change, Page, Row, TableQuery } from "./types.ts";

type Amounts<T> = Partial<Record<keyof T & string, number>>;

export type TableState<T extends object> = {
  rows: Row<T>[];
  /** How many rows match, beyond those loaded. */
  total: number;
  status: "loading" | "ready" | "error";
  error: DataError | null;
  /** What whoever is there may do here, by the table's policy. Nothing while it loads. */
  can: Rights;
  /** Each write rejects with a DataError when it is refused. */
  create(values: Partial<T>): Promise<Row<T>>;
  /**
   * Of a row as it was read, writes what differs, and is refused if someone else changed the same field meanwhile: the
   * error then has that `row`; if they have deleted it, its code is `row_gone`. Of an id, writes everything, over whatever is there.
   */
  update(row: Row<T> | string, values: Partial<T>): Promise<Row<T>>;
  /** Adds a row, or changes the one that has an id, as `update` does. */
  save(row: Partial<Row<T>>, values: Partial<T>): Promise<Row<T>>;
  /** Changes the row that has the same value in `by`, a unique field; where there is none, adds it. */
  upsert(by: keyof T & string, values: Partial<T>): Promise<Row<T>>;
  /** Adds to numbers of a row as they are at that moment, such as `{ stock: -1 }`: nobody else's addition is lost. Empty counts as 0. */
  increment(id: string, by: Amounts<T>): Promise<Row<T>>;
  /** With a revision, refused if someone else changed the row since; done, too, where they have deleted it. Resolves with the way back. */
  remove(id: string, revision?: number): Promise<() => Promise<Row<T>>>;
  /** Brings a row back that was deleted in the last 30 days, with its id and with what referred to it. */
  restore(id: string): Promise<Row<T>>;
  reload(): void;
};

const resources = shared<Page>();
const NOTHING: Cannot = { create: true, update: true, delete: true };
/** Of rows that somebody may not see: whether they may add one, only adding tells. */
const UNSEEN: Cannot = { ...NOTHING, create: false };

function pageOf(table: string, query: string, plain: boolean): Resource<Page> {
  return new Resource<Page>({
    load: (signal) => request<Page>(`${rowPath(table)}?q=${encodeURIComponent(query)}`, { signal }),
    apply: (page, change) => (change.table !== table ? page : plain && isOfAll(page.cannot) ? applyChange(page, change) : null),
  });
}

/** Where a row decides what may be done with it, only the platform knows of one that has changed. */
const isOfAll = (cannot: Cannot) => !Array.isArray(cannot.update) && !Array.isArray(cannot.delete);

export function applyChange(page: Page, { type, row }: Change): Page {
  const known = page.rows.find((candidate) => candidate.id === row.id);
  if (type === "deleted")
    return known ? { ...page, rows: page.rows.filter((candidate) => candidate !== known), total: page.total - 1 } : page;
  if (!known) return type === "created" ? { ...page, rows: [...page.rows, row], total: page.total + 1 } : page;
  return known.revision >= row.revision ? page : { ...page, rows: page.rows.map((candidate) => (candidate === known ? row : candidate)) };
}

export function useTable<T extends object>(table: string, query: TableQuery = {}): TableState<T> {
  const text = JSON.stringify(zoned({ ...query, rights: true }));
  // With filters or an order of one's own only the platform knows where a row belongs.
  const plain = Object.keys(query).length === 0;
  const resource = resources(`${table}?${text}`, () => pageOf(table, text, plain));
  const { data, status, error } = useSyncExternalStore(resource.subscribe, resource.get, resource.get);
  const cannot = error?.code === "forbidden" ? UNSEEN : (data?.cannot ?? NOTHING);
  const can = useMemo(() => rightsOf(cannot), [cannot]);
  const writes = useMemo(() => writesOf<T>(table, resource), [table, resource]);
  return { rows: (data?.rows ?? []) as Row<T>[], total: data?.total ?? 0, status, error, can, ...writes };
}

const writesOf = <T extends object>(table: string, resource: Resource<Page>) => {
  const confirmed = <R extends Row<object>>(type: "created" | "updated", row: R): R => {
    resource.take({ table, type, row });
    return row;
  };
  const gone = (id: string) => resource.take({ table, type: "deleted", row: { id } });
  /** Who may not do it any more is told so, and then offered no more than they may. */
  const asked = <R>(work: Promise<R>): Promise<R> =>
    work.catch((error: unknown) => {
      if (error instanceof DataError && error.code === "forbidden") resource.reload();
      throw error;
    });
  /** Someone else's change, which a refusal brings, is shown at once. */
  const shown = async <R>(id: string, work: Promise<R>, overwrite: (row: Row<T>) => Promise<unknown>): Promise<R> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof DataError && error.code === "not_found") {
        gone(id);
        throw new DataError("Someone has deleted this meanwhile.", "row_gone");
      }
      if (error instanceof DataError && error.row) {
        const row = confirmed("updated", error.row as Row<T>);
        error.overwrite = () => overwrite(row);
      }
      throw error;
    }
  };
  const create = async (values: Partial<T>) => confirmed("created", await asked(requestOnce<Row<T>>(rowPath(table), { values })));
  const upsert = async (by: keyof T & string, values: Partial<T>) => {
    const row = await asked(requestOnce<Row<T>>(`${rowPath(table)}/upsert`, { by, values }));
    return confirmed(row.revision === 1 ? "created" : "updated", row);
  };
  const increment = async (id: string, by: Amounts<T>) =>
    confirmed("updated", await asked(requestOnce<Row<T>>(`${rowPath(table, id)}/increment`, { by })));
  const update = async (row: Row<T> | string, values: Partial<T>): Promise<Row<T>> => {
    const saved =
      typeof row === "string"
        ? request<Row<T>>(rowPath(table, row), { method: "PATCH", body: zoned({ values }) })
        : shown(row.id, saveRow(table, row, values) as Promise<Row<T>>, (now) => update(now, values));
    return confirmed("updated", await asked(saved));
  };
  const remove = async (id: string, revision?: number): Promise<() => Promise<Row<T>>> => {
    const path = `${rowPath(table, id)}${revision === undefined ? "" : `?revision=${revision}`}`;
    const removed = request<Row<T>>(path, { method: "DELETE" });
    await asked(shown(id, removed, (now) => remove(id, now.revision))).catch((error: unknown) => {
      if (!(error instanceof DataError && error.code === "row_gone")) throw error;
    });
    gone(id);
    return () => restore(id);
  };
  const restore = async (id: string) => confirmed("created", await request<Row<T>>(`${rowPath(table, id)}/restore`, { method: "POST" }));
  const save = (row: Partial<Row<T>>, values: Partial<T>) => (row.id === undefined ? create(values) : update(row as Row<T>, values));
  return { create, update, save, upsert, increment, remove, restore, reload: resource.reload };
};
