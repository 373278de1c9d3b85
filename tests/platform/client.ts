/** A person's way through the HTTP API, as the journey, the fault tests and the benchmark take it. Talks to a running platform. */
import { request } from "node:http";
import {
  type AnswerJob,
  CreatedInvites,
  CreatedProject,
  DataSchema,
  EventPage,
  type FileMap,
  Me,
  ModelSettings,
  Organization,
  PreviewLink,
  Project,
  type Role,
  RowPage,
  SAMPLE_ID,
  type SavedVersion,
  SentMessage,
  ShareLink,
  type StreamEvent,
  StreamFrame,
  VersionPage,
} from "@edgewright/contracts";
import { PATIENCE_MS } from "./patience.ts";

export type Person = { url: string; cookie: string };

const headers = (person: Person) => ({ cookie: person.cookie, origin: person.url, "content-type": "application/json" });

/**
 * A request on a connection of its own. workerd closes a connection that rests, and whoever keeps one may use it again at that
 * very moment: "other side closed", as seen in a crowd.
 */
export const fetchAlone = (url: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { ...init.headers, connection: "close" } });

async function call(person: Person, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetchAlone(person.url + path, {
    method,
    headers: headers(person),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status}: ${text.slice(0, 500)}`);
  return text === "" ? null : JSON.parse(text);
}

/** Signs a new person up; their personal organization comes with it. */
export async function signUp(url: string, name = "Ada Byron"): Promise<Person> {
  const email = `${crypto.randomUUID()}@example.test`;
  const response = await fetchAlone(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ name, email, password: "correct horse battery" }),
  });
  if (!response.ok) throw new Error(`sign-up → ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { url, cookie };
}

export const me = async (person: Person) => Me.parse(await call(person, "GET", "/api/me"));

/** Makes an organization, in which the person then works; resolves with its id. */
export async function foundOrganization(person: Person, name: string): Promise<string> {
  const { id } = Organization.parse(await call(person, "POST", "/api/orgs", { name }));
  await call(person, "POST", `/api/orgs/${id}/switch`);
  return id;
}

/** A new person, who is invited by a link to the organization that `person` works in, and works in it too. */
export async function joinByLink(person: Person, role: Role, name: string): Promise<Person> {
  const { organization } = await me(person);
  const created = CreatedInvites.parse(await call(person, "POST", `/api/orgs/${organization.id}/invites`, { by: "link", role }));
  const secret = new URL(created.items[0]?.link ?? "").searchParams.get("secret");
  const joined = await signUp(person.url, name);
  await call(joined, "POST", "/api/invites/accept", { secret });
  await call(joined, "POST", `/api/orgs/${organization.id}/switch`);
  return joined;
}

export const modelSettings = async (person: Person) => {
  const { organization } = await me(person);
  return ModelSettings.parse(await call(person, "GET", `/api/orgs/${organization.id}/models`));
};

export const createProject = async (person: Person, prompt?: string, model?: string) =>
  CreatedProject.parse(await call(person, "POST", "/api/projects", { prompt, model }));

export const getProject = async (person: Person, id: string) => Project.parse(await call(person, "GET", `/api/projects/${id}`));

export const send = async (person: Person, sessionId: string, text: string, model?: string) =>
  SentMessage.parse(await call(person, "POST", `/api/sessions/${sessionId}/messages`, { text, model }));

/** Gives a waiting job what it waits for. */
export const answer = (person: Person, sessionId: string, given: AnswerJob) =>
  call(person, "POST", `/api/sessions/${sessionId}/answers`, given);

export const versions = async (person: Person, project: string) =>
  VersionPage.parse(await call(person, "GET", `/api/projects/${project}/versions`)).items;

export const saveVersion = async (person: Person, project: string, parent: number, changes: FileMap) =>
  (await call(person, "POST", `/api/projects/${project}/versions`, {
    parent,
    changes: Object.entries(changes).map(([path, text]) => ({ path, text })),
  })) as SavedVersion;

/** Deletes the sample rows that a new app begins with. */
export async function clearSamples(person: Person, project: string): Promise<void> {
  const data = `/api/projects/${project}/data`;
  const { schema } = DataSchema.parse(await call(person, "GET", `${data}/schema`));
  const query = encodeURIComponent(JSON.stringify({ filters: [{ column: "id", op: "startsWith", value: SAMPLE_ID }], limit: 1000 }));
  // A table's rows are gone before those that they refer to.
  const left = [...schema.tables];
  while (left.length > 0) {
    const at = left.findIndex(({ name }) => left.every((other) => other.name === name || other.columns.every(({ ref }) => ref !== name)));
    const [table] = left.splice(Math.max(at, 0), 1);
    const { rows } = RowPage.parse(await call(person, "GET", `${data}/tables/${table?.name}/rows?q=${query}`));
    for (const { id } of rows) await call(person, "DELETE", `${data}/tables/${table?.name}/rows/${id}`);
  }
}

/** All events of a session after `after`, in order. */
export async function events(person: Person, sessionId: string, after = 0): Promise<StreamEvent[]> {
  const all: StreamEvent[] = [];
  for (;;) {
    const { events: page, seq } = EventPage.parse(
      await call(person, "GET", `/api/sessions/${sessionId}/events?after=${all.at(-1)?.seq ?? after}`),
    );
    all.push(...page);
    if (page.length === 0 || (all.at(-1)?.seq ?? 0) >= seq) return all;
  }
}

/** Follows a session's stream over server-sent events from after `after`, until its connection is lost or `signal` ends it. */
export async function* follow(person: Person, sessionId: string, after: number, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  const response = await fetchAlone(`${person.url}/api/sessions/${sessionId}/stream`, {
    headers: { ...headers(person), "last-event-id": String(after) },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`stream → ${response.status}`);
  let text = "";
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + piece).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = block.split("\n").find((line) => line.startsWith("data: "));
      const frame = data === undefined ? null : StreamFrame.parse(JSON.parse(data.slice(6)));
      if (frame?.kind === "event") yield frame.event;
    }
  }
}

