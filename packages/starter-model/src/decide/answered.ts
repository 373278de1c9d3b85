/** What the person answered to a question about a new app: with their words the app is built, whatever they were. */
import type { FileMap } from "@edgewright/contracts";
import { CONFIRMATION, understand } from "../read/understand.ts";
import { YOU_DECIDE } from "../turns/conversation.ts";
import type { Decision } from "./decision.ts";
import { decideNewApp, EXAMPLES } from "./new-app.ts";

/** What was described is built, with the answer applied to it. Else a full description by itself counts alone; else the answer tells more of what was asked for before. */
export function decideAnswered(answer: string, files: FileMap, earlier: readonly string[]): Decision {
  const isLeft = answer === YOU_DECIDE;
  const before = earlier.at(-1) ?? "";
  if (!isLeft && !answer.includes(CONFIRMATION) && isDescribed(before)) {
    const described = decideNewApp(`${before}\n${CONFIRMATION}`, files, answer);
    if (described.kind === "work") return described;
  }
  const tries = isLeft ? [`${before}\n${CONFIRMATION}`] : [answer, `${before}\n${answer}\n${CONFIRMATION}`, `${answer}\n${CONFIRMATION}`];
  for (const text of tries) {
    const decision = decideNewApp(text, files);
    if (decision.kind === "work") return decision;
  }
  const example = isLeft ? decideNewApp(EXAMPLES[0] ?? "", files) : null;
  if (example?.kind === "work")
    return {
      ...example,
      summary: `You left it to me, so I began with a todo list: say what it should be instead, or what to change. ${example.summary}`,
    };
  return decideNewApp(answer, files);
}

const isDescribed = (request: string): boolean =>
  understand(request).reading.tables.some(({ fields }) => fields.some(({ said, type }) => said && type !== "reference"));
