/** What a Workspace does, apart from the platform it runs on: channels, their builds, the draft of a job, what open previews hear. */
import { type Elsewhere, TRANSFORM_REVISION, type TransformCache, unreachedFindings } from "@edgewright/app-build";
import { readAutomations } from "@edgewright/automations/files";
import {
  type AppSchema,
  type Automations,
  type Channel,
  type DraftWrite,
  type FileChange,
  type FileMap,
  type Finding,
  type FixMessage,
  type NewEvent,
  type Outcome,
  type PageBuild,
  type PullChannel,
  pullOf,
  type ReloadFrame,
  type Reporter,
  type RuntimeError,
  type SampleRows,
  type ServedFile,
  type ServerBuild,
  type WorkspaceRpc,
} from "@edgewright/contracts";
import { type Clock, fail, log, ok, type Sql } from "@edgewright/core";
import { readSamples, readSchema, SCHEMA_FILE } from "@edgewright/data-store";
import { inTurn } from "../turns.ts";
import { OpenChannel } from "./channel.ts";
import { applyChanges } from "./draft-changes.ts";
import { ErrorCounts } from "./error-counts.ts";
import { platformFindings } from "./platform-files.ts";
import { reloadFrame, type ShownPage } from "./reload.ts";
import { servedFile } from "./served-file.ts";
import { type ChannelState, WorkspaceStorage } from "./storage.ts";
import { transformCache } from "./transform-cache.ts";

export type WorkspaceDeps = {
  sql: Sql;
  clock: Clock;
  versions: {
    current(projectId: string): Promise<number | null>;
    load(projectId: string, version: number): Promise<Outcome<FileMap>>;
    /** Of a file that is no text. */
    bytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  };
  /** `version`: of the live one. */
  setSchema(projectId: string, channel: Channel, schema: AppSchema, version?: number): Promise<void>;
  /** Of the live version. */
  setAutomations(projectId: string, automations: Automations): Promise<void>;
  /** Of a channel whose tables are set. */
  setSamples(projectId: string, channel: Channel, samples: SampleRows | null): Promise<void>;
  newestSession(projectId: string): Promise<string | null>;
  post(sessionId: string, events: NewEvent[]): Promise<void>;
  /** Whether the error of the live version is fixed without a person is for the project's settings. */
  askForFix(message: FixMessage): Promise<void>;
  push(channel: Channel, frame: ReloadFrame): void;
  /** Builds what is too large for this thread. */
  elsewhere: Elsewhere;
};

const KEPT_VERSIONS = 4;
const NO_VERSION = () => fail("not_found", "This project has no version yet.", { next: "Describe the app in its workspace." });
const NO_PULL = () =>
  fail("not_found", "This pull request has no preview.", {
    next: "It has one while it is open on GitHub and what it changes can be merged.",
  });
const NO_DRAFT = () => fail("gone", "This job's draft is closed.", { next: "Open a draft again before writing to it." });

export class ProjectWorkspace implements WorkspaceRpc {
  private readonly deps: WorkspaceDeps;
  private readonly storage: WorkspaceStorage;
  private readonly by: { cache: TransformCache; elsewhere: Elsewhere };
  private readonly errors: ErrorCounts;
  private readonly open = new Map<Channel, OpenChannel>();
  /** Builds and changes of channels happen one after the other. */
  private readonly turn = inTurn();
  /** So do changes of the current version; while one waits for the app's tables, its former pages are answered. */
  private readonly succession = inTurn();
  /** Whether `current` was compared with the database since the object woke up. */
  private compared = false;

  constructor(deps: WorkspaceDeps) {
    this.deps = deps;
    this.storage = new WorkspaceStorage(deps.sql);
    this.by = { cache: transformCache(this.storage), elsewhere: deps.elsewhere };
    this.errors = new ErrorCounts(deps.clock);
  }

  async setCurrent(input: { projectId: string; version: number; files: FileMap }): Promise<void> {
    await this.succeed(input);
  }

