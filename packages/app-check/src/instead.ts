/** Packages that apps are written with elsewhere, and what the catalogue or the platform has in their place; the same for parts of the catalogue's packages. Told where one is imported. */
import { isAvailable, type Side, wholeOf } from "@edgewright/app-build";

const NO_FILES = 'there is no file system: keep data in tables (useTable) and text in the app\'s own files (import text from "./file?raw")';
const STATE = "use useState, useReducer or a context, and useTable for what is kept";
const ICONS = "use lucide-react";
const DATES = "use date-fns";
const STYLES = "use Tailwind classes, or a CSS module";
const CHARTS = "use recharts";
const COMPONENTS = "write the component with Tailwind classes";
const SERVER = "write routes with hono in server/index.ts";

/** By package, or by a whole scope. */
const INSTEAD: Record<string, string> = {
  ...all("fs path os fs-extra glob", NO_FILES),
  ...all("crypto uuid nanoid crypto-js", "use the global crypto: crypto.randomUUID(), crypto.subtle"),
  ...all("http https net axios node-fetch cross-fetch got ky superagent", "use fetch"),
  ...all(
    "buffer stream util events url querystring assert timers process",
    "use what browsers have: Uint8Array, ReadableStream, EventTarget, URL",
  ),
  ...all("child_process worker_threads cluster", "there are no processes: call the app's server by fetch"),
  ...all("react-router-dom @remix-run/react wouter @tanstack/react-router", "use react-router, which has the same components"),
  ...all("next vue svelte preact solid-js @angular jquery", "use react"),
  ...all("moment dayjs luxon @js-temporal/polyfill", DATES),
  ...all("redux react-redux @reduxjs/toolkit zustand jotai recoil mobx valtio", STATE),
  ...all("@tanstack/react-query swr react-query @apollo/client", "use useTable and useRow, which stay up to date, or fetch in an effect"),
  ...all("react-hook-form formik final-form @hookform/resolvers", "keep the fields in useState and check them with zod"),
  ...all("yup joi ajv valibot superstruct io-ts", "use zod"),
  ...all("react-icons @heroicons @tabler @fortawesome @radix-ui/react-icons", ICONS),
  ...all("styled-components @emotion sass @stitches", STYLES),
  ...all("chart.js react-chartjs-2 d3 victory @nivo echarts highcharts", CHARTS),
  ...all("classnames", "use clsx"),
  ...all("lodash lodash-es underscore ramda", "write it with the methods of arrays and objects"),
  ...all("framer-motion motion react-spring @react-spring gsap", "use Tailwind's transitions and animations"),
  ...all("@mui antd @chakra-ui @mantine @radix-ui react-bootstrap @headlessui sonner react-hot-toast react-toastify", COMPONENTS),
  ...all("express fastify koa @hapi", SERVER),
  ...all(
    "@prisma drizzle-orm mongoose pg mysql2 sqlite3 better-sqlite3 knex typeorm firebase @supabase",
    "keep data in the app's tables: data/schema.json and useTable",
  ),
  ...all("dotenv", "keep settings in a file of the app, or in a table"),
  ...all("prop-types", "say the props' types in TypeScript"),
  ...all("jest vitest @testing-library mocha chai", "tests are not run inside an app: take the file out"),
};

function all(names: string, instead: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, instead]));
}

/** Parts of the catalogue's packages for which another part, or the package itself, is no answer. */
const PARTS: Record<string, string> = {
  ...all("react-dom/server react-dom/static", 'render in the browser: createRoot from "react-dom/client"'),
  ...all("react-dom/test-utils", "tests are not run inside an app: take the file out"),
  ...all("lucide-react/dynamic lucide-react/dynamicIconImports", 'look the icon up by its name: import { icons } from "lucide-react"'),
  ...all("date-fns/fp", 'import the function from "date-fns" and call it with the date first'),
  ...all("hono", "use a part that is there, or write it yourself: app.use(async (context, next) => { … await next(); })"),
};
/** For the browser. */
const SERVED: Record<string, string> = {
  "hono/client": 'call the app\'s server by fetch("/api/…")',
  hono: SERVER,
};

/** What to do instead of importing `specifier`; null where the list of packages is the best answer. */
export function insteadOf(specifier: string, side: Side): string | null {
  if (isAvailable(specifier, side)) return null;
  const [first = "", second = ""] = specifier.replace(/^node:/, "").split("/");
  const tables = side === "browser" ? [SERVED, PARTS, INSTEAD] : [PARTS, INSTEAD];
  const told = tables.flatMap((table) =>
    [`${first}/${second}`, first].flatMap((name) => (Object.hasOwn(table, name) ? (table[name] ?? []) : [])),
  )[0];
  const whole = wholeOf(specifier, side);
  return told ?? (whole === undefined ? null : `import what you need from "${whole}"`);
}
