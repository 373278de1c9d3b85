/** Stands in for a list of what has happened. */
import { Skeleton } from "../../components/Skeleton.tsx";

export const LoadingChanges = ({ label }: { label: string }) => (
  <div role="status" aria-label={label} className="space-y-4">
    {["w-56", "w-48", "w-64"].map((width) => (
      <div key={width} className="space-y-2">
        <Skeleton className={`h-4 ${width}`} />
        <Skeleton className="h-4 w-40" />
      </div>
    ))}
  </div>
);
