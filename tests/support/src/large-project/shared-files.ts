/** What all parts of the large project stand on: components, functions, the shell, the server and the schema. */
import type { FileMap } from "@edgewright/contracts";
import { capital, ENTITIES, plural, spaced } from "./entities.ts";

const component = (name: string, props: string, body: string) => `import type { ReactNode } from "react";
import { cn } from "../lib/cn";

type Props = { ${props} };

export function ${name}(props: Props) {
  return <div className={cn("block", "text-sm")}>${body}</div>;
}
`;

const COMPONENTS: Record<string, [props: string, body: string]> = {
  Button: ["onClick?: () => void; type?: string; variant?: string; children: ReactNode", "{props.children}"],
  Input: ['"aria-label": string; value: string; onChange: (event: { target: { value: string } }) => void', "{props.value}"],
  DataTable: ["rows: readonly unknown[]; columns: unknown[]; compact: boolean; onOpen: (row: never) => void", "{props.rows.length}"],
  EmptyState: ["title: string; children?: ReactNode", "{props.title}"],
  Details: ["items: { label: string; value: string }[]", "{props.items.length}"],
  Dialog: ["title: string; onClose: () => void; children: ReactNode", "{props.children}"],
  Field: ["label: string; value: unknown; onChange: (value: never) => void", "{props.label}"],
  DatePicker: ["label: string; value: string; onChange: (value: string) => void; weekStartsOn?: 0 | 1", "{props.value}"],
  CommandPalette: ["commands: { label: string; run: () => void }[]", "{props.commands.length}"],
  Sidebar: ["collapsed: boolean; onToggle: () => void", "{String(props.collapsed)}"],
  Toast: ['tone: "good" | "bad"; text: string', "{props.text}"],
  PrintLayout: ["title: string; children: ReactNode", "{props.children}"],
};

const LIBRARY: FileMap = {
  "src/lib/cn.ts": 'export const cn = (...names: (string | false)[]): string => names.filter(Boolean).join(" ");\n',
  "src/lib/numbers.ts":
    "export const sumBy = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);\n",
  "src/lib/search.ts":
    "/** Upper and lower case alike. */\nexport function matchesSearch(row: object, search: string): boolean {\n  return JSON.stringify(row).toLowerCase().includes(search.toLowerCase());\n}\n",
  "src/lib/format.ts": `/** How values of rows are shown. */
export const CURRENCY = "EUR";

export function formatField(value: string | number | boolean): string {
  if (typeof value === "number") return formatMoney(value);
  return typeof value === "boolean" ? (value ? "Yes" : "No") : value;
}

export function formatMoney(amount: number, currency: string = CURRENCY): string {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(amount);
}
`,
  "src/lib/overdue.ts": `import type { Invoice } from "../features/invoices/types";

/** Not paid, and its due date has passed. */
export function isOverdue(invoice: Pick<Invoice, "dueDate" | "paid">, now: Date): boolean {
  return !invoice.paid && new Date(invoice.dueDate) < now;
}
`,
  "src/lib/theme.ts": `export type Theme = "light" | "dark";

/** Kept in the browser's storage, and taken from the system at first. */
export function currentTheme(): Theme {
  return localStorage.getItem("theme") === "dark" ? "dark" : "light";
}
`,
};

const imports = ENTITIES.map(({ name }) => `import { ${capital(name)}List } from "./features/${plural(name)}/${capital(name)}List";`);
const screens = ENTITIES.map(
  ({ name }) => `  { path: "/${plural(name)}", title: "${capital(plural(spaced(name)))}", element: ${capital(name)}List },`,
);

const APP = `${imports.join("\n")}
import { CommandPalette } from "./components/CommandPalette";
import { Sidebar } from "./components/Sidebar";

export const screens = [
${screens.join("\n")}
];

export function App() {
  return (
    <>
      <Sidebar collapsed={false} onToggle={() => {}} />
      <CommandPalette commands={[]} />
    </>
  );
}
`;

const SERVER = `import { Hono } from "hono";
${ENTITIES.map(({ name }) => `import { ${name}Routes } from "./${name}Routes";`).join("\n")}

const app = new Hono().basePath("/api");
${ENTITIES.map(({ name }) => `app.route("/", ${name}Routes);`).join("\n")}
app.get("/health", (context) => context.json({ ok: true }));

export default app;
`;

const AUTH = `import type { MiddlewareHandler } from "hono";

export type Role = "admin" | "editor" | "viewer";

/** Refuses whoever has less than \`role\`. */
export const requireRole = (role: Role): MiddlewareHandler => async (_context, next) => {
  if (role === "admin") throw new Error("not yet");
  await next();
};
`;

const tables = ENTITIES.map(({ name, fields }) => ({
  name: plural(name),
  label: capital(plural(spaced(name))),
  columns: fields.map((field) => ({ name: field, label: capital(spaced(field)), type: "text" })),
}));

export const sharedFiles = (): FileMap => ({
  "app.json": '{ "name": "Operations" }\n',
  "AGENTS.md": "# Operations\n\n- Amounts are in euros.\n- Every list has a search.\n",
  "index.html": "<!doctype html><title>Operations</title><div id=root></div>\n",
  "data/schema.json": `${JSON.stringify({ tables }, null, 2)}\n`,
  "src/main.tsx": 'import { App } from "./App";\nimport "./styles.css";\n\nexport const root = <App />;\n',
  "src/styles.css": '@import "tailwindcss";\n',
  "src/App.tsx": APP,
  "server/index.ts": SERVER,
  "server/auth.ts": AUTH,
  ...LIBRARY,
  ...Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, [props, body]]) => [`src/components/${name}.tsx`, component(name, props, body)]),
  ),
});
