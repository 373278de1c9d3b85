/** Every address that belongs to no screen. */
import { ErrorPage } from "../components/ErrorPage.tsx";
import type { Route } from "./+types/not-found.ts";

export const meta: Route.MetaFunction = () => [{ title: "Not found · Edgewright" }];

export function loader() {
  return Response.json(null, { status: 404 });
}

export default function NotFound() {
  return (
    <ErrorPage status={404} title="There is nothing here">
      The address may be mistyped, or what was here has moved.
    </ErrorPage>
  );
}
