import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCompact, formatNumber } from "../lib/format";

type Props = { title: string; data: { name: string; value: number }[]; format?: (value: number) => string };

/** Room for each name, so that none is left out on a phone. */
const NAME_WIDTH = 72;

/** Bars, one for each name, in a panel of their own, and under them what each comes to. */
export function Chart({ title, data, format = formatNumber }: Props) {
  return (
    <figure className="min-w-0 rounded-card border border-border bg-surface p-5">
      <figcaption className="mb-4 font-semibold">{title}</figcaption>
      {data.length === 0 ? (
        <p className="text-muted">Nothing to show yet.</p>
      ) : (
        <div className="overflow-x-auto">
          <div className="h-64" style={{ minWidth: data.length * NAME_WIDTH }}>
            <ResponsiveContainer>
              <BarChart data={data} margin={{ left: -8, right: 0, top: 4, bottom: 0 }}>
                <CartesianGrid vertical={false} stroke="var(--color-border)" />
                <XAxis dataKey="name" height={20} tickLine={false} axisLine={false} tick={{ fill: "var(--color-muted)", fontSize: 12 }} />
                <YAxis
                  width={44}
                  allowDecimals={data.some(({ value }) => !Number.isInteger(value))}
                  tickLine={false}
                  axisLine={false}
                  tick={{ fill: "var(--color-muted)", fontSize: 12 }}
                  tickFormatter={formatCompact}
                />
                <Tooltip
                  formatter={(value) => [format(Number(value)), title]}
                  cursor={{ fill: "var(--color-text)", opacity: 0.05 }}
                  contentStyle={{ background: "var(--color-surface)", borderColor: "var(--color-border)", borderRadius: 6 }}
                />
                <Bar dataKey="value" fill="var(--color-accent)" radius={[4, 4, 0, 0]} maxBarSize={56} isAnimationActive={false} />
              </BarChart>
            </ResponsiveContainer>
          </div>
        </div>
      )}
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
        {data.map(({ name, value }) => (
          <li key={name}>
            {name} <span className="font-medium text-text tabular-nums">{format(value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
