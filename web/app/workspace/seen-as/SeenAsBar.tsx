/** Over the app or its rows while they are looked at as somebody else would see them, with the way back. */
import { Button } from "../../components/Button.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { seenAsText } from "./seen-as.ts";

export function SeenAsBar({ children }: { children: string }) {
  const { place, go } = useWorkspace();
  if (place.as === null) return null;
  return (
    <div
      role="status"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-info-soft px-3 py-1.5"
    >
      <p className="min-w-0 flex-1 basis-60">
        You see {children} as <strong className="font-semibold">{seenAsText(place.as)}</strong> would.
      </p>
      <Button size="sm" onClick={() => go({ as: null })}>
        Back to yourself
      </Button>
    </div>
  );
}
