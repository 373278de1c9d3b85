/** The published app's address: to copy, and to open. */
import { ExternalLink } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Input } from "../../components/Input.tsx";
import { useOpenApp } from "./use-open-app.ts";

export function AppAddress({ url, live }: { url: string; live: boolean }) {
  const open = useOpenApp("published");
  return (
    <div className="flex flex-wrap gap-2">
      <Input
        readOnly
        value={url}
        aria-label="Address of the app"
        className="min-w-0 flex-1 basis-56 font-mono text-sm"
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={url} />
      <Button disabledReason={!live && "Nothing is published yet."} onClick={() => void open()}>
        <ExternalLink aria-hidden="true" />
        Open
      </Button>
    </div>
  );
}
