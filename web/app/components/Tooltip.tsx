/** A short label on hover and focus, fetched when it first shows. With `describes`, screen readers read it as the element's description too. */
import { type ComponentProps, cloneElement, lazy, type ReactElement, Suspense, useId } from "react";
import type { Side } from "./TooltipPopup.tsx";
import { useHover } from "./use-hover.ts";

const Popup = lazy(() => import("./TooltipPopup.tsx"));

interface TooltipProps {
  label: string;
  keys?: string;
  side?: Side;
  describes?: boolean;
  /** An element that passes on what it is given. */
  children: ReactElement<ComponentProps<"button">>;
}

export function Tooltip({ label, keys, side = "bottom", describes = false, children }: TooltipProps) {
  const id = useId();
  const { over, stay, leave, handlers } = useHover(children.props, describes);
  return (
    <>
      {cloneElement(children, { ...handlers, "aria-describedby": describes ? id : undefined })}
      {describes && (
        <span id={id} hidden>
          {label}
        </span>
      )}
      {over && (
        <Suspense fallback={null}>
          <Popup anchor={over} label={label} keys={keys} side={side} onEnter={stay} onLeave={leave} />
        </Suspense>
      )}
    </>
  );
}
