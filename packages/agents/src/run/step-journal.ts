/** The journal's larger entries. What changed files is kept as a blob and journalled by its hash, since it may be larger than a journal entry may be. */
import type { FileChange, Json } from "@edgewright/contracts";
import { sha256Hex } from "@edgewright/core";
import type { Blobs } from "@edgewright/storage";
import { z } from "zod";

const Kept = z.object({ sha256: z.string() });
const Changing = z.object({ changes: z.array(z.object({ path: z.string(), text: z.string().nullable() })) });

export class StepJournal {
  private readonly blobs: Blobs;
  private readonly read = new Map<string, unknown>();

  constructor(blobs: Blobs) {
    this.blobs = blobs;
  }

  /** What the step's journal entry is to hold. */
  async keep(entry: object): Promise<Json> {
    const bytes = new TextEncoder().encode(JSON.stringify(entry));
    const sha256 = await sha256Hex(bytes);
    await this.blobs.put(sha256, bytes);
    return { sha256 };
  }

  async open<T>(journalled: Json, shape: z.ZodType<T>): Promise<T> {
    const { sha256 } = Kept.parse(journalled);
    if (!this.read.has(sha256)) {
      const bytes = await this.blobs.get(sha256);
      if (!bytes) throw new Error(`Step ${sha256} of a journal is missing`);
      this.read.set(sha256, JSON.parse(new TextDecoder().decode(bytes)));
    }
    return shape.parse(this.read.get(sha256));
  }

  /** The files that a step changed; none for a step that changes none. */
  async changesOf(journalled: Json): Promise<FileChange[]> {
    return Kept.safeParse(journalled).success ? (await this.open(journalled, Changing)).changes : [];
  }
}
