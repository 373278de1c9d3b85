import { type DragEvent, type ReactNode, useState } from "react";
import { useMayWrite } from "../lib/access";
import { cn } from "../lib/cn";
import { formatOption } from "../lib/format";
import { attempt } from "../lib/notices";
import { SampleMark } from "./SampleNotice";

type Props<T, G extends string> = {
  rows: T[];
  groups: readonly G[];
  groupOf: (row: T) => G | null;
  onMove: (row: T, group: G) => unknown;
  onOpen: (row: T) => void;
  children: (row: T) => ReactNode;
  /** Whether a card may be moved; all of them where it is not said. */
  mayMove?: (row: T) => boolean;
};

/** A column of cards for each group. A card is dragged to another column, or moved there with the arrow keys. */
export function Board<T extends { id: string }, G extends string>({
  rows,
  groups,
  groupOf,
  onMove,
  onOpen,
  children,
  mayMove = () => true,
}: Props<T, G>) {
  const mayWrite = useMayWrite();
  const [over, setOver] = useState<G | null>(null);
  const drop = (event: DragEvent, group: G) => {
    event.preventDefault();
    setOver(null);
    const row = rows.find((candidate) => candidate.id === event.dataTransfer.getData("text/plain"));
    if (row && mayMove(row) && groupOf(row) !== group) attempt(onMove(row, group));
  };
  const step = (row: T, by: number) => {
    const place = groups.findIndex((group) => group === (groupOf(row) ?? groups[0]));
    const next = groups[place + by];
    if (next && mayWrite && mayMove(row)) attempt(onMove(row, next));
  };

  return (
    <div className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-3 scroll-px-4 sm:-mx-8 sm:scroll-px-8 sm:px-8">
      {groups.map((group, index) => {
        // A row without a value waits in the first column.
        const cards = rows.filter((row) => (groupOf(row) ?? groups[0]) === group || (index === 0 && !groups.includes(groupOf(row) as G)));
        return (
          <section
            key={group}
            aria-label={formatOption(group)}
            onDragOver={(event) => {
              if (!mayWrite) return;
              event.preventDefault();
              setOver(group);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, group)}
            className={cn(
              "flex w-64 shrink-0 snap-start flex-col gap-2 rounded-card bg-text/4 p-2.5 transition-colors lg:w-auto lg:min-w-52 lg:flex-1",
              over === group && "bg-accent/10",
            )}
          >
            <h2 className="flex justify-between px-1 pb-0.5 font-medium">
              {formatOption(group)} <span className="text-muted tabular-nums">{cards.length}</span>
            </h2>
            {cards.map((row) => (
              <button
                key={row.id}
                type="button"
                draggable={mayWrite && mayMove(row)}
                onDragStart={(event) => event.dataTransfer.setData("text/plain", row.id)}
                onClick={() => onOpen(row)}
                onKeyDown={(event) => {
                  if (event.key === "ArrowRight") step(row, 1);
                  if (event.key === "ArrowLeft") step(row, -1);
                }}
                className="flex flex-col gap-1 rounded-control border border-border bg-surface p-3 text-left transition-colors hover:border-muted/60"
              >
                {children(row)}
                <SampleMark id={row.id} className="ml-0" />
              </button>
            ))}
            {cards.length === 0 && (
              <p className="px-1 py-3 text-xs text-muted">{mayWrite && rows.some(mayMove) ? "Drag a card here" : "Nothing here"}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** A line of a card, below its name: what it says, and before it what that is. Nothing where there is nothing to say. */
export function CardLine({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === undefined || children === "") return null;
  return (
    <span className="flex gap-1.5 text-xs">
      <span className="shrink-0 text-muted">{label}</span>
      <span className="min-w-0 truncate">{children}</span>
    </span>
  );
}
