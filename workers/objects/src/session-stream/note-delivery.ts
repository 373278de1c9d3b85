/** What a session has decided, on its way to the database: kept with the change that it tells of, and brought until it is there. */
import { SessionNote, type SessionNotes } from "@edgewright/chat";
import { type Clock, log, Outbox, type Sql } from "@edgewright/core";

/** What did not get to the database is brought again after so long. */
const RETRY_MS = 2000;

export type NoteDeps = { sql: Sql; clock: Clock; notes: SessionNotes; setAlarm(at: number): Promise<void> };

export class NoteDelivery {
  private readonly outbox: Outbox<SessionNote>;
  private readonly deps: NoteDeps;

  constructor(deps: NoteDeps) {
    this.deps = deps;
    this.outbox = new Outbox(deps, SessionNote);
  }

  /** Runs in the transaction of the change that the note tells of. The same write sets the alarm that delivers it if this object dies. */
  put(note: SessionNote): void {
    if (note.line === null && note.change === null) return;
    this.outbox.put(note);
    void this.setRetry();
  }

  async bring(): Promise<void> {
    try {
      await this.outbox.drain((notes) => this.deps.notes.deliver(notes));
    } catch (error) {
      log.warn("what a session decided is brought to the database later", { error: String(error) });
      await this.setRetry();
    }
  }

  /** The alarm, not later than notes must be brought again. */
  async setAlarm(at: number): Promise<void> {
    await this.deps.setAlarm(this.outbox.next() === null ? at : Math.min(at, this.retryAt()));
  }

  private setRetry(): Promise<void> {
    return this.deps.setAlarm(this.retryAt());
  }

  private retryAt(): number {
    return this.deps.clock.now() + RETRY_MS;
  }
}
