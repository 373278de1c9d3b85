/** Where GitHub sends a person back to. What they bring is handed in once, and they go on to the settings. */
import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { FailureCard } from "../../components/FailureCard.tsx";
import { Spinner } from "../../components/Spinner.tsx";
import { toast } from "../../components/toast.ts";

const SETTINGS = "/settings/github";

export function ConnectedScreen({ search }: { search: URLSearchParams }) {
  const navigate = useNavigate();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const handedIn = useRef(false);
  const state = search.get("state") ?? "";
  const code = search.get("code") ?? "";
  const installationId = search.get("installation_id") ?? "";
  useEffect(() => {
    // React draws twice while developing; what was brought counts once.
    if (handedIn.current) return;
    handedIn.current = true;
    const [organization = ""] = state.split(".");
    const body = { state, code, installationId };
    void call("POST", `/api/orgs/${encodeURIComponent(organization || "none")}/github/installations`, { body }).then((answer) => {
      if (!answer.ok) return setFailure(answer.error);
      toast.success("Connected to GitHub");
      return navigate(SETTINGS, { replace: true });
    });
  }, [state, code, installationId, navigate]);
  return (
    <main className="mx-auto w-full max-w-md px-4 py-16">
      {failure ? (
        <FailureCard
          title={failure.message}
          action={
            <Link to={SETTINGS} className="font-medium underline underline-offset-4">
              Back to the settings
            </Link>
          }
        >
          {failure.next}
        </FailureCard>
      ) : (
        <p role="status" className="flex items-center justify-center gap-2 text-muted">
          <Spinner /> Connecting to GitHub
        </p>
      )}
    </main>
  );
}
