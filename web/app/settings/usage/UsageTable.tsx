/** Sums of calls, a row each, the dearest first. */
import type { UsageSum } from "@edgewright/contracts";
import { type ReactNode, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { money } from "../../components/figures.ts";
import { amount, isFree } from "../models/model-facts.ts";

const SHORT = 8;

interface UsageTableProps {
  title: string;
  rows: (UsageSum & { id: string; label: ReactNode })[];
}

export function UsageTable({ title, rows }: UsageTableProps) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? rows : rows.slice(0, SHORT);
  return (
    <section className="mt-8">
      <table className="w-full table-fixed text-left tabular-nums">
        <thead>
          <tr className="border-b border-border text-sm text-muted [&_th]:pb-1.5 [&_th]:font-normal">
            <th scope="col">{title}</th>
            <th scope="col" className="w-16 text-right max-sm:hidden">
              Calls
            </th>
            <th scope="col" className="w-20 text-right">
              Tokens
            </th>
            <th scope="col" className="w-22 text-right">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} className="border-b border-border last:border-0 [&>*]:py-1.5">
              <th scope="row" className="truncate pr-2 font-normal">
                {row.label}
              </th>
              <td className="text-right text-muted max-sm:hidden">{row.calls.toLocaleString("en-US")}</td>
              <td className="text-right text-muted">{isFree(row) ? "" : amount(row.inputTokens + row.outputTokens)}</td>
              <td className="text-right">{costText(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHORT && !whole && (
        <Button variant="ghost" size="sm" className="mt-1 -ml-2.5" onClick={() => setWhole(true)}>
          Show all {rows.length}
        </Button>
      )}
    </section>
  );
}

function costText(sum: UsageSum) {
  if (isFree(sum)) return <span className="text-muted">free</span>;
  return sum.unpriced === sum.calls ? <span className="text-muted">not known</span> : money(sum.cost);
}
