/** The start: what do you want to build, and under it the projects. Signed out, what Edgewright is. */
import type { JoinableList, ModelSettings, ProjectPage } from "@edgewright/contracts";
import { loadMe, tryLoad } from "../api/load.server.ts";
import { AppShell } from "../components/AppShell.tsx";
import { Home } from "../home/Home.tsx";
import { Landing } from "../home/Landing.tsx";
import { useMe } from "../session.ts";
import type { Route } from "./+types/home.ts";

export const meta: Route.MetaFunction = () => [
  { title: "Edgewright" },
  { name: "description", content: "Edgewright turns a conversation into a running web application." },
];

export async function loader(args: Route.LoaderArgs) {
  const me = await loadMe(args);
  if (!me) return null;
  // Not awaited: the prompt is there at once, the lists follow.
  return {
    projects: tryLoad<ProjectPage>(args, "/api/projects"),
    joinable: tryLoad<JoinableList>(args, "/api/me/joinable"),
    models: tryLoad<ModelSettings>(args, `/api/orgs/${me.organization.id}/models`),
  };
}

export default function HomeRoute({ loaderData }: Route.ComponentProps) {
  const me = useMe();
  return <AppShell>{me && loaderData ? <Home {...loaderData} /> : <Landing />}</AppShell>;
}
