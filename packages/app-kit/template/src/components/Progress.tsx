/** How far something is, from 0 to 100 percent. */
export function Progress({ value }: { value: number | null }) {
  const percent = Math.min(100, Math.max(0, value ?? 0));
  return (
    <span className="flex min-w-28 items-center gap-2.5">
      <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-text/10">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-9 text-right text-xs text-muted tabular-nums">{percent}%</span>
    </span>
  );
}
