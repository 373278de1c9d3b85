/**
 * Where a deployment runs. Each step may be called again after a crash, and then finds what it made by the deployment's name:
 * a provider makes nothing twice, and shows nobody anything before it is activated. Adding one is a folder and a line.
 */
import type { Outcome, ProviderName } from "@edgewright/contracts";

/** What is to be made reachable. */
export type Release = {
  deploymentId: string;
  project: { id: string; organizationId: string; slug: string; name: string };
  version: number;
  /** The deployment whose build it is; its own unless it goes back to an earlier one. */
  buildOf: string;
};

export interface Provider {
  readonly name: ProviderName;
  /** Where the app will be found. */
  urlOf(slug: string): string;
  /** Makes what is to run, unless it is there. */
  build(release: Release): Promise<Outcome<void>>;
  /** Puts it where it can run, beside what is live. */
  place(release: Release): Promise<Outcome<void>>;
  /** Asks it, before anybody else does. */
  check(release: Release): Promise<Outcome<void>>;
  /** Makes it what people get. */
  activate(release: Release): Promise<Outcome<void>>;
  /** What was placed and never became live goes. */
  withdraw(release: Release): Promise<void>;
}
