/** Every kind of connection × every kind of change: whoever has lost what a connection was opened under hears nothing more, and is told why. */

import { applyD1Migrations, evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { followAccessChanges } from "@edgewright/accounts";
import { r2Blobs } from "@edgewright/adapters";
import {
  ACCESS_CLOSE,
  type AccessEnd,
  DATA_SCOPE_HEADER,
  GRANT_HEADER,
  type Grant,
  type LiveRpc,
  type ProjectDataRpc,
  type SessionStreamRpc,
  StreamFrame,
} from "@edgewright/contracts";
import { newId } from "@edgewright/core";
import { createRepositories, schema } from "@edgewright/db";
import { createVersionStore } from "@edgewright/storage";
import { accessWorld } from "@edgewright/testing/access-world";
import { must } from "@edgewright/testing/must";
import { writer } from "@edgewright/testing/row-writer";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { following } from "./services.ts";

type World = Awaited<ReturnType<typeof accessWorld>>;
/** Somebody connected: what they have heard, and why it ended. */
type Watcher = { heard: string[]; ended: Promise<AccessEnd> };
type Kind = {
  join(world: World, grant: Grant): Promise<Watcher>;
  /** Sends `text` to whoever is connected. */
  say(world: World, text: string): Promise<unknown>;
  stub(world: World): DurableObjectStub;
};

beforeAll(() => applyD1Migrations(env.DB, env.MIGRATIONS));

const END_BY_CODE = new Map(Object.entries(ACCESS_CLOSE).map(([end, code]) => [code, end as AccessEnd]));
const at = <T>(namespace: DurableObjectNamespace, name: string) =>
  namespace.get(namespace.idFromName(name)) as unknown as T & Fetcher & DurableObjectStub;
const streamOf = ({ projectId }: World) => at<SessionStreamRpc>(env.SESSION_STREAM as DurableObjectNamespace, `ses of ${projectId}`);
const dataOf = ({ projectId }: World) => at<ProjectDataRpc>(env.PROJECT_DATA as DurableObjectNamespace, `${projectId}:preview`);
const workspaceOf = ({ projectId }: World) => env.WORKSPACE.get(env.WORKSPACE.idFromName(projectId));

function watch(response: Response): Watcher {
  const socket = response.webSocket;
  if (!socket) throw new Error(`No socket: ${response.status}`);
  const heard: string[] = [];
  socket.addEventListener("message", ({ data }) => void heard.push(String(data)));
  const ended = new Promise<AccessEnd>((resolve, reject) =>
    socket.addEventListener("close", ({ code }) => {
      const end = END_BY_CODE.get(code);
      if (end) resolve(end);
      else reject(new Error(`Closed with ${code}`));
    }),
  );
  socket.accept();
  return { heard, ended };
}

async function watchEvents(response: Response): Promise<Watcher> {
  if (!response.ok) throw new Error(`No stream: ${response.status}`);
  const heard: string[] = [];
  const reader = must(response.body).pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<AccessEnd> => {
    let end: AccessEnd | null = null;
    for (let text = ""; ; ) {
      const { value, done } = await reader.read();
      if (done && end) return end;
      if (done) throw new Error("The stream ended without a word");
      const blocks = (text + value).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        const frame = data === undefined ? null : StreamFrame.parse(JSON.parse(data));
        if (frame?.kind === "ended") end = frame.why;
        else if (data) heard.push(data);
      }
    }
  };
  return { heard, ended: read() };
}

const headersOf = (grant: Grant) => ({ upgrade: "websocket", [GRANT_HEADER]: JSON.stringify(grant) });
const saySession = (world: World, text: string) => streamOf(world).post([{ type: "message.delta", data: { messageId: "msg_1", text } }]);
const TABLES = {
  tables: [
    {
      name: "notes",
      label: "Notes",
      columns: [{ name: "text", label: "Text", type: "text" as const }],
      policy: { read: "anyone" as const },
    },
  ],
};
const actor = { kind: "member" as const, userId: "usr_1", may: "write" as const };

