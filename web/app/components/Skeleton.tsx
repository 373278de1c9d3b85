/** A place held for something on its way, in that thing's own shape. */
import { cn } from "./cn.ts";

export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={cn("block animate-pulse rounded-[4px] bg-text/8", className)} />
);
