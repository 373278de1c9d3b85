/** The Durable Object of a project's files and builds: platform storage, bindings and reload sockets around `ProjectWorkspace`. */
import { DurableObject } from "cloudflare:workers";
import { followAccessChanges } from "@edgewright/accounts";
import { openDatabase, r2Blobs, steadyBuild } from "@edgewright/adapters";
import { objects, storageSql } from "@edgewright/adapters/objects";
import {
  type Channel,
  type ErasableRpc,
  type LiveRpc,
  NAMED_CHANNEL,
  type PullChannel,
  type ReloadFrame,
  rowsOf,
  WORKING_ENVIRONMENT,
  type WorkspaceRpc,
} from "@edgewright/contracts";
import { log, systemClock } from "@edgewright/core";
import { createRepositories } from "@edgewright/db";
import { createVersionStore } from "@edgewright/storage";
import { z } from "zod";
import type { Env } from "../env.ts";
import { Connections, type LiveLine } from "../live/connections.ts";
import { following, liveServices } from "../live/services.ts";
import { ProjectWorkspace, type WorkspaceDeps } from "./workspace.ts";

const ChannelName = z
  .string()
  .regex(new RegExp(`^(current|${NAMED_CHANNEL})$`))
  .transform((name) => name as Channel);
const Hello = z.object({ hash: z.string().max(100) });

export class Workspace extends DurableObject<Env> implements WorkspaceRpc, ErasableRpc, LiveRpc {
  private readonly connections: Connections;
  private workspace: ProjectWorkspace;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.connections = new Connections(ctx, "workspace", liveServices(env));
    this.workspace = this.#open(ctx, env);
  }

  /** `?channel=` with an Upgrade header: joins that channel's reload socket. */
  override async fetch(request: Request): Promise<Response> {
    const channel = ChannelName.safeParse(new URL(request.url).searchParams.get("channel") ?? "current");
    if (request.headers.get("upgrade") !== "websocket") return new Response("A WebSocket is expected here.", { status: 426 });
    if (!channel.success) return new Response("There is no such channel.", { status: 400 });
    return this.connections.admit(request, (admitted) => this.connections.accept(admitted, null, [channel.data]).response);
  }

  /** A page says what it shows when it joins, and is told what it missed. */
  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const hello = Hello.safeParse(typeof message === "string" ? parseJson(message) : null);
    const channel = ChannelName.safeParse(this.ctx.getTags(socket)[0]);
    if (!hello.success || !channel.success) return;
    const frame = await this.workspace.catchUp(channel.data, hello.data.hash);
    if (frame) this.#send([this.connections.line(socket)], frame);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close();
    await this.connections.left(this.connections.line(socket));
  }

  // Only methods of the prototype are reachable over RPC.
  /** The app.json of another version may let others in: all of the project's connections hear of it. */
  async setCurrent(input: Parameters<WorkspaceRpc["setCurrent"]>[0]): Promise<void> {
    await this.workspace.setCurrent(input);
    await followAccessChanges(following(this.env));
  }
  async follow(projectId: string): Promise<void> {
    await this.workspace.follow(projectId);
    await followAccessChanges(following(this.env));
  }
  openDraft(input: Parameters<WorkspaceRpc["openDraft"]>[0]) {
    return this.workspace.openDraft(input);
  }
  writeDraft(input: Parameters<WorkspaceRpc["writeDraft"]>[0]) {
    return this.workspace.writeDraft(input);
  }
  readDraft(jobId: string) {
    return this.workspace.readDraft(jobId);
  }
  closeDraft(jobId: string) {
    return this.workspace.closeDraft(jobId);
  }
  openPull(input: Parameters<WorkspaceRpc["openPull"]>[0]) {
    return this.workspace.openPull(input);
  }
  closePull(channel: PullChannel) {
    return this.workspace.closePull(channel);
  }
  page(input: Parameters<WorkspaceRpc["page"]>[0]) {
    return this.workspace.page(input);
  }
  server(input: Parameters<WorkspaceRpc["server"]>[0]) {
    return this.workspace.server(input);
  }
  file(input: Parameters<WorkspaceRpc["file"]>[0]) {
    return this.workspace.file(input);
  }
  recentErrors(channel: Channel) {
    return this.workspace.recentErrors(channel);
  }
  reportError(input: Parameters<WorkspaceRpc["reportError"]>[0]) {
    return this.workspace.reportError(input);
  }

  recheck() {
    return this.connections.recheck();
  }

  /** Closes all connections and deletes all that the object keeps. A later call finds an empty object. */
  async erase(): Promise<void> {
    for (const socket of this.ctx.getWebSockets()) socket.close(1001, "This is gone for good");
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.workspace = this.#open(this.ctx, this.env);
  }

  #open(ctx: DurableObjectState, env: Env): ProjectWorkspace {
    return new ProjectWorkspace({
      ...services(env),
      sql: storageSql(ctx.storage),
      clock: systemClock,
      elsewhere: steadyBuild(env.COMPILER),
      push: (channel, frame) => this.#push(channel, frame),
    });
  }

  #push(channel: Channel, frame: ReloadFrame): void {
    this.#send(this.connections.lines(channel), frame);
  }

  #send(lines: LiveLine[], frame: ReloadFrame): void {
    const text = JSON.stringify(frame);
    this.connections.gate.pass(lines, (line) => line.send(text));
  }
}

function services(
  env: Env,
): Pick<WorkspaceDeps, "versions" | "setSchema" | "setAutomations" | "setSamples" | "newestSession" | "post" | "askForFix"> {
  const { data, stream } = objects(env);
  const repositories = createRepositories(openDatabase(env.DB));
  const blobs = r2Blobs(env.BLOBS);
  const store = createVersionStore({ versions: repositories.versions, blobs });
  return {
    versions: {
      current: async (projectId) => (await repositories.projects.find(projectId))?.currentVersion ?? null,
      load: (projectId, version) => store.load(projectId, version),
      bytes: (sha256) => blobs.get(sha256),
    },
    async setSchema(projectId, channel, schema, version) {
      const rows = rowsOf(channel);
      const set = await data(projectId, rows.environment).setSchema({ channel: rows.channel, schema, version });
      if (!set.ok) log.warn("The app's tables were refused", { projectId, channel, reason: set.error.message });
    },
    async setAutomations(projectId, automations) {
      const project = await repositories.projects.find(projectId);
      if (!project) return;
      const place = { organizationId: project.organizationId, projectId, environment: WORKING_ENVIRONMENT };
      await data(projectId, WORKING_ENVIRONMENT).setAutomations(place, automations);
    },
    async setSamples(projectId, channel, samples) {
      const project = await repositories.projects.find(projectId);
      if (!project) return;
      const { organizationId, createdBy } = project;
      const actor = { kind: "member" as const, userId: createdBy, may: "write" as const, role: "admin" };
      const origin = { organizationId, projectId, way: "sample" as const };
      const rows = rowsOf(channel);
      await data(projectId, rows.environment).sample({ channel: rows.channel, actor, origin }, samples);
    },
    newestSession: async (projectId) => (await repositories.sessions.newestOf(projectId))?.id ?? null,
    async askForFix(message) {
      await env.JOBS.send(message);
    },
    async post(sessionId, events) {
      await stream(sessionId).post(events);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