const KINDS: Record<string, Kind> = {
  "the session over a WebSocket": {
    join: async (world, grant) => watch(await streamOf(world).fetch("http://stream/", { headers: headersOf(grant) })),
    say: saySession,
    stub: streamOf,
  },
  "the session over server-sent events": {
    join: async (world, grant) =>
      watchEvents(await streamOf(world).fetch("http://stream/", { headers: { [GRANT_HEADER]: JSON.stringify(grant) } })),
    say: saySession,
    stub: streamOf,
  },
  "live rows": {
    async join(world, grant) {
      await dataOf(world).setSchema({ channel: "current", schema: TABLES as never });
      const scope = JSON.stringify({ channel: "current", actor });
      return watch(await dataOf(world).fetch("http://data/live", { headers: { ...headersOf(grant), [DATA_SCOPE_HEADER]: scope } }));
    },
    say: (world, text) => dataOf(world).create(writer({ channel: "current", actor }), "notes", { text }),
    stub: dataOf,
  },
  reloads: {
    join: async (world, grant) => watch(await workspaceOf(world).fetch("http://workspace/?channel=current", { headers: headersOf(grant) })),
    say: (world, text) =>
      workspaceOf(world).setCurrent({
        projectId: world.projectId,
        version: ++said,
        files: { "index.html": `<script type="module" src="/a.ts"></script>`, "a.ts": `export const said = "${text}";` },
      }),
    stub: (world) => workspaceOf(world) as unknown as DurableObjectStub,
  },
};
let said = 100;

const { appRoles, members, authSessions, apikeys, projectRoles, projects, organizations, users } = schema;
const personOf = ({ holder }: Grant) => (holder.kind === "link" ? "" : (holder.userId ?? ""));
const idOf = ({ holder }: Grant) => (holder.kind === "link" ? "link" : holder.id);
const exception = (role: "admin" | "viewer") => (world: World, grant: Grant) =>
  world.database.insert(projectRoles).values({ projectId: world.projectId, userId: personOf(grant), role, setBy: "usr_1", setAt: 0 });

type Change = {
  end: AccessEnd;
  /** What is connected; a member who edits, if nothing is said. */
  as?(world: World): Promise<Grant>;
  only?: string[];
  change(world: World, grant: Grant): PromiseLike<unknown>;
};
const orgToken = (world: World) => world.token(world.organizationId, "editor");
const ownToken = async (world: World) => world.token(personOf(await world.member("editor")), "editor");
const PREVIEWS = ["live rows", "reloads"];

/** A version whose app.json lets visitors in, or does not. */
async function goLive({ database, projectId }: World, number: number, visibility: "link" | "members") {
  const { versions } = createRepositories(database);
  const store = createVersionStore({ versions, blobs: r2Blobs(env.BLOBS) });
  const { files, treeHash } = await store.write({
    "app.json": JSON.stringify({ name: "Notes", visibility, roles: [{ name: "manager", label: "Manager" }] }),
  });
  const row = {
    id: newId("ver"),
    projectId,
    number,
    parent: null,
    treeHash,
    fileCount: 1,
    message: "",
    authorKind: "person" as const,
    authorId: "usr_1",
    authorName: "Ada",
    status: "ok" as const,
    findings: [],
    createdAt: 0,
  };
  await database.insert(schema.codeVersions).values(row);
  await database.insert(schema.sourceFiles).values(files.map((file) => ({ ...file, versionId: row.id })));
  await database.update(projects).set({ currentVersion: number }).where(eq(projects.id, projectId));
}
const visitor = async (world: World): Promise<Grant> => {
  await goLive(world, 1, "link");
  return { projectId: world.projectId, holder: { kind: "link", number: 0 } };
};

