/** How many lines came and went. */
import { cn } from "../../components/cn.ts";

export const LineCounts = ({ added, removed, className }: { added: number; removed: number; className?: string }) => (
  <span className={cn("shrink-0 font-mono text-xs tabular-nums", className)}>
    <span className="text-success">+{added}</span> <span className="text-danger">−{removed}</span>
  </span>
);
