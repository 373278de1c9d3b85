/** Turns what a route threw into a page. Used by the root's error boundary; the workspace may use it too. */
import { isRouteErrorResponse } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "./Button.tsx";
import { ErrorPage } from "./ErrorPage.tsx";
import { RestoreProject } from "./RestoreProject.tsx";

const TITLES: Record<number, string> = {
  401: "Sign in to see this",
  403: "You may not see this",
  404: "There is nothing here",
  410: "This project was deleted",
  429: "Too many requests",
};

export function RouteError({ error }: { error: unknown }) {
  if (!isRouteErrorResponse(error)) return <Broken detail={import.meta.env.DEV && error instanceof Error ? error.message : undefined} />;
  const failure = readFailure(error.data);
  const title = TITLES[error.status];
  if (!title) return <Broken status={error.status} detail={failure?.message} requestId={failure?.requestId} />;
  return (
    <ErrorPage status={error.status} title={title} action={error.status === 410 ? <RestoreProject /> : undefined}>
      <p>{failure ? wordsOf(failure) : "The address may be mistyped, or what was here has moved."}</p>
    </ErrorPage>
  );
}

const Broken = ({ status, detail, requestId }: { status?: number; detail?: string; requestId?: string }) => (
  <ErrorPage
    status={status}
    title="This page could not be loaded"
    action={
      <Button variant="primary" onClick={() => window.location.reload()}>
        Try again
      </Button>
    }
  >
    <p>{detail ?? "Something in Edgewright broke. Your projects and their apps are not touched by it."}</p>
    {requestId && <p className="mt-2 font-mono text-xs">Request {requestId}</p>}
  </ErrorPage>
);

// What to do about a deleted project is said by RestoreProject, which knows the person's role.
const wordsOf = ({ status, message, next }: ApiFailure) => (status === 410 || !next ? message : `${message} ${next}`);

const readFailure = (data: unknown): ApiFailure | null =>
  typeof data === "object" && data !== null && "message" in data && typeof data.message === "string" ? (data as ApiFailure) : null;
