/**
 * The edge provider: the platform's own dispatch serves the build under `<slug>.<domain of apps>`. What is there is found by the
 * deployment's id, so a step done twice makes nothing twice. The switch is the write that makes the deployment live.
 */
import type { Outcome, PublishedBuild } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { Provider, Release } from "../provider.ts";
import { type BuildDeps, buildRelease } from "./build.ts";

export type EdgeDeps = BuildDeps & {
  /** Such as `https://apps.example`. */
  origin: string;
  /** Asks a deployment that nobody else reaches yet; what is wrong with it, in a sentence, or null. */
  ask(release: Release): Promise<string | null>;
};

const NO_BUILD = fail("gone", "The build of that deployment is not kept any more.", { next: "Publish the version again." });

export const edgeUrl = (origin: string, slug: string): string => {
  const { protocol, host } = new URL(origin);
  return `${protocol}//${slug}.${host}`;
};

export function edgeProvider(deps: EdgeDeps): Provider {
  const { builds } = deps;
  const kept = ({ project, buildOf }: Release): Promise<PublishedBuild | null> => builds.get(project.id, buildOf);
  const isOwn = ({ deploymentId, buildOf }: Release) => deploymentId === buildOf;
  return {
    name: "edge",
    urlOf: (slug) => edgeUrl(deps.origin, slug),

    async build(release) {
      if (await kept(release)) return ok(undefined);
      if (!isOwn(release)) return NO_BUILD;
      const built = await buildRelease(deps, release);
      if (!built.ok) return built;
      await builds.put(release.project.id, release.buildOf, built.value);
      return ok(undefined);
    },

    place: async (release) => ((await kept(release)) ? ok(undefined) : NO_BUILD),

    async check(release): Promise<Outcome<void>> {
      const wrong = await deps.ask(release);
      return wrong === null
        ? ok(undefined)
        : fail("boot_failed", `The new deployment does not answer as it should: ${wrong}`, {
            next: "Have it repaired, then publish again.",
          });
    },

    activate: async () => ok(undefined),

    /** Assets stay: other deployments, and pages that are open, may be made of them. */
    async withdraw(release) {
      if (isOwn(release)) await builds.remove(release.project.id, release.deploymentId);
    },
  };
}
