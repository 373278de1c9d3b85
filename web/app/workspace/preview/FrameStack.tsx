/** The app in its frame, with the next one loading out of sight behind it. */
import { cn } from "../../components/cn.ts";
import type { Frame, Frames } from "./frames.ts";

/** All that an app needs, but not the window around it: it cannot lead that away. Its origin is its own, on another site. */
const SANDBOX = [
  "allow-scripts",
  "allow-same-origin",
  "allow-forms",
  "allow-modals",
  "allow-downloads",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-pointer-lock",
].join(" ");

interface FrameStackProps {
  frames: Frames;
  name: string;
  phone: boolean;
  hold: (id: number, element: HTMLIFrameElement | null) => void;
  loaded: (id: number) => void;
}

export function FrameStack({ frames, name, phone, hold, loaded }: FrameStackProps) {
  const all = [frames.shown, frames.next].filter((frame): frame is Frame => frame !== null);
  return (
    <div className={cn("relative size-full", phone && "mx-auto max-w-[390px] border-x border-border")}>
      {all.map((frame) => {
        const seen = frame.id === frames.shown?.id;
        return (
          <iframe
            key={frame.id}
            ref={(element) => hold(frame.id, element)}
            src={frame.src}
            title={seen ? `Preview of ${name}` : "The next preview, loading"}
            sandbox={SANDBOX}
            allow="clipboard-write; fullscreen"
            onLoad={() => loaded(frame.id)}
            aria-hidden={seen ? undefined : true}
            tabIndex={seen ? undefined : -1}
            className={cn("absolute inset-0 size-full transition-opacity", !seen && "pointer-events-none opacity-0")}
          />
        );
      })}
    </div>
  );
}