  async follow(projectId: string): Promise<void> {
    const version = await this.deps.versions.current(projectId);
    const files = version === null ? null : await this.deps.versions.load(projectId, version);
    if (version === null || !files?.ok) return;
    if (!(await this.succeed({ projectId, version, files: files.value }))) throw new Error("The app's tables could not be set");
  }

  openDraft(input: { projectId: string; jobId: string; sessionId: string; files: FileMap }): Promise<void> {
    return this.turn(async () => {
      const { projectId, jobId, sessionId, files } = input;
      if (this.storage.channel("draft")?.jobId === jobId) return;
      const before = shownBy(this.reopen("draft") ?? this.reopen("current"));
      await this.install(projectId, "draft", { version: null, jobId, sessionId }, files);
      await this.applySchema(projectId, "draft", files);
      await this.tell("draft", before);
    });
  }

  writeDraft(input: { jobId: string; changes: FileChange[] }): Promise<Outcome<DraftWrite>> {
    return this.turn(async () => {
      const started = this.deps.clock.now();
      const draft = this.reopen("draft");
      if (draft?.state.jobId !== input.jobId) return NO_DRAFT();
      const applied = applyChanges(draft.files, input.changes);
      if (!applied.ok) return applied;
      const before = shownBy(draft);
      this.storage.change("draft", applied.value.changes);
      draft.replace(applied.value.files);
      this.errors.forget("draft");
      if (applied.value.changes.some(({ path }) => path === SCHEMA_FILE))
        await this.applySchema(this.storage.projectId(), "draft", draft.files);
      await this.tell("draft", before);
      const findings = await this.findings(draft, applied.value.changes);
      return ok({ findings, ms: this.deps.clock.now() - started });
    });
  }

  async readDraft(jobId: string): Promise<Outcome<FileMap>> {
    const draft = this.reopen("draft");
    return draft?.state.jobId === jobId ? ok(draft.files) : NO_DRAFT();
  }

  closeDraft(jobId: string): Promise<void> {
    return this.turn(async () => {
      const draft = this.reopen("draft");
      if (draft?.state.jobId !== jobId) return;
      this.storage.close("draft");
      this.open.delete("draft");
      this.errors.forget("draft");
      const current = this.reopen("current");
      if (!current) return;
      if (current.files[SCHEMA_FILE] !== draft.files[SCHEMA_FILE]) await this.applySchema(this.storage.projectId(), "draft", current.files);
      await this.tell("draft", shownBy(draft));
    });
  }

  openPull({ projectId, channel, files }: { projectId: string; channel: PullChannel; files: FileMap }): Promise<void> {
    return this.turn(async () => {
      const before = shownBy(this.reopen(channel));
      await this.install(projectId, channel, { version: null, jobId: null, sessionId: null }, files);
      await this.applySchema(projectId, channel, files);
      await this.tell(channel, before);
    });
  }

  /** Whoever has it open loads it anew, and finds it gone. */
  closePull(channel: PullChannel): Promise<void> {
    return this.turn(async () => {
      this.storage.close(channel);
      this.open.delete(channel);
      this.errors.forget(channel);
      this.deps.push(channel, { type: "full", hash: "" });
    });
  }

  page(input: { projectId: string; channel: Channel }): Promise<Outcome<PageBuild>> {
    return this.turn(async () => {
      const channel = await this.load(input.projectId, input.channel);
      return channel.ok ? ok(await channel.value.page()) : channel;
    });
  }

  server(input: { projectId: string; channel: Channel }): Promise<Outcome<ServerBuild>> {
    return this.turn(async () => {
      const channel = await this.load(input.projectId, input.channel);
      return channel.ok ? ok((await channel.value.serverBuild()).build) : channel;
    });
  }

