import { ArrowDown, ArrowUp, CircleAlert } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { cn } from "../lib/cn";
import { compareValues } from "../lib/rows";
import { SampleMark } from "./SampleNotice";

export type Column<T> = {
  name: keyof T & string;
  label: string;
  align?: "right";
  /** The values in their own order, for a column of options. */
  order?: readonly string[];
  /** What to sort by, where it is not the stored value itself. */
  sortBy?: (row: T) => unknown;
  render?: (row: T) => ReactNode;
};

/** Several columns may show the same value: a birthday, and the age that follows from it. */
const nameOf = ({ name, label }: { name: string; label: string }) => `${name}: ${label}`;

type Props<T> = {
  rows: T[];
  columns: Column<T>[];
  onOpen: (row: T) => void;
  /** A control before the first column, such as a box to tick. */
  leading?: (row: T) => ReactNode;
  /** The name of a column by whose values rows stand together. */
  group?: keyof T & string;
  /** Rows that stand out, and in a word or two why. */
  marked?: (row: T) => boolean;
  mark?: string;
};

/** Rows under headings that sort. On a phone each row is a small card. */
export function Table<T extends { id: string }>({ rows, group, ...props }: Props<T>) {
  const { columns, leading } = props;
  const [sort, setSort] = useState<{ name: string; down: boolean } | null>(null);
  const sorted = sortRows(rows, columns, sort);
  const by = columns.find(({ name }) => name === group);
  const press = (name: string) => setSort(sort?.name !== name ? { name, down: false } : sort.down ? null : { name, down: true });

  if (rows.length === 0) return <p className="py-10 text-center text-muted">Nothing matches. Change the search or the filters.</p>;
  return (
    <div className="overflow-hidden rounded-card border border-border bg-surface">
      <table className="w-full text-left max-sm:block">
        <thead className="max-sm:hidden">
          <tr className="border-b border-border text-xs text-muted">
            {leading && <td className="w-8" />}
            {columns.map((column) => {
              const direction = sort?.name === nameOf(column) ? (sort.down ? "descending" : "ascending") : undefined;
              return (
                <th
                  key={nameOf(column)}
                  aria-sort={direction}
                  className={cn("px-4 py-2.5 font-medium", column.align === "right" && "text-right")}
                >
                  <button type="button" onClick={() => press(nameOf(column))} className="inline-flex items-center gap-1 hover:text-text">
                    {column.label}
                    {direction === "ascending" && <ArrowUp aria-hidden className="size-3" />}
                    {direction === "descending" && <ArrowDown aria-hidden className="size-3" />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className="divide-y divide-border max-sm:block">
          {by
            ? grouped(sorted, by).map((part) => (
                <Fragment key={part[0]?.id}>
                  <GroupRow rows={part} by={by} span={columns.length + (leading ? 1 : 0)} />
                  {part.map((row) => (
                    <TableRow key={row.id} row={row} {...props} />
                  ))}
                </Fragment>
              ))
            : sorted.map((row) => <TableRow key={row.id} row={row} {...props} />)}
        </tbody>
      </table>
    </div>
  );
}

/** What the rows below it have in common, and how many there are. */
function GroupRow<T>({ rows, by, span }: { rows: T[]; by: Column<T>; span: number }) {
  const [first] = rows;
  return (
    <tr className="bg-text/3 text-xs max-sm:block">
      <th colSpan={span} scope="rowgroup" className="px-4 py-2 text-left font-medium max-sm:block">
        {(first && (by.render ? by.render(first) : String(first[by.name] ?? ""))) || `No ${by.label.toLowerCase()}`}
        <span className="ml-2 font-normal text-muted tabular-nums">{rows.length}</span>
      </th>
    </tr>
  );
}

/** Groups in the order of their values, rows in theirs. */
function grouped<T>(rows: T[], column: Column<T>): T[][] {
  const read = column.sortBy ?? ((row: T) => row[column.name]);
  const groups = new Map<unknown, T[]>();
  for (const row of rows) groups.set(read(row), [...(groups.get(read(row)) ?? []), row]);
  return [...groups].toSorted(([a], [b]) => compareValues(a, b, column.order)).map(([, part]) => part);
}

function TableRow<T extends { id: string }>({
  row,
  columns,
  onOpen,
  leading,
  marked,
  mark,
}: Omit<Props<T>, "rows" | "group"> & { row: T }) {
  const isMarked = marked?.(row) ?? false;
  return (
    <tr
      className={cn(
        "relative transition-colors hover:bg-text/3 max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:gap-y-1 max-sm:px-4 max-sm:py-3",
        leading && "max-sm:pl-12",
        isMarked && "bg-danger/6 shadow-[inset_3px_0_0_var(--color-danger)] hover:bg-danger/10",
      )}
    >
      {leading && <td className="relative z-1 py-2.5 pl-4 max-sm:absolute max-sm:top-3 max-sm:left-4 max-sm:p-0">{leading(row)}</td>}
      {columns.map((column, index) => {
        const content = column.render ? column.render(row) : String(row[column.name] ?? "");
        return (
          <td
            key={nameOf(column)}
            data-label={index > 0 ? column.label : undefined}
            className={cn(
              "px-4 py-2.5 max-sm:p-0 max-sm:empty:hidden",
              index > 0
                ? "max-sm:text-xs max-sm:before:mr-1.5 max-sm:before:text-muted max-sm:before:content-[attr(data-label)]"
                : "max-sm:basis-full",
              column.align === "right" && "tabular-nums sm:text-right",
            )}
          >
            {index === 0 ? (
              <button type="button" onClick={() => onOpen(row)} className="text-left font-medium after:absolute after:inset-0">
                {content || "Untitled"}
                <SampleMark id={row.id} />
                {isMarked && mark && (
                  <span className="ml-2 inline-flex items-center gap-1 align-middle text-xs font-medium text-danger">
                    <CircleAlert aria-hidden className="size-3.5" />
                    {mark}
                  </span>
                )}
              </button>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

function sortRows<T>(rows: T[], columns: Column<T>[], sort: { name: string; down: boolean } | null): T[] {
  const column = columns.find((candidate) => nameOf(candidate) === sort?.name);
  if (!column || !sort) return rows;
  const read = column.sortBy ?? ((row: T) => row[column.name]);
  const sorted = rows.toSorted((a, b) => compareValues(read(a), read(b), column.order));
  return sort.down ? sorted.reverse() : sorted;
}
