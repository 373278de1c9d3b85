/** The page `/api/docs`, rendered from the OpenAPI document. It needs no script and nothing from elsewhere. */
import { html, raw } from "hono/html";
import type { ApiDocument } from "./openapi.ts";
import { type Schema, shapeOf } from "./shape.ts";
import { STYLE } from "./style.ts";

type Content = Record<string, { schema?: Schema }>;
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema };
type Described = {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
type Entry = { method: string; path: string; operation: Described };

const METHODS = ["get", "post", "put", "patch", "delete"];
const OTHER = "Other";

export function docsPage(document: ApiDocument): Response {
  const nonce = crypto.randomUUID();
  const entries = entriesOf(document);
  const tags = [...new Set(entries.map(tagOf))];
  const { title, version, description = "" } = document.info;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${raw(STYLE)}</style>
</head>
<body>
<nav aria-label="Resources"><a class="home" href="/">Edgewright</a>${tags.map((tag) => html`<a href="#${idOf(tag)}">${tag}</a>`)}</nav>
<main>
<h1>${title} <small>${version}</small></h1>
${description.split("\n").map((line) => html`<p>${ticked(line)}</p>`)}
<p>Sign in with an API token of the settings: <code>curl -H "Authorization: Bearer ew_&hellip;" ${"https://…"}/api/me</code>. The same as a file: <a href="/api/openapi.json">openapi.json</a>.</p>
${tags.map(
  (tag) => html`<section id="${idOf(tag)}"><h2>${tag}</h2>${entries.filter((entry) => tagOf(entry) === tag).map(entryOf)}</section>`,
)}
</main>
</body>
</html>`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
  return new Response(String(page), { headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy } });
}

// The document is the generator's, whose types leave open what each route's own schema says.
const entriesOf = ({ paths = {} }: ApiDocument): Entry[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Record<string, Described | undefined>)[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );

const tagOf = ({ operation }: Entry): string => operation.tags?.[0] ?? OTHER;
const idOf = (tag: string) => tag.toLowerCase().replaceAll(/\W+/g, "-");

/** Text with `code` in ticks. */
const ticked = (text: string) => text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

function entryOf({ method, path, operation }: Entry) {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  return html`<details id="${idOf(`${method} ${path}`)}">
<summary><b class="${method.toLowerCase()}">${method}</b> <code>${path}</code> <span>${summary ?? ""}</span></summary>
${description ? html`<p>${ticked(description)}</p>` : ""}
${parameters.length > 0 ? html`<h3>Parameters</h3><dl>${parameters.map(parameterOf)}</dl>` : ""}
${requestBody ? html`<h3>Body</h3>${contentOf(requestBody.content)}` : ""}
${Object.entries(responses).map(
  ([status, answer]) =>
    html`<h3>${status === "default" ? "Error" : status} <small>${answer.description}</small></h3>${contentOf(answer.content ?? {})}`,
)}
</details>`;
}

const parameterOf = ({ name, in: where, required, description, schema }: Parameter) =>
  html`<dt><code>${name}</code> <small>${where}${required ? "" : ", optional"}</small></dt><dd>${schema ? html`<code>${shapeOf(schema)}</code> ` : ""}${description ?? ""}</dd>`;

const contentOf = (content: Content) =>
  Object.entries(content).map(
    ([media, { schema }]) => html`<p><small>${media}</small></p>${schema ? html`<pre>${shapeOf(schema)}</pre>` : ""}`,
  );