/** The answer to any request, whatever its status. */
export const ask = (person: Person, method: string, path: string, body?: unknown): Promise<Response> =>
  fetchAlone(person.url + path, {
    method,
    headers: headers(person),
    redirect: "manual",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const ENDINGS = new Set(["job.done", "job.failed", "job.cancelled"]);

/** Waits until the job has ended; resolves with the session's events. */
export async function jobEnd(person: Person, sessionId: string, jobId: string, timeoutMs = PATIENCE_MS): Promise<StreamEvent[]> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await events(person, sessionId);
    if (seen.some((event) => event.jobId === jobId && ENDINGS.has(event.type))) return seen;
    if (Date.now() > deadline) throw new Error(`Job ${jobId} did not end in ${timeoutMs} ms; last: ${seen.at(-1)?.type}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const openPreview = async (person: Person, project: string, channel = "current") =>
  PreviewLink.parse(await call(person, "POST", `/api/projects/${project}/previews`, { channel }));

/** An address with which anyone may open an app of visibility `link`. */
export const shareLink = async (person: Person, project: string) =>
  ShareLink.parse(await call(person, "POST", `/api/projects/${project}/previews/share`)).url;

export type PreviewResponse = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request to a preview host. libc does not resolve `*.localhost`, so it connects to loopback and names the host itself. */
export function previewRequest(url: string, init: { method?: string; cookie?: string; body?: unknown } = {}): Promise<PreviewResponse> {
  const { host, hostname, port, pathname, search, origin } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: hostname.endsWith("localhost") ? "127.0.0.1" : hostname,
        port,
        path: pathname + search,
        method: init.method ?? "GET",
        headers: {
          host,
          origin,
          ...(init.cookie ? { cookie: init.cookie } : {}),
          ...(init.body ? { "content-type": "application/json" } : {}),
        },
      },
      (response) => {
        let body = "";
        response.on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(init.body === undefined ? undefined : JSON.stringify(init.body));
  });
}

/** Follows the hand-over to a preview; resolves with its origin and the cookie it set. */
export async function enterPreview(person: Person, project: string, channel = "current"): Promise<{ origin: string; cookie: string }> {
  const link = await openPreview(person, project, channel);
  const response = await previewRequest(link.url);
  const cookie = [response.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ");
  if (!cookie) throw new Error(`The preview set no cookie: ${response.status} ${response.body.slice(0, 200)}`);
  return { origin: link.origin, cookie };
}
