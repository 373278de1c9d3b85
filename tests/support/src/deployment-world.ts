/** A project with versions over a database in memory, and a consumer whose provider and tables tell what they were asked. */
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { type Provider, type RunDeps, requestDeployment, requestRollback, runDeployment } from "@edgewright/deployments";
import { createProject, saveVersion } from "@edgewright/projects";
import { must } from "./must.ts";
import { testWorld } from "./world.ts";

export type Told = string[];

/** What may happen at a step, by its name: `build`, `change`, `place`, `check`, `activate`, `withdraw`, `restore`. */
export type Faults = Record<string, () => Promise<Outcome<void> | void>>;

export async function deploymentWorld() {
  const world = await testWorld();
  const made = await createProject(
    { ...world, uniqueSuffix: () => "x" },
    { organizationId: world.organizationId, origin: world.origin, name: "Tasks" },
  );
  const project = must(made.ok ? made.value : null);
  const author = { kind: "person" as const, id: world.origin.id, name: "Ada" };
  const save = async (text: string, parent: number | null) => {
    const input = {
      projectId: project.id,
      parent,
      files: { "src/App.tsx": text },
      author,
      message: "m",
      checked: { ok: true, findings: [] },
    };
    const saved = await saveVersion(world, input);
    if (!saved.ok || saved.value.outcome !== "saved") throw new Error("The version is saved");
    return saved.value.version.number;
  };
  await save("one", null);
  await save("two", 1);

  const told: Told = [];
  const faults: Faults = {};
  const step = async (name: string, what: string): Promise<Outcome<void>> => {
    told.push(`${name} ${what}`);
    return (await faults[name]?.()) ?? ok(undefined);
  };
  const provider: Provider = {
    name: "edge",
    urlOf: (slug) => `https://${slug}.apps.example`,
    build: ({ version }) => step("build", `v${version}`),
    place: ({ version }) => step("place", `v${version}`),
    check: ({ version }) => step("check", `v${version}`),
    activate: ({ version }) => step("activate", `v${version}`),
    withdraw: async ({ version }) => void (await step("withdraw", `v${version}`)),
  };
  const deps: RunDeps = {
    ...world,
    provider: () => provider,
    tables: {
      plan: async () => ok({ steps: [] }),
      change: ({ version }) => step("change", `v${version}`),
      restore: async (_project, version) => void (await step("restore", `v${version}`)),
    },
    followAccess: async () => {},
  };
  const asking = { ...world, ...deps, urlOf: (_: string, slug: string) => provider.urlOf(slug), deliver: async () => {} };
  const request = (version: number) => requestDeployment(asking, project, { version, accepts: [], origin: world.origin });
  const publish = async (version: number) => {
    const asked = await request(version);
    return must(asked.ok ? asked.value : null).id;
  };
  const run = (deploymentId: string) => runDeployment(deps, { kind: "deploy", deploymentId });
  const backTo = async (id: string) => {
    const to = must(await world.deployments.get(id));
    return requestRollback(asking, project, to, { accepts: [], origin: world.origin });
  };
  const statuses = async () =>
    (await world.deployments.list(project.id, { limit: 50, before: null })).map(({ status, version }) => `v${version} ${status}`);
  const live = async () => (await world.publications.get(project.id)).live?.version ?? null;
  const lines = async () => {
    const rows = await world.binding.prepare("select action, detail from audit_log where action like 'deployment.%' order by id").all();
    return rows.results.map((row) => `${row.action} ${JSON.parse(String(row.detail)).status ?? ""}`.trim());
  };
  return { ...world, project, told, faults, deps, request, publish, run, backTo, statuses, live, lines };
}
