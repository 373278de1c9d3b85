/** From a request and the app as it is to what will be done. */
import type { FileMap } from "@edgewright/contracts";
import { recoverModel } from "../change/recover.ts";
import { decideAnswered } from "./answered.ts";
import type { Decision } from "./decision.ts";
import { decideFollowUp } from "./follow-up.ts";
import { decideNewApp } from "./new-app.ts";

/** It goes with the first build, so what broke off with it there is built from the start. */
const WELCOME = "src/views/Welcome.tsx";

const WHOLE = "All that you asked for had been written before the work broke off. It has passed its checks now.";

const READ_MAX = 20_000;
const WORD_MAX = 60;

/** What a person would read of it: no word is longer than that, and nobody reads on for ever. */
const readable = (request: string): string => request.slice(0, READ_MAX).replace(new RegExp(`\\S{${WORD_MAX},}`, "g"), "");

/** What a decision is made from beside the app. */
export type Asked = {
  request: string;
  earlier: readonly string[] /** The person was asked in this work. */;
  asked: boolean;
  goesOn: boolean;
};

export function decide({ request: said, earlier, asked, goesOn }: Asked, files: FileMap): Decision {
  const request = readable(said);
  const model = recoverModel(files);
  if (!model)
    return {
      kind: "tell",
      summary:
        "I cannot read app.json or data/schema.json as they are now, so I changed nothing. Correct them in the Code tab, or restore an earlier version.",
    };
  if (model.schema.tables.length > 0 && !(goesOn && Object.hasOwn(files, WELCOME))) {
    const decision = decideFollowUp(request, model, files, earlier);
    return goesOn && decision.kind !== "work" ? { kind: "tell", summary: WHOLE } : decision;
  }
  return asked ? decideAnswered(request, files, earlier) : decideNewApp(request, files);
}
