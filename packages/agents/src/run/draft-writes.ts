/**
 * What a job writes on its way to the open draft. In a turn, the files of a step go there together: a page that is drawn from
 * one half of what belongs together fails, though the whole of it holds.
 */
import type { FileChange, Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { Draft } from "../tools/working-files.ts";

export class DraftWrites implements Draft {
  private readonly draft: Draft;
  /** Null: nothing is held back. */
  private held: Map<string, string | null> | null = null;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  async write(changes: FileChange[]): Promise<Outcome<unknown>> {
    if (!this.held) return this.draft.write(changes);
    for (const { path, text } of changes) this.held.set(path, text);
    return ok(undefined);
  }

  /** Holds back what is written during `work`; then, and whenever `send` is called meanwhile, it goes out. */
  async during<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    this.held = new Map();
    const done = await work();
    const sent = await this.send();
    this.held = null;
    return done.ok && !sent.ok ? sent : done;
  }

  async send(): Promise<Outcome<unknown>> {
    if (!this.held || this.held.size === 0) return ok(undefined);
    const changes = [...this.held].map(([path, text]) => ({ path, text }));
    this.held.clear();
    return this.draft.write(changes);
  }
}
