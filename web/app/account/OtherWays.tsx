/** The ways to sign in without a password: Google where it is offered, a passkey, a link by mail. */
import { KeyRound, Mail } from "lucide-react";
import type { ApiFailure } from "../api/answer.ts";
import { useAction } from "../api/use-action.ts";
import { Button } from "../components/Button.tsx";
import { GoogleMark } from "./GoogleMark.tsx";

const WAYS = [
  { way: "google", Icon: GoogleMark, label: "Continue with Google" },
  { way: "passkey", Icon: KeyRound, label: "Use a passkey" },
  { way: "link", Icon: Mail, label: "E-mail me a link" },
] as const;

type Way = (typeof WAYS)[number]["way"];
/** Each resolves to the failure, or to null. One that is not there is not offered. */
type Ways = Partial<Record<Way, () => Promise<ApiFailure | null>>>;

export function useOtherWays(ways: Ways) {
  const action = useAction(async (way: Way) => (await ways[way]?.()) ?? null);
  return { ...action, ways };
}

/** What failed is the page's to show. */
export function OtherWays({ by: { ways, running, busy, run } }: { by: ReturnType<typeof useOtherWays> }) {
  return (
    <>
      <p
        aria-hidden="true"
        className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border"
      >
        or
      </p>
      <div className="flex flex-col gap-2">
        {WAYS.filter(({ way }) => ways[way]).map(({ way, Icon, label }) => (
          <Button key={way} className="w-full" busy={running?.[0] === way} disabled={busy} onClick={() => void run(way)}>
            <Icon aria-hidden="true" />
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}
