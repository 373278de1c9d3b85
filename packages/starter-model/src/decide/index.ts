/** From a request and the app as it is to what will be done. */
import type { FileMap } from "@edgewright/contracts";
import { recoverModel } from "../change/recover.ts";
import type { Decision } from "./decision.ts";
import { decideFollowUp } from "./follow-up.ts";
import { decideNewApp } from "./new-app.ts";

const READ_MAX = 20_000;
const WORD_MAX = 60;

/** What a person would read of it: no word is longer than that, and nobody reads on for ever. */
const readable = (request: string): string => request.slice(0, READ_MAX).replace(new RegExp(`\\S{${WORD_MAX},}`, "g"), "");

export function decide(asked: string, files: FileMap, earlier: readonly string[] = []): Decision {
  const request = readable(asked);
  const model = recoverModel(files);
  if (!model)
    return {
      kind: "tell",
      summary:
        "I cannot read app.json or data/schema.json as they are now, so I changed nothing. Correct them in the Code tab, or restore an earlier version.",
    };
  return model.schema.tables.length === 0 ? decideNewApp(request, files) : decideFollowUp(request, model, files, earlier);
}
