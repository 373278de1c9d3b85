/**
 * What a person did here, shown before the stream says so: the events it will bring, put on top
 * of what it has brought, by the same reducer. Each goes when its own event comes, or when it was refused. Pure.
 */
import type { NewEvent, StreamEvent } from "@edgewright/contracts";
import { take } from "./reduce.ts";
import type { SessionState } from "./state.ts";

export type Prediction = NewEvent & { jobId: string | null };

const subjectOf = ({ type, data, jobId }: Prediction): string => `${type} ${"messageId" in data ? data.messageId : jobId}`;

/** Of equal ones the oldest has come true. */
export function confirm(predictions: readonly Prediction[], event: StreamEvent): readonly Prediction[] {
  const index = predictions.findIndex((prediction) => subjectOf(prediction) === subjectOf(event));
  return index < 0 ? predictions : predictions.toSpliced(index, 1);
}

export const withPredictions = (session: SessionState, predictions: readonly Prediction[]): SessionState =>
  predictions.reduce((state, prediction) => take(state, { ...prediction, seq: session.seq, at: 0 }), session);
