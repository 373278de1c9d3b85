/** Workspace: one per Project, named by the project's id. */
import { z } from "zod";
import { type Environment, WORKING_ENVIRONMENT } from "../environment.ts";
import type { Finding, Reporter, RuntimeError } from "../findings.ts";
import type { AppHosts } from "../hosts.ts";
import type { FileChange, FileMap, Outcome } from "./outcome.ts";

/** What a preview host shows: the live version, the draft of a running job, one version ("v3"), or a pull request on GitHub ("pr-7"). */
export const Channel = z.union([
  z.literal("current"),
  z.literal("draft"),
  z.templateLiteral(["v", z.int().min(1)]),
  z.templateLiteral(["pr-", z.int().min(1)]),
]);
export type Channel = z.infer<typeof Channel>;
/** As the name of a host has it after `--`; the current version has none. */
export const NAMED_CHANNEL = "draft|v[1-9]\\d{0,8}|pr-[1-9]\\d{0,8}";

export type PullChannel = Extract<Channel, `pr-${number}`>;
export const pullChannel = (number: number): PullChannel => `pr-${number}`;
/** The number of the pull request that a channel shows; null: it shows none. */
export const pullOf = (channel: string): number | null => (/^pr-\d+$/.test(channel) ? Number(channel.slice(3)) : null);

/** Whose rows a channel shows, and by the tables of which channel there: a pull request has a copy of the rows for itself. */
export const rowsOf = (channel: Channel): { environment: Environment; channel: Channel } =>
  pullOf(channel) === null ? { environment: WORKING_ENVIRONMENT, channel } : { environment: `fork:${channel}`, channel: "current" };

export type DraftWrite = { findings: Finding[]; ms: number };

/** The app's `index.html`; `head` and `foot` are the places in `text` where the platform's own elements go. */
export type PageDocument = { text: string; head: number; foot: number; hasIcon: boolean };

/** `code` is a CommonJS-style function body; `imports` are the ids of the modules and packages it belongs together with. */
export type PageModule = { code: string; imports: string[] };

/** Everything dispatch needs to serve the browser side of an app. */
export type PageBuild = {
  version: number | null;
  /** Changes whenever anything the browser loads changes. */
  hash: string;
  html: PageDocument;
  css: string;
  /** By source path, or by path and way of asking: `src/notes.md?raw`. */
  modules: Record<string, PageModule>;
  entry: string;
  /** Bare specifiers the modules import, resolved against the vendored catalogue. */
  externals: string[];
  /** Files outside `public/` that the page loads by address. */
  served: string[];
  /** What `app.json` asks for. */
  hosts: AppHosts;
  findings: Finding[];
};

/** A file of an app as the browser gets it. */
export type ServedFile = { body: string | Uint8Array<ArrayBuffer>; type: string; tag: string };

/** The app's own server code as one ES module; null when it has none. `lines[i]` is the source position of line i+1. */
export type ServerBuild = { hash: string; code: string; sources: { file: string; firstLine: number; lines: number }[] } | null;

export interface WorkspaceRpc {
  /** Makes `version` what `current` shows, pushes the change to open previews and applies its data schema. */
  setCurrent(input: { projectId: string; version: number; files: FileMap }): Promise<void>;
  /** Compares with the version that is current in the database, shows it and sets its tables, should whoever made it have died before. */
  follow(projectId: string): Promise<void>;
  /** Opens a draft on top of `files`; the same job's draft, if already open, is kept as it is. */
  openDraft(input: { projectId: string; jobId: string; sessionId: string; files: FileMap }): Promise<void>;
  writeDraft(input: { jobId: string; changes: FileChange[] }): Promise<Outcome<DraftWrite>>;
  readDraft(jobId: string): Promise<Outcome<FileMap>>;
  closeDraft(jobId: string): Promise<void>;
  /** Shows these files as that pull request, in place of what it showed before. */
  openPull(input: { projectId: string; channel: PullChannel; files: FileMap }): Promise<void>;
  closePull(channel: PullChannel): Promise<void>;
  page(input: { projectId: string; channel: Channel }): Promise<Outcome<PageBuild>>;
  server(input: { projectId: string; channel: Channel }): Promise<Outcome<ServerBuild>>;
  /** A file of `public/`, or another one that the page loads, by its address; null when there is none. */
  file(input: { projectId: string; channel: Channel; pathname: string }): Promise<Outcome<ServedFile | null>>;
  /** Errors of the running preview since the code of that channel changed, most frequent first. */
  recentErrors(channel: Channel): Promise<{ error: RuntimeError; count: number }[]>;
  /** Records an error of a running preview and tells the session that last worked on the project. */
  reportError(input: { projectId: string; label: string; channel: Channel; error: RuntimeError; by: Reporter }): Promise<void>;
}
// `fetch` of a Workspace with `Upgrade: websocket` and `?channel=` joins the reload socket (frames: ReloadFrame).

/** Server → open preview. `update` carries only the modules that changed; `full` asks for a page load. */
export type ReloadFrame =
  | { type: "update"; hash: string; modules: Record<string, PageModule>; removed: string[]; css: string | null }
  | { type: "full"; hash: string }
  | { type: "broken"; findings: Finding[] };
