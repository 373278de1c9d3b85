/** The workspace of one project: `/projects/:slug`, by slug or id. */
import type { ShouldRevalidateFunctionArgs } from "react-router";
import { ownDocument } from "../document.ts";
import { isWorkspace } from "../security-headers.ts";
import { loadWorkspace } from "../workspace/load.server.ts";
import { WorkspaceScreen } from "../workspace/WorkspaceScreen.tsx";
import type { Route } from "./+types/project.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.project.name} · Edgewright` : "Edgewright" },
];

export const loader = (args: Route.LoaderArgs) => loadWorkspace(args, args.params.slug);

/** Only a document of this page's own may frame the preview. */
export const clientLoader = (args: Route.ClientLoaderArgs) => ownDocument(isWorkspace, args);

/** Another tab, file or version of the same project is drawn from what is here already. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const sameProject = currentUrl.pathname === nextUrl.pathname;
  return sameProject && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate;
}

export default function ProjectRoute({ loaderData }: Route.ComponentProps) {
  return <WorkspaceScreen key={loaderData.project.id} data={loaderData} />;
}
