/** A list of people on its way. */
import { Skeleton } from "../components/Skeleton.tsx";

export const PeopleSkeleton = () => (
  <div role="status" aria-label="Loading people" className="divide-y divide-border">
    {["w-32", "w-24", "w-40"].map((width) => (
      <div key={width} className="flex items-center gap-3 py-2.5">
        <Skeleton className="size-8 rounded-full!" />
        <div className="flex-1 space-y-2">
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="h-3 w-48" />
        </div>
        <Skeleton className="h-8 w-28" />
      </div>
    ))}
  </div>
);