  file(input: { projectId: string; channel: Channel; pathname: string }): Promise<Outcome<ServedFile | null>> {
    const { projectId, pathname } = input;
    const { bytes } = this.deps.versions;
    return this.turn(async () => {
      const channel = await this.load(projectId, input.channel);
      if (!channel.ok) return channel;
      return ok(await servedFile(pathname, { files: channel.value.files, page: await channel.value.page(), bytes }));
    });
  }

  async recentErrors(channel: Channel): Promise<{ error: RuntimeError; count: number }[]> {
    return this.errors.of(channel);
  }

  async reportError(input: { projectId: string; label: string; channel: Channel; error: RuntimeError; by: Reporter }): Promise<void> {
    const { projectId, label, channel, error, by } = input;
    const count = this.errors.add(channel, error, by);
    // What the code of a pull request says goes no further.
    if (count === null || pullOf(channel) !== null) return;
    const ofDraft = channel === "draft" ? (this.storage.channel("draft")?.sessionId ?? null) : null;
    const sessionId = ofDraft ?? (await this.deps.newestSession(projectId));
    if (!sessionId) return;
    await this.deps.post(sessionId, [{ type: "preview.error", data: { label, error, count, by } }]);
    if (channel === "current" && count === 1 && by === "editor") await this.deps.askForFix({ kind: "fix", sessionId, projectId, error });
  }

  /** What a page that shows `hash` must be told: nothing, or all it may have missed. */
  catchUp(channel: Channel, hash: string): Promise<ReloadFrame | null> {
    return this.turn(async () => {
      const projectId = this.storage.projectId();
      const loaded = projectId === null ? null : await this.load(projectId, channel);
      if (!loaded?.ok) return null;
      const page = await loaded.value.page();
      return page.hash === hash ? null : reloadFrame(null, page);
    });
  }

  /** False: the app's tables could not be set. */
  private succeed({ projectId, version, files }: { projectId: string; version: number; files: FileMap }): Promise<boolean> {
    return this.succession(async () => {
      const known = this.storage.channel("current");
      if (known?.version && known.version > version) return true;
      const set = await this.applySchema(projectId, "current", files, version);
      await this.turn(() => this.showCurrent(projectId, version, files));
      return set;
    });
  }

  /** The app's tables are those of `files` by now. */
  private async showCurrent(projectId: string, version: number, files: FileMap): Promise<OpenChannel> {
    const known = this.storage.channel("current")?.version;
    const before = shownBy(this.reopen("current"));
    const draftOpen = this.storage.channel("draft") !== null;
    const channel = await this.install(projectId, "current", { version, jobId: null, sessionId: null }, files);
    this.compared = true;
    await this.tell("current", before);
    if (!draftOpen) {
      await this.applySchema(projectId, "draft", files);
      await this.tell("draft", before);
    }
    const sessionId = known === version ? null : await this.deps.newestSession(projectId);
    if (sessionId) await this.deps.post(sessionId, [{ type: "version.live", data: { version } }]);
    return channel;
  }

  /** Makes `files` what a channel shows, in memory and in storage. */
  private async install(projectId: string, name: Channel, state: ChannelState, files: FileMap): Promise<OpenChannel> {
    const base = (this.open.get("draft") ?? this.open.get("current"))?.base ?? null;
    const channel = new OpenChannel({ state, files, by: this.by, packed: base });
    const page = await channel.build();
    if (this.storage.projectId() !== projectId) this.storage.setProjectId(projectId);
    this.storage.open(name, state, files, this.deps.clock.now());
    if (name !== "draft") this.storage.keepBuild(name, TRANSFORM_REVISION, page);
    this.open.set(name, channel);
    this.errors.forget(name);
    return channel;
  }

  /** A channel that is in memory or in storage. */
  private reopen(name: Channel): OpenChannel | null {
    const known = this.open.get(name);
    if (known) return known;
    const state = this.storage.channel(name);
    if (!state) return null;
    const stored = this.storage.build(name, TRANSFORM_REVISION);
    const channel = new OpenChannel({ state, files: this.storage.files(name), by: this.by, stored });
    this.open.set(name, channel);
    return channel;
  }

