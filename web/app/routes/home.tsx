/** The start: what do you want to build, and under it the projects. Signed out, what Edgewright is. */
import { loadHome } from "../api/load.server.ts";
import { AppShell } from "../components/AppShell.tsx";
import { Home } from "../home/Home.tsx";
import { Landing } from "../home/Landing.tsx";
import { useMe } from "../session.ts";
import type { Route } from "./+types/home.ts";

export const meta: Route.MetaFunction = () => [
  { title: "Edgewright" },
  { name: "description", content: "Edgewright turns a conversation into a running web application." },
];

export const loader = (args: Route.LoaderArgs) => loadHome(args);

export default function HomeRoute({ loaderData }: Route.ComponentProps) {
  const me = useMe();
  return <AppShell>{me && loaderData ? <Home start={loaderData} /> : <Landing />}</AppShell>;
}
