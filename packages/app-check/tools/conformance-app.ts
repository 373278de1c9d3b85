/** An app that uses the catalogue the way people do, in more ways than the generated apps: material of the conformance suite. */
import type { FileMap } from "@edgewright/contracts";

export const CATALOGUE_APP: FileMap = {
  "src/schemas.ts": `import { z } from "zod";

export const Address = z.object({ street: z.string().min(1), zip: z.string().regex(/^\\d{5}$/).optional() });
export const Person = z.object({
  name: z.string().trim().max(80),
  age: z.coerce.number().int().positive().nullable(),
  email: z.email(),
  tags: z.array(z.enum(["new", "vip"])).default([]),
  address: Address.partial(),
  kind: z.literal("person"),
});
export const Company = z.object({ kind: z.literal("company"), title: z.string(), since: z.iso.date().or(z.null()) });
export const Party = z.discriminatedUnion("kind", [Person, Company]);
export type Party = z.infer<typeof Party>;
export type PersonInput = z.input<typeof Person>;

export const total = z.object({ price: z.number() }).transform(({ price }) => price * 2);
export const sum: number = total.parse({ price: 2 });
export const labels = z.record(z.string(), z.number()).refine((value) => Object.keys(value).length > 0, "Add one");

export function problems(value: unknown): string[] {
  const parsed = Party.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join(".") + ": " + issue.message);
}
`,
  "server/index.ts": `import { Hono } from "hono";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";

type Variables = { user: string };
const Body = z.object({ title: z.string() });

const app = new Hono<{ Variables: Variables }>();
app.use("/api/*", cors());
app.use(async (context, next) => {
  context.set("user", context.req.header("x-user") ?? "nobody");
  await next();
});
app.get("/api/tasks/:id", (context) => context.json({ id: context.req.param("id"), by: context.get("user") }));
app.get("/api/search", (context) => context.text(context.req.query("q") ?? "", 200));
app.post("/api/tasks", async (context) => {
  const body = Body.safeParse(await context.req.json());
  if (!body.success) throw new HTTPException(400, { message: "Name it" });
  return context.json(body.data, 201);
});
app.onError((error, context) => context.json({ message: error.message }, 500));

export default app;
`,
  "src/browser.ts": `const request = indexedDB.open("notes");
request.onsuccess = (event) => event.target;
export const observer = new PerformanceObserver((list) => list.getEntries());
navigator.serviceWorker.addEventListener("message", (event) => event.data);
const channel = new BroadcastChannel("notes");
channel.onmessage = ({ data }) => console.log(data);
void navigator.locks.request("notes", async (lock) => lock?.name);
`,
  "src/main.tsx": `import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App";

createRoot(document.getElementById("root")!).render(
  <BrowserRouter>
    <App />
  </BrowserRouter>,
);
`,
  "src/App.tsx": `import { type Row, useTable, useUser } from "@edgewright/app-kit";
import { cva } from "class-variance-authority";
import { clsx } from "clsx";
import { addDays, differenceInDays, format, isBefore, parseISO, startOfMonth } from "date-fns";
import { Check, type LucideIcon, Plus, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useReducer, useRef, useState } from "react";
import { Link, Navigate, NavLink, Route, Routes, useNavigate, useParams, useSearchParams } from "react-router";
import { Bar, BarChart, CartesianGrid, Cell, Line, LineChart, Pie, PieChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { twMerge } from "tailwind-merge";
import { problems } from "./schemas";

type Task = { title: string; due: string | null; done: boolean };
const button = cva("rounded", { variants: { tone: { plain: "border", strong: "bg-black" } }, defaultVariants: { tone: "plain" } });

function Icon({ of: Shape, size = 16 }: { of: LucideIcon; size?: number }) {
  return <Shape size={size} strokeWidth={1.5} aria-hidden />;
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={twMerge("p-2", clsx({ "p-4": title.length > 10 }))}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function List() {
  const { rows, total, status, create, update, remove } = useTable<Task>("tasks", { sort: [{ column: "due", direction: "desc" }] });
  const [params, setParams] = useSearchParams();
  const [title, setTitle] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const late = useMemo(() => rows.filter((row) => row.due !== null && isBefore(parseISO(row.due), new Date())), [rows]);
  useEffect(() => input.current?.focus(), []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const row: Row<Task> = await create({ title, due: format(addDays(new Date(), 7), "yyyy-MM-dd"), done: false });
    navigate(\`/tasks/\${row.id}\`);
  };
  return (
    <Card title={\`Tasks (\${total})\`}>
      <form onSubmit={submit}>
        <input ref={input} value={title} onChange={(event) => setTitle(event.target.value)} aria-label="Title" />
        <button type="submit" className={button({ tone: "strong" })} disabled={status !== "ready"}>
          <Icon of={Plus} /> Add
        </button>
      </form>
      <p>{late.length} late, {params.get("q") ?? "all"}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => update(row.id, { done: !row.done })}>
              <Icon of={Check} size={14} />
            </button>
            <Link to={\`/tasks/\${row.id}\`}>{row.title}</Link>
            <button type="button" onClick={() => void remove(row.id)}>
              <Icon of={Trash2} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setParams({ q: "mine" })}>Mine</button>
    </Card>
  );
}

const COLOURS = ["#333", "#999"];
type Step = { type: "more"; by: number } | { type: "none" };

function Figures() {
  const [count, dispatch] = useReducer((value: number, step: Step) => (step.type === "more" ? value + step.by : 0), 0);
  const data = [{ name: format(startOfMonth(new Date()), "MMM"), value: differenceInDays(new Date(), new Date(0)) }];
  return (
    <Card title="Figures">
      <ResponsiveContainer width="100%" height={200}>
        <BarChart data={data} margin={{ top: 8 }}>
          <CartesianGrid vertical={false} />
          <XAxis dataKey="name" tickLine={false} />
          <YAxis width={40} />
          <Tooltip />
          <Bar dataKey="value" radius={[4, 4, 0, 0]} fill="var(--color-accent)" />
        </BarChart>
      </ResponsiveContainer>
      <LineChart width={200} height={100} data={data}>
        <Line type="monotone" dataKey="value" dot={false} />
      </LineChart>
      <PieChart width={100} height={100}>
        <Pie data={data} dataKey="value" nameKey="name" innerRadius={20}>
          {data.map((entry, index) => (
            <Cell key={entry.name} fill={COLOURS[index]} />
          ))}
        </Pie>
      </PieChart>
      <button type="button" onClick={() => dispatch({ type: "more", by: 2 })}>{count}</button>
    </Card>
  );
}

function Detail() {
  const { id } = useParams();
  return <p>{id} {problems({ id }).join(", ")}</p>;
}

export function App() {
  const user = useUser();
  return (
    <>
      <NavLink to="/" className={({ isActive }) => (isActive ? "font-bold" : undefined)} end>{user?.name ?? "Visitor"}</NavLink>
      <Routes>
        <Route path="/" element={<List />} />
        <Route path="/figures" element={<Figures />} />
        <Route path="/tasks/:id" element={<Detail />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </>
  );
}
`,
};
