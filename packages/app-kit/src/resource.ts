/** Something read from the platform that several components may show: loaded once, kept while anyone looks, refreshed by live changes. */
import { DataError } from "./client.ts";
import { onChange } from "./live.ts";
import type { Change } from "./types.ts";

export type Snapshot<T> = { data: T | null; status: "loading" | "ready" | "error"; error: DataError | null };

type Source<T> = {
  load(signal: AbortSignal): Promise<T>;
  /** The data after a change; `null` when only loading again can tell; the same data when it does not matter. */
  apply?(data: T, change: Change): T | null;
};

const LOADING: Snapshot<never> = { data: null, status: "loading", error: null };
const COLLECT_MS = 60;

export class Resource<T> {
  private readonly source: Source<T>;
  private readonly watchers = new Set<() => void>();
  private snapshot: Snapshot<T> = LOADING;
  private loading: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private leaveLive: (() => void) | null = null;

  constructor(source: Source<T>) {
    this.source = source;
  }

  get = (): Snapshot<T> => this.snapshot;

  subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    if (this.watchers.size === 1) this.start();
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) this.stop();
    };
  };

  reload = (): void => {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.source.load(loading.signal).then(
      (data) => {
        if (!loading.signal.aborted) this.set({ data, status: "ready", error: null });
      },
      (error: unknown) => {
        if (loading.signal.aborted) return;
        const problem = error instanceof DataError ? error : new DataError(String(error));
        this.set({ data: this.snapshot.data, status: "error", error: problem });
      },
    );
  };

  /** Takes a change into account: another window's, or our own as soon as the platform has confirmed it. */
  take = (change: Change): void => {
    const { data } = this.snapshot;
    const next = data === null ? null : (this.source.apply?.(data, change) ?? null);
    if (next === null) this.reloadSoon();
    else if (next !== data) this.set({ data: next, status: "ready", error: null });
  };

  private start() {
    if (this.source.apply) this.leaveLive = onChange((change) => (change === "again" ? this.reload() : this.take(change)));
    this.reload();
  }

  private stop() {
    this.leaveLive?.();
    this.leaveLive = null;
    this.loading?.abort();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private reloadSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.reload();
    }, COLLECT_MS);
  }

  private set(snapshot: Snapshot<T>) {
    this.snapshot = snapshot;
    for (const watcher of this.watchers) watcher();
  }
}

/** One resource per key for the whole app. */
export function shared<T>(): (key: string, make: () => Resource<T>) => Resource<T> {
  const kept = new Map<string, Resource<T>>();
  return (key, make) => {
    const resource = kept.get(key) ?? make();
    kept.set(key, resource);
    return resource;
  };
}
