/** Says that this page's access is over, and where to go: what it shows stays, so that nothing that was typed is lost. */
import { lazy, Suspense, useState } from "react";
import { Button } from "../components/Button.tsx";
import { useView } from "./WorkspaceContext.tsx";

const Dialog = lazy(async () => ({ default: (await import("../components/Dialog.tsx")).Dialog }));

const ENDS = {
  signed_out: {
    title: "You are signed out",
    text: "Your sign-in was ended, here or on another device. Sign in again to go on.",
    action: "Sign in again",
    href: () => `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`,
  },
  no_access: {
    title: "You have no access to this project any more",
    text: "You were removed from it, or it was deleted. An administrator of the organization can tell you more.",
    action: "To your projects",
    href: () => "/",
  },
};

export function LostAccess() {
  const status = useView((view) => view.status);
  const [seen, setSeen] = useState(false);
  const end = status === "signed_out" || status === "no_access" ? ENDS[status] : null;
  if (!end) return null;
  return (
    <Suspense>
      <Dialog open={!seen} onOpenChange={(open) => setSeen(!open)} title={end.title}>
        <p>{end.text}</p>
        <Button variant="primary" className="mt-4" onClick={() => location.assign(end.href())}>
          {end.action}
        </Button>
      </Dialog>
    </Suspense>
  );
}
