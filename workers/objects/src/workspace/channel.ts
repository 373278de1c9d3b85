/** One channel of a Workspace in memory: its files and what is built from them. */
import { type Elsewhere, type PackResult, pack, type ServerResult, serverBuild, type TransformCache } from "@edgewright/app-build";
import type { FileMap, Finding, PageBuild } from "@edgewright/contracts";
import { pauser } from "@edgewright/core";
import type { ChannelState } from "./storage.ts";

export class OpenChannel {
  readonly state: ChannelState;
  files: FileMap;
  /** The newest build that had no findings, or the only one there is. */
  shown: PageBuild | null = null;
  private readonly by: { cache: TransformCache; elsewhere: Elsewhere };
  private packed: PackResult | null;
  /** The build of the present files, once it is made. */
  private built: PageBuild | null;
  private server: ServerResult | null = null;

  constructor(input: {
    state: ChannelState;
    files: FileMap;
    by: { cache: TransformCache; elsewhere: Elsewhere };
    packed?: PackResult | null;
    stored?: PageBuild | null;
  }) {
    this.state = input.state;
    this.files = input.files;
    this.by = input.by;
    this.packed = input.packed ?? null;
    this.built = input.stored ?? null;
    this.shown = this.built;
  }

  /** What was built last, as a start for a build of nearly the same files. */
  get base(): PackResult | null {
    return this.packed;
  }

  /** Component files a draft imports and does not have yet. */
  get missing(): Finding[] {
    return this.packed?.missing ?? [];
  }

  get isBroken(): boolean {
    return this.built !== null && this.built.findings.length > 0;
  }

  async build(): Promise<PageBuild> {
    if (this.built) return this.built;
    this.packed = await pack(this.files, this.packed, {
      ...this.by,
      version: this.state.version,
      placeholders: this.state.jobId !== null,
      pause: pauser(),
    });
    this.built = this.packed.page;
    if (!this.isBroken || this.shown === null) this.shown = this.built;
    return this.built;
  }

  /** What a page load gets: the newest build that holds, with what is wrong with the files now. */
  async page(): Promise<PageBuild> {
    const page = await this.build();
    return this.shown === null || this.shown === page ? page : { ...this.shown, findings: page.findings };
  }

  async serverBuild(): Promise<ServerResult> {
    this.server ??= await serverBuild(this.files, { ...this.by, pause: pauser() });
    return this.server;
  }

  replace(files: FileMap): void {
    this.files = files;
    this.built = null;
    this.server = null;
  }
}
