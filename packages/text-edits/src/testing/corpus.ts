/** The large corpus of real changes beside the project, where there is one. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Case } from "./score.ts";

const FILE = join(import.meta.dirname, "../../../../../shared/corpora/edits-dev.json");

const Corpus = z.array(
  z.object({
    path: z.string(),
    before: z.string(),
    after: z.string(),
    edits: z.array(z.object({ search: z.string(), replace: z.string() })),
  }),
);

export const realCases = (): (Case & { after: string })[] => (existsSync(FILE) ? Corpus.parse(JSON.parse(readFileSync(FILE, "utf8"))) : []);
