/** Files of small apps and changes that people ask for, so that the suite of spoilt edits proves something in every clone. */
import type { Case } from "./score.ts";

const TASKS = `import { useState } from 'react';
import { useTable } from '@edgewright/app-kit';
import type { Task } from '../data/tasks';

export function Tasks() {
  const { rows, create, update, remove } = useTable<Task>('tasks');
  const [title, setTitle] = useState('');
  const open = rows.filter((task) => !task.done);

  async function add() {
    if (title.trim() === '') return;

    await create({ title, done: false });
    setTitle('');
  }

  return (
    <section className="space-y-4 p-6">
      <h1 className="text-xl font-semibold">Tasks</h1>
      <p>{open.length} open</p>

      <form onSubmit={add}>
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
        <button type="submit">Add</button>
      </form>

      <ul>
        {rows.map((task) => (
          <li key={task.id}>
            <input type="checkbox" checked={task.done} onChange={() => update(task.id, { done: !task.done })} />
            <span>{task.title}</span>
            <button type="button" onClick={() => remove(task.id)}>Delete</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
`;

const SERVER = `import { Hono } from "hono";
import { z } from "zod";

const Order = z.object({
\tcustomer: z.string().min(1),
\titems: z.array(z.object({ sku: z.string(), count: z.number().int() })),
\tnote: z.string().optional(),
});

export const app = new Hono().basePath("/api");

app.get("/orders", async (c) => {
\tconst orders = await c.env.DATA.list("orders", { sort: "-createdAt" });

\treturn c.json(orders);
});

app.post("/orders", async (c) => {
\tconst parsed = Order.safeParse(await c.req.json());
\tif (!parsed.success) {
\t\treturn c.json({ error: "invalid" }, 400);
\t}

\tconst total = parsed.data.items.reduce((sum, item) => sum + item.count, 0);
\tconst order = await c.env.DATA.create("orders", { ...parsed.data, total });

\treturn c.json(order, 201);
});

app.delete("/orders/:id", async (c) => {
\tawait c.env.DATA.remove("orders", c.req.param("id"));
\treturn c.body(null, 204);
});
`;

const CHART = `import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts"
import { format } from "date-fns"

export type Sale = {
    day: string
    amount: number
    region: "north" | "south"
}

/**
 * Sums the sales of each day.
 */
export function byDay(sales: Sale[]) {
    const days = new Map<string, number>()

    for (const sale of sales) {
        const day = format(new Date(sale.day), "yyyy-MM-dd")
        days.set(day, (days.get(day) ?? 0) + sale.amount)
    }

    return [...days].map(([day, amount]) => ({ day, amount }))
}

export function SalesChart({ sales }: { sales: Sale[] }) {
    const data = byDay(sales)

    if (data.length === 0) {
        return <p className="text-sm">No sales yet</p>
    }

    return (
        <ResponsiveContainer width="100%" height={240}>
            <BarChart data={data}>
                <XAxis dataKey="day" />
                <YAxis />
                <Bar dataKey="amount" fill="#2563eb" />
            </BarChart>
        </ResponsiveContainer>
    )
}
`;

const edit = (search: string, replace: string) => ({ search, replace });