const CHANGES: Record<string, Change> = {
  "removed from the organization": {
    end: "no_access",
    change: ({ database }, grant) => database.delete(members).where(eq(members.userId, personOf(grant))),
  },
  "a lower role": {
    end: "changed",
    change: ({ database }, grant) =>
      database
        .update(members)
        .set({ role: "viewer" })
        .where(eq(members.userId, personOf(grant))),
  },
  "a higher role": {
    end: "changed",
    change: ({ database }, grant) =>
      database
        .update(members)
        .set({ role: "admin" })
        .where(eq(members.userId, personOf(grant))),
  },
  "a lower role on the project": { end: "changed", change: exception("viewer") },
  "a higher role on the project": { end: "changed", change: exception("admin") },
  "the project's own role taken back": {
    end: "changed",
    async as(world) {
      const grant = await world.member("viewer");
      await exception("admin")(world, grant);
      return grant;
    },
    change: ({ database }, grant) => database.delete(projectRoles).where(eq(projectRoles.userId, personOf(grant))),
  },
  "a role in the app": {
    end: "changed",
    async as(world) {
      await goLive(world, 1, "members");
      return world.member("editor");
    },
    change: ({ database, projectId }, grant) =>
      database.insert(appRoles).values({ projectId, userId: personOf(grant), role: "manager", givenBy: "usr_1", givenAt: 0 }),
  },
  "a role in the app taken back": {
    end: "changed",
    async as(world) {
      await goLive(world, 1, "members");
      const grant = await world.member("editor");
      const given = { userId: personOf(grant), role: "manager", givenBy: "usr_1", givenAt: 0 };
      await world.database.insert(appRoles).values({ projectId: world.projectId, ...given });
      return grant;
    },
    change: ({ database }, grant) => database.delete(appRoles).where(eq(appRoles.userId, personOf(grant))),
  },
  "signed out": {
    end: "signed_out",
    change: ({ database }, grant) => database.delete(authSessions).where(eq(authSessions.id, idOf(grant))),
  },
  "signed out everywhere": {
    end: "signed_out",
    change: ({ database }, grant) => database.delete(authSessions).where(eq(authSessions.userId, personOf(grant))),
  },
  "the sign-in's time cut short": {
    end: "signed_out",
    change: ({ database }, grant) =>
      database
        .update(authSessions)
        .set({ expiresAt: new Date(0) })
        .where(eq(authSessions.id, idOf(grant))),
  },
  "a deleted account": { end: "signed_out", change: ({ database }, grant) => database.delete(users).where(eq(users.id, personOf(grant))) },
  "an organization's token revoked": {
    end: "signed_out",
    as: orgToken,
    change: ({ database }, grant) => database.delete(apikeys).where(eq(apikeys.id, idOf(grant))),
  },
  "a person's token revoked": {
    end: "signed_out",
    as: ownToken,
    change: ({ database }, grant) => database.delete(apikeys).where(eq(apikeys.id, idOf(grant))),
  },
  "a token whose person is removed": {
    end: "no_access",
    as: ownToken,
    change: ({ database }, grant) => database.delete(members).where(eq(members.userId, personOf(grant))),
  },
  "a token switched off": {
    end: "signed_out",
    as: orgToken,
    change: ({ database }, grant) =>
      database
        .update(apikeys)
        .set({ enabled: false })
        .where(eq(apikeys.id, idOf(grant))),
  },
  "a deleted project": {
    end: "no_access",
    change: ({ database, projectId }) => database.update(projects).set({ deletedAt: 1 }).where(eq(projects.id, projectId)),
  },
  "a purged project": {
    end: "no_access",
    change: ({ database, projectId }) => database.delete(projects).where(eq(projects.id, projectId)),
  },
  "a deleted organization": {
    end: "no_access",
    change: ({ database, organizationId }) =>
      database.update(organizations).set({ deletedAt: 1 }).where(eq(organizations.id, organizationId)),
  },
  "a version that lets no visitors in": { end: "no_access", as: visitor, only: PREVIEWS, change: (world) => goLive(world, 2, "members") },
  "an ended share link": {
    end: "no_access",
    as: visitor,
    only: PREVIEWS,
    change: ({ database, projectId }) => database.update(projects).set({ shareNumber: 1 }).where(eq(projects.id, projectId)),
  },
};

