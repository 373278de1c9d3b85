/** The place of changes that are on their way. */
import { Skeleton } from "../../components/Skeleton.tsx";

export const LoadingChanges = () => (
  <div className="space-y-2 p-3" role="status" aria-label="Loading the changes">
    {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
      <Skeleton key={width} className={`h-4 ${width}`} />
    ))}
  </div>
);
