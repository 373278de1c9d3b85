/** Which turn comes next: first the app is read, then it is changed, then the work is summed up. */
import { decide } from "../decide/index.ts";
import { repair } from "../decide/repair.ts";
import type { Conversation } from "./conversation.ts";
import type { Turn } from "./speech.ts";

/** What every app has and what says most about it. */
const FIRST = ["app.json", "data/schema.json", "index.html", "src/App.tsx", "src/screens.ts", "src/styles.css"];
/** Where an app's own code is; the template's components are known. */
const OWN = /^src\/(?:data|forms|tables|views)\/.+\.tsx?$/;

export function nextTurn(conversation: Conversation): Turn {
  const { paths, files } = conversation;
  if (paths === null) return { text: "", calls: [{ tool: "list_files", input: {} }, ...FIRST.map(reading)] };
  const unread = paths.filter((path) => OWN.test(path) && !Object.hasOwn(files, path));
  if (!conversation.worked && unread.length > 0) return { text: "", calls: unread.map(reading) };
  const decision = decide(conversation.request, files, conversation.earlier);
  if (conversation.findings !== null) return repair(conversation, decision);
  if (decision.kind === "ask" && conversation.asked) return finish(decision.question);
  if (decision.kind === "ask")
    return {
      text: "",
      calls: [
        {
          tool: "ask",
          input: { text: decision.question.slice(0, 2000), questions: [questionOf(decision.suggestions)] },
        },
      ],
    };
  if (decision.kind === "tell") return finish(decision.summary);
  if (conversation.worked) return finish([decision.summary, ...notDone(conversation.refused)].join(" "));
  if (conversation.approved === "struck") return finish(ONLY_WHOLE);
  if (conversation.approved) return { text: "", calls: decision.uses };
  return { text: decision.intro, calls: [{ tool: "plan", input: { steps: decision.steps } }, ...decision.uses] };
}

const ONLY_WHOLE =
  "I build a plan only as a whole, so nothing was changed. Say in the request itself what should be left out, such as “without a board”, or connect another model.";

const questionOf = (suggestions: readonly string[]) => {
  const options = suggestions.map((text) => text.slice(0, 200)).slice(0, 6);
  return { id: "what", text: "What should it be?", kind: "text", options, suggested: options.slice(0, 1) };
};

const reading = (path: string) => ({ tool: "read_file", input: { path } });
const finish = (summary: string): Turn => ({ text: "", calls: [{ tool: "finish", input: { summary: summary.slice(0, 4000) } }] });

const notDone = (refused: readonly string[]): string[] =>
  refused.length > 0
    ? [`${refused.length === 1 ? "One change was" : `${refused.length} changes were`} refused: ${refused[0]!.slice(0, 300)}`]
    : [];
