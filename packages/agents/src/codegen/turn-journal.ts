/** The journal's turns. A turn holds whole files and may be larger than a journal entry may be, so it is kept as a blob and journalled by its hash. */
import type { Json } from "@edgewright/contracts";
import { sha256Hex } from "@edgewright/core";
import type { Blobs } from "@edgewright/storage";
import { z } from "zod";
import { readTurn, type TurnEntry } from "./job-state.ts";

const Kept = z.object({ sha256: z.string() });

export class TurnJournal {
  private readonly blobs: Blobs;
  private readonly read = new Map<string, TurnEntry>();

  constructor(blobs: Blobs) {
    this.blobs = blobs;
  }

  /** What the step's journal entry is to hold. */
  async keep(entry: TurnEntry): Promise<Json> {
    const bytes = new TextEncoder().encode(JSON.stringify(entry));
    const sha256 = await sha256Hex(bytes);
    await this.blobs.put(sha256, bytes);
    return { sha256 };
  }

  async open(journalled: Json): Promise<TurnEntry> {
    const { sha256 } = Kept.parse(journalled);
    const known = this.read.get(sha256);
    if (known) return known;
    const bytes = await this.blobs.get(sha256);
    if (!bytes) throw new Error(`Turn ${sha256} of a journal is missing`);
    const entry = readTurn(JSON.parse(new TextDecoder().decode(bytes)));
    this.read.set(sha256, entry);
    return entry;
  }
}
