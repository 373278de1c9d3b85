/** The app says in its manifest which variables it needs, so that Publish asks for those that are not set. */
import type { NeededVariable } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";

export function declareVariable({ manifest }: AppModel, needs: NeededVariable | null): void {
  const { env = [] } = manifest;
  if (needs && !env.some(({ name }) => name === needs.name)) manifest.env = [...env, needs];
}
