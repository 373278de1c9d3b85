/** JobSchedule: one, named `all`. */

/** A job that wants to work. */
export type PlaceAsked = { jobId: string; sessionId: string; organizationId: string };

export interface JobScheduleRpc {
  /** 0: the job may work, and asks again while it does; else it is so manieth in the queue, and its session is told when that changes. Idempotent by jobId. */
  ask(input: PlaceAsked): Promise<number>;
  /** The job does not work any more, or has no wish to. */
  release(jobId: string): Promise<void>;
}