export const OWN_CASES: Case[] = [
  {
    path: "src/views/Tasks.tsx",
    before: TASKS,
    edits: [
      edit(
        "import { useState } from 'react';\nimport { useTable } from '@edgewright/app-kit';\n",
        "import { useState } from 'react';\nimport { useTable, useUser } from '@edgewright/app-kit';\n",
      ),
      edit(
        "  const [title, setTitle] = useState('');\n  const open = rows.filter((task) => !task.done);\n",
        "  const [title, setTitle] = useState('');\n  const [filter, setFilter] = useState('all');\n  const open = rows.filter((task) => !task.done);\n",
      ),
      edit(
        "    await create({ title, done: false });\n    setTitle('');\n",
        "    try {\n      await create({ title, done: false, priority: 'normal' });\n    } catch {\n      return;\n    }\n    setTitle('');\n",
      ),
      edit(
        "    if (title.trim() === '') return;\n\n    await create({ title, done: false });",
        "    const text = title.trim();\n    if (text === '') return;\n\n    await create({ title: text, done: false });",
      ),
      edit(
        '      <h1 className="text-xl font-semibold">Tasks</h1>\n      <p>{open.length} open</p>',
        '      <h1 className="text-2xl font-semibold">My tasks</h1>\n      <p>{open.length} open</p>',
      ),
      edit(
        '        <button type="submit">Add</button>\n      </form>\n',
        "        <button type=\"submit\" disabled={title === ''}>Add</button>\n      </form>\n",
      ),
      edit(
        '          <li key={task.id}>\n            <input type="checkbox" checked={task.done} onChange={() => update(task.id, { done: !task.done })} />\n            <span>{task.title}</span>\n',
        '          <li key={task.id} className="flex gap-2">\n            <input type="checkbox" checked={task.done} onChange={() => update(task.id, { done: !task.done })} />\n            <span>{task.title}</span>\n            {task.due && (\n              <time>{task.due}</time>\n            )}\n',
      ),
      edit(
        '            <span>{task.title}</span>\n            <button type="button" onClick={() => remove(task.id)}>Delete</button>\n',
        "            <span>{task.title}</span>\n",
      ),
    ],
  },
  {
    path: "server/index.ts",
    before: SERVER,
    edits: [
      edit("const Order = z.object({\n\tcustomer: z.string().min(1),", "const Order = z.object({\n\tcustomer: z.string().min(1).max(200),"),
      edit(
        "\tnote: z.string().optional(),\n});\n",
        "\tnote: z.string().optional(),\n\turgent: z.boolean().default(false),\n});\n\nconst PAGE = 50;\n",
      ),
      edit(
        '\tconst orders = await c.env.DATA.list("orders", { sort: "-createdAt" });\n\n\treturn c.json(orders);\n',
        '\tconst orders = await c.env.DATA.list("orders", { sort: "-createdAt", limit: PAGE });\n\n\treturn c.json({ orders, limit: PAGE });\n',
      ),
      edit(
        '\tif (!parsed.success) {\n\t\treturn c.json({ error: "invalid" }, 400);\n\t}\n',
        '\tif (!parsed.success) {\n\t\tconst [issue] = parsed.error.issues;\n\n\t\treturn c.json({ error: "invalid", path: issue?.path }, 422);\n\t}\n',
      ),
      edit(
        "\tconst total = parsed.data.items.reduce((sum, item) => sum + item.count, 0);\n",
        '\tconst total = parsed.data.items.reduce((sum, item) => sum + item.count, 0);\n\tif (total > 1000) {\n\t\treturn c.json({ error: "too many" }, 422);\n\t}\n',
      ),
      edit(
        '\treturn c.json(order, 201);\n});\n\napp.delete("/orders/:id", async (c) => {\n',
        '\treturn c.json(order, 201);\n});\n\napp.get("/orders/:id", async (c) => {\n\treturn c.json(await c.env.DATA.get("orders", c.req.param("id")));\n});\n\napp.delete("/orders/:id", async (c) => {\n',
      ),
      edit(
        '\tawait c.env.DATA.remove("orders", c.req.param("id"));\n',
        '\tconst id = c.req.param("id");\n\tawait c.env.DATA.remove("orders", id);\n',
      ),
    ],
  },
  {
    path: "src/components/sales-chart.tsx",
    before: CHART,
    edits: [
      edit(
        'import { format } from "date-fns"\n\nexport type Sale = {\n    day: string\n',
        'import { format, parseISO } from "date-fns"\n\nexport type Sale = {\n    id: string\n    day: string\n',
      ),
      edit('    amount: number\n    region: "north" | "south"\n', '    amount: number\n    region: "north" | "south" | "west"\n'),
      edit(" * Sums the sales of each day.\n */\n", " * Sums the sales of each day, the oldest first.\n */\n"),
      edit(
        '        const day = format(new Date(sale.day), "yyyy-MM-dd")\n        days.set(day, (days.get(day) ?? 0) + sale.amount)\n    }\n',
        '        if (sale.amount < 0) {\n            continue\n        }\n        const day = format(new Date(sale.day), "yyyy-MM-dd")\n        days.set(day, (days.get(day) ?? 0) + sale.amount)\n    }\n',
      ),
      edit(
        "    return [...days].map(([day, amount]) => ({ day, amount }))\n",
        "    return [...days].map(([day, amount]) => ({ day, amount })).sort((a, b) => a.day.localeCompare(b.day))\n",
      ),
      edit(
        "    const data = byDay(sales)\n\n    if (data.length === 0) {",
        "    const data = useMemo(() => byDay(sales), [sales])\n\n    if (data.length === 0) {",
      ),
      edit(
        '        return <p className="text-sm">No sales yet</p>\n    }\n',
        '        return (\n            <div className="rounded border p-4">\n                <p className="text-sm">No sales yet</p>\n            </div>\n        )\n    }\n',
      ),
      edit(
        '                <XAxis dataKey="day" />\n                <YAxis />\n                <Bar dataKey="amount" fill="#2563eb" />\n',
        '                <XAxis dataKey="day" />\n                <YAxis width={40} />\n                <Tooltip />\n                <Bar dataKey="amount" fill="#16a34a" />\n',
      ),
      edit(
        '        <ResponsiveContainer width="100%" height={240}>\n            <BarChart data={data}>',
        '        <ResponsiveContainer width="100%" height={320}>\n            <BarChart data={data} margin={{ top: 8 }}>',
      ),
      edit(
        "export function SalesChart({ sales }: { sales: Sale[] }) {\n",
        "export function SalesChart({ sales, title }: { sales: Sale[]; title: string }) {\n",
      ),
    ],
  },
];
