/** The 49-file application that the benchmark builds, both here and with its peers; laid out as an app of the platform. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileMap } from "@edgewright/contracts";

const LAB = join(import.meta.dirname, "../../shared/lab/app");

export const labAppPath = (files: 49 | 67) => join(LAB, `files-${files}.json`);
export const hasLabApp = () => existsSync(labAppPath(49));

const INDEX = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Acme Ops</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>
`;

/** The browser side of the lab's app. Its server is left out: no figure of the browser depends on it. */
export function labApp(size: 49 | 67 = 49): FileMap {
  const lab = JSON.parse(readFileSync(labAppPath(size), "utf8")) as FileMap;
  const browserSide = Object.entries(lab).filter(([path]) => path.startsWith("src/client/") || path.startsWith("src/shared/"));
  return {
    ...Object.fromEntries(browserSide),
    "index.html": INDEX,
    "src/main.tsx": 'import "./client/main";\n',
    "src/styles.css": lab["src/client/styles.css"] ?? "",
    "app.json": '{ "name": "Acme Ops" }\n',
    "data/schema.json": '{ "tables": [] }\n',
  };
}

/** The file that each timed edit changes, and how: a new heading and a class never seen before, so that styles are rebuilt too. */
export const EDITED = "src/client/pages/Dashboard.tsx";
export const headingAfter = (edit: number) => `Could not load the dashboard, try ${edit}`;
export const edited = (source: string, edit: number): string =>
  source
    .replace('title="Could not load the dashboard"', () => `title="${headingAfter(edit)}"`)
    .replace('<div className="space-y-6">', () => `<div className="space-y-6 mt-[${edit}px]">`);
