/** A draft of answers, as it was kept while the window was reloaded. */
import { z } from "zod";
import type { Draft } from "./draft.ts";

const DraftAnswer = z.object({ decide: z.boolean(), chosen: z.array(z.string()), other: z.boolean(), text: z.string() });
const KeptDraft = z.record(z.string(), DraftAnswer);

/** undefined: it is something else. */
export const readDraft = (kept: unknown): Draft | undefined => KeptDraft.safeParse(kept).data;
