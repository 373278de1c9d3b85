/** The rows and files of an app of its own, and the windows that hear of their changes. */
import type { DataScope, RowWriter } from "@edgewright/contracts";
import { type Sql, systemClock } from "@edgewright/core";
import { AppFiles, DataStore, type FileContents, readSamples, readSchema, Samples, type StoredChange } from "@edgewright/data-store";
import { actorOf, type People } from "./people.ts";

/** Of one app there is one of each. */
export const ORIGIN = { organizationId: "org_own", projectId: "prj_own" } as const;
/** How often files are looked for that no row holds any more. */
export const COLLECT_MS = 6 * 3600 * 1000;

/** An open window of the app, over its WebSocket. */
export type Window = { scope: DataScope; send(text: string): void };

/** What the rows need of where they are. `pause` lets others have their turn. */
export type DataPorts = { sql: Sql; contents: FileContents; pause(): Promise<void>; windows(): Iterable<Window> };

export class AppData {
  readonly store: DataStore;
  readonly files: AppFiles;
  readonly #samples: Samples;
  readonly #sampler: RowWriter;
  readonly #windows: DataPorts["windows"];

  constructor({ sql, contents, pause, windows }: DataPorts, people: Pick<People, "get" | "local">) {
    this.#windows = windows;
    this.store = new DataStore({
      ...{ sql, clock: systemClock, pause },
      publish: (changes) => this.#publish(changes),
      isMember: async (_organization, id) => people.get(id) !== null,
    });
    this.files = new AppFiles({ sql, clock: systemClock, pause, contents, store: this.store });
    // Sample rows are put in as an admin's, whatever the tables' policies.
    this.#sampler = { channel: "current", actor: actorOf(people.local), origin: { ...ORIGIN, way: "sample" } };
    this.#samples = new Samples({ sql, clock: systemClock, store: this.store });
  }

  /** Brings the tables to what the app's code declares, and its sample rows in. @returns what is wrong with its files */
  async open(files: Record<string, string>): Promise<string | null> {
    const schema = readSchema(files);
    if (schema === null) return "data/schema.json is not valid: run the app on Edgewright to see where.";
    const changed = await this.store.setSchema("current", schema);
    if (!changed.ok) return changed.error.message;
    const samples = readSamples(files);
    if (samples === undefined) return "data/samples.json is not valid.";
    await this.#samples.follow(this.#sampler, samples);
    return null;
  }

  #publish(changes: StoredChange[]): void {
    // The lines are for an organization's log, and here is none; the app's own change log keeps each.
    void this.store.record.outbox.drain(async () => {});
    for (const { scope, send } of this.#windows())
      for (const change of changes) {
        const seen = this.store.seen(scope, change);
        if (seen) send(JSON.stringify(seen));
      }
  }
}