  /** A channel, from the platform's storage of versions if it is not here. */
  private async load(projectId: string, name: Channel): Promise<Outcome<OpenChannel>> {
    if (name === "current") return this.loadCurrent(projectId);
    const here = this.reopen(name);
    if (here) return ok(here);
    if (pullOf(name) !== null) return NO_PULL();
    return name === "draft" ? this.loadCurrent(projectId) : this.loadVersion(projectId, name);
  }

  /** A version that is not here yet is followed, but not waited for where there is a former one to show. */
  private async loadCurrent(projectId: string): Promise<Outcome<OpenChannel>> {
    const here = this.reopen("current");
    if (here && this.compared) return ok(here);
    const version = await this.deps.versions.current(projectId);
    this.compared = here !== null;
    if (here && version !== null && here.state.version !== version) this.followLater(projectId);
    if (here || version === null) return here ? ok(here) : NO_VERSION();
    const files = await this.deps.versions.load(projectId, version);
    if (!files.ok) return files;
    await this.applySchema(projectId, "current", files.value, version);
    return ok(await this.showCurrent(projectId, version, files.value));
  }

  private followLater(projectId: string): void {
    this.follow(projectId).catch((error: unknown) => {
      log.error("The current version could not be followed", { projectId, error: String(error) });
      this.compared = false;
    });
  }

  private async loadVersion(projectId: string, name: Channel): Promise<Outcome<OpenChannel>> {
    const version = Number(name.slice(1));
    const files = await this.deps.versions.load(projectId, version);
    if (!files.ok) return files;
    for (const old of this.storage.openVersions().slice(0, -(KEPT_VERSIONS - 1))) {
      this.storage.close(old);
      this.open.delete(old);
    }
    const channel = await this.install(projectId, name, { version, jobId: null, sessionId: null }, files.value);
    await this.applySchema(projectId, name, files.value);
    return ok(channel);
  }

  /** Tells open previews of `name` how what they show differs from `before`. */
  private async tell(name: Channel, before: ShownPage | null): Promise<void> {
    const channel = this.reopen(name) ?? this.reopen("current");
    if (!channel) return;
    const frame = reloadFrame(before, await channel.build());
    if (frame) this.deps.push(name, frame);
  }

  private async applySchema(projectId: string | null, channel: Channel, files: FileMap, version?: number): Promise<boolean> {
    const schema = readSchema(files);
    if (!schema || projectId === null) return true;
    try {
      await this.deps.setSchema(projectId, channel, schema, version);
      if (channel === "current") await this.deps.setAutomations(projectId, readAutomations(files));
      const samples = channel === "current" || pullOf(channel) !== null ? readSamples(files) : undefined;
      if (samples !== undefined) await this.deps.setSamples(projectId, channel, samples);
      return true;
    } catch (error) {
      // The page is shown all the same: its data answers with what is wrong.
      log.error("The app's tables could not be set", { projectId, channel, error: String(error) });
      return false;
    }
  }

  /** All that is wrong with a draft as far as building shows it, what was just written first. */
  private async findings(draft: OpenChannel, changes: FileChange[]): Promise<Finding[]> {
    const { findings, modules } = await draft.build();
    const server = await draft.serverBuild();
    const built = new Set([...Object.keys(modules), ...(server.build?.sources.map(({ file }) => file) ?? [])]);
    const texts = Object.fromEntries(changes.flatMap(({ path, text }) => (text === null ? [] : [[path, text]])));
    const written = await unreachedFindings(texts, built, this.by);
    return [...written, ...findings, ...draft.missing, ...server.findings, ...platformFindings(draft.files)];
  }
}

const shownBy = (channel: OpenChannel | null): ShownPage | null =>
  channel?.shown ? { page: channel.shown, broken: channel.isBroken } : null;
