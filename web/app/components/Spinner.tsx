/** A small turning ring: something is on its way. The words beside it say what. */
import { cn } from "./cn.ts";

export const Spinner = ({ className }: { className?: string }) => (
  <span
    aria-hidden="true"
    className={cn("inline-block size-3.5 animate-spin rounded-full border-[1.5px] border-current border-r-transparent", className)}
  />
);
