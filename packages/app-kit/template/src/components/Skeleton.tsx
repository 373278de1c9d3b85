/** Lines in the shape of what is still loading. */
export function Skeleton() {
  return (
    <div
      role="status"
      aria-label="Loading"
      className="flex motion-safe:animate-pulse flex-col gap-px overflow-hidden rounded-card border border-border"
    >
      {[1, 2, 3, 4, 5].map((line) => (
        <div key={line} className="flex h-12 items-center gap-6 bg-surface px-4">
          <span className="h-3 w-2/5 rounded-full bg-text/8" />
          <span className="h-3 w-1/5 rounded-full bg-text/6" />
        </div>
      ))}
    </div>
  );
}
