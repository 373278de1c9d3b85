/**
 * Holds one session's state in the browser: starts from what the server rendered, goes on with the
 * stream, shows what was done here before the stream says so, and lets React draw once a frame.
 */
import type { StreamEvent } from "@edgewright/contracts";
import { confirm, type Prediction, withPredictions } from "./predictions.ts";
import { reduceAll } from "./reduce.ts";
import type { SessionState } from "./state.ts";
import { StreamClient, type StreamStatus } from "./stream-client.ts";

export type SessionView = { session: SessionState; status: StreamStatus };
type Listener = () => void;

export class SessionStore {
  private view: SessionView;
  /** What the stream has said; the view has the predictions on top. */
  private told: SessionState;
  private predictions: readonly Prediction[] = [];
  private waiting: StreamEvent[] = [];
  private scheduled = false;
  private readonly listeners = new Set<Listener>();
  private readonly eventListeners = new Set<(event: StreamEvent) => void>();

  constructor(initial: SessionState) {
    this.told = initial;
    this.view = { session: initial, status: "connecting" };
  }

  readonly get = (): SessionView => this.view;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Hears each event that comes live, after it is in the state. */
  readonly onEvent = (listener: (event: StreamEvent) => void): (() => void) => {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  };

  /** Follows the stream until the returned function is called. */
  connect(url: string, onRole: () => void): () => void {
    const client = new StreamClient({
      url,
      after: this.told.seq,
      onEvent: (event) => this.take(event),
      onStatus: (status) => this.put({ ...this.view, status }),
      onRole,
    });
    const nudge = () => client.nudge();
    window.addEventListener("online", nudge);
    document.addEventListener("visibilitychange", nudge);
    return () => {
      window.removeEventListener("online", nudge);
      document.removeEventListener("visibilitychange", nudge);
      client.close();
      this.flush();
    };
  }

  /** Shows an event that is on its way. Call the returned function if it will not come after all. */
  predict(prediction: Prediction): () => void {
    this.expect([...this.predictions, prediction]);
    return () => this.expect(this.predictions.filter((other) => other !== prediction));
  }

  private expect(predictions: readonly Prediction[]): void {
    this.predictions = predictions;
    this.put({ ...this.view, session: withPredictions(this.told, predictions) });
  }

  private take(event: StreamEvent): void {
    this.waiting.push(event);
    if (this.scheduled) return;
    this.scheduled = true;
    // A hidden window has no frames.
    if (document.hidden) setTimeout(this.flush, 100);
    else requestAnimationFrame(this.flush);
  }

  private readonly flush = (): void => {
    this.scheduled = false;
    const events = this.waiting;
    this.waiting = [];
    if (events.length === 0) return;
    this.told = reduceAll(this.told, events);
    this.expect(events.reduce(confirm, this.predictions));
    for (const event of events) for (const listener of this.eventListeners) listener(event);
  };

  private put(view: SessionView): void {
    if (view.session === this.view.session && view.status === this.view.status) return;
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
