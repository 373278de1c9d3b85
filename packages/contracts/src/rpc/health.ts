/** Health: RPC entrypoint of workers/dispatch, for whoever deploys. No host leads to it. */
/** A build that is kept, and may not be published yet. */
export type HealthTarget = { project: { id: string; organizationId: string; slug: string; name: string }; buildOf: string };

export interface HealthRpc {
  /** Loads the build's page with what it is made of, and its server code; what is wrong, in a sentence, or null. */
  check(target: HealthTarget): Promise<string | null>;
}
