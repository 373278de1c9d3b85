/** Over the preview: reload, back, the app's address, its width, a window of its own. */
import { ArrowLeft, ExternalLink, Monitor, RotateCw, Smartphone } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { IconButton } from "../../components/IconButton.tsx";
import { ViewAsMenu } from "../seen-as/ViewAsMenu.tsx";

export type Width = "desktop" | "phone";

interface ToolbarProps {
  host: string | null;
  path: string;
  width: Width;
  onWidth: (width: Width) => void;
  onBack: () => void;
  onReload: () => void;
  onGo: (path: string) => void;
  onOpen: () => void;
}

export function Toolbar({ host, path, width, onWidth, onBack, onReload, onGo, onOpen }: ToolbarProps) {
  const away = host === null && "The app is not open yet.";
  return (
    <div className="flex h-10 shrink-0 items-center gap-1 border-b border-border px-2">
      <IconButton size="icon-sm" label="Reload the app" disabledReason={away} onClick={onReload}>
        <RotateCw />
      </IconButton>
      <IconButton size="icon-sm" label="Back in the app" disabledReason={away} onClick={onBack}>
        <ArrowLeft />
      </IconButton>
      <Address host={host} path={path} onGo={onGo} />
      <ViewAsMenu />
      <IconButton
        size="icon-sm"
        label={width === "phone" ? "Show as wide as the window" : "Show as on a phone"}
        className="max-md:hidden"
        onClick={() => onWidth(width === "phone" ? "desktop" : "phone")}
      >
        {width === "phone" ? <Monitor /> : <Smartphone />}
      </IconButton>
      <IconButton size="icon-sm" label="Open in a new tab" disabledReason={away} onClick={onOpen}>
        <ExternalLink />
      </IconButton>
    </div>
  );
}

function Address({ host, path, onGo }: Pick<ToolbarProps, "host" | "path" | "onGo">) {
  // Only what is being typed: else the address is where the app says it is.
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== null) onGo(typed.startsWith("/") ? typed : `/${typed}`);
    field.current?.blur();
  };
  return (
    <form
      onSubmit={submit}
      className="mx-1 flex h-7 min-w-0 flex-1 items-center rounded-control bg-text/4 px-2.5 text-sm focus-within:bg-text/6"
    >
      {host && <span className="max-w-[60%] shrink-0 truncate text-muted">{host}</span>}
      <input
        aria-label="Address in the app"
        ref={field}
        value={host === null ? "" : (typed ?? path)}
        disabled={host === null}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        className="w-full min-w-0 bg-transparent outline-none"
      />
    </form>
  );
}