const CASES = Object.entries(CHANGES).flatMap(([name, change]) =>
  Object.entries(KINDS).flatMap(([kindName, kind]) =>
    change.only?.includes(kindName) === false ? [] : [[name, kindName, change, kind] as const],
  ),
);
const SECRET = "not for them";
const connections = (world: World) =>
  world.database.select().from(schema.liveConnections).where(eq(schema.liveConnections.projectId, world.projectId));

describe.each(CASES)("%s, with %s open", (_, __, { end, as = (world) => world.member("editor"), change }, kind) => {
  it("ends it, and nothing that comes after passes", async () => {
    const world = await accessWorld(env.DB);
    const grant = await as(world);
    const watcher = await kind.join(world, grant);
    await change(world, grant);
    await followAccessChanges(following(env));
    expect(await watcher.ended).toBe(end);
    await kind.say(world, SECRET);
    expect(watcher.heard.join("")).not.toContain(SECRET);
    expect(await connections(world)).toEqual([]);
  });
});

describe.each(Object.entries(KINDS))("%s", (_, kind) => {
  it("is not given to whoever has lost access before it was opened", async () => {
    const world = await accessWorld(env.DB);
    const grant = await world.member("editor");
    await world.database.delete(members).where(eq(members.userId, personOf(grant)));
    await expect(kind.join(world, grant)).rejects.toThrow();
    expect(await connections(world)).toEqual([]);
  });

  it("stays open for others, who hear what comes after", async () => {
    const world = await accessWorld(env.DB);
    const [grant, other] = [await world.member("editor"), await world.member("viewer")];
    const [watcher, witness] = [await kind.join(world, grant), await kind.join(world, other)];
    await kind.say(world, "for both");
    await world.database.delete(members).where(eq(members.userId, personOf(grant)));
    await followAccessChanges(following(env));
    expect(await watcher.ended).toBe("no_access");
    await kind.say(world, SECRET);
    await expect.poll(() => witness.heard.join("")).toContain(SECRET);
    expect(watcher.heard.join("")).not.toContain(SECRET);
    expect((await connections(world)).map(({ signIn, mark }) => [signIn, mark])).toEqual([[idOf(other), null]]);
  });
});

it("is bound to its grant also after the object was evicted, where nobody told it of the change", async () => {
  const world = await accessWorld(env.DB);
  const grant = await world.member("editor");
  const kind = must(KINDS["the session over a WebSocket"]);
  const watcher = await kind.join(world, grant);
  await world.database.delete(members).where(eq(members.userId, personOf(grant)));
  await evictDurableObject(kind.stub(world));
  await kind.say(world, SECRET);
  expect(await watcher.ended).toBe("no_access");
  expect(watcher.heard.join("")).not.toContain(SECRET);
});

it("a change whose teller dies is told by whoever tells next", async () => {
  const world = await accessWorld(env.DB);
  const grant = await world.member("editor");
  const watcher = await must(KINDS["live rows"]).join(world, grant);
  await world.database.delete(members).where(eq(members.userId, personOf(grant)));
  const dead: LiveRpc = { recheck: () => Promise.reject(new Error("The process was killed")) };
  await followAccessChanges({ ...following(env), live: () => dead });
  expect((await connections(world)).map(({ mark }) => mark)).toEqual([expect.any(String)]);
  await followAccessChanges(following(env));
  expect(await watcher.ended).toBe("no_access");
});

it("a closed connection leaves nothing behind", async () => {
  const world = await accessWorld(env.DB);
  const headers = headersOf(await world.member("editor"));
  const { webSocket } = await streamOf(world).fetch("http://stream/", { headers });
  must(webSocket).accept();
  expect(await connections(world)).toHaveLength(1);
  must(webSocket).close();
  await expect.poll(() => connections(world)).toEqual([]);
});
