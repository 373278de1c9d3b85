/** Which turn comes next: first the app is read, then it is changed, then the work is summed up. */

import { recoverModel } from "../change/recover.ts";
import { listed } from "../decide/beyond.ts";
import { decide } from "../decide/index.ts";
import { repair } from "../decide/repair.ts";
import { CONFIRMATION } from "../read/understand.ts";
import type { Conversation } from "./conversation.ts";
import { type VersionWish, versionMeant, versionsIn, versionWish } from "./go-back.ts";
import type { Turn } from "./speech.ts";

/** What every app has and what says most about it. */
const FIRST = ["app.json", "data/schema.json", "index.html", "src/App.tsx", "src/lib/format.ts", "src/screens.ts", "src/styles.css"];
/** Where an app's own code is, its sample rows, and what it does by itself; the template's components are known. */
const OWN = /^(?:src\/(?:data|forms|tables|views)\/.+\.tsx?|data\/samples\.json|automations\/.+\.json)$/;

export function nextTurn(conversation: Conversation): Turn {
  const { paths, files } = conversation;
  if (paths === null) return { text: "", calls: [{ tool: "list_files", input: {} }, ...FIRST.map(reading)] };
  const unread = paths.filter((path) => OWN.test(path) && !Object.hasOwn(files, path));
  if (!conversation.worked && unread.length > 0) return { text: "", calls: unread.map(reading) };
  const wish = versionWish(conversation.request);
  if (wish && !isEmpty(files)) return goBack(wish, conversation);
  const decision = decide(conversation, files);
  if (conversation.findings !== null) return repair(conversation, decision);
  if (decision.kind === "ask" && conversation.asked) return finish(otherwise(decision.suggestions));
  if (decision.kind === "ask")
    return {
      text: "",
      calls: [
        {
          tool: "ask",
          input: { text: notTwice(decision, conversation.told).slice(0, 2000), questions: [questionOf(decision.suggestions)] },
        },
      ],
    };
  if (decision.kind === "tell") return finish(decision.summary);
  if (conversation.worked) return finish([decision.summary, ...notDone(conversation.refused)].join(" "));
  if (conversation.approved === "struck") return finish(ONLY_WHOLE);
  if (conversation.approved) return { text: "", calls: decision.uses };
  return { text: decision.intro, calls: [{ tool: "plan", input: { steps: decision.steps } }, ...decision.uses] };
}

const isEmpty = (files: Conversation["files"]) => (recoverModel(files)?.schema.tables.length ?? 0) === 0;

/** The files of an earlier version are put back whole: also what a person edited by hand is as it was then. */
function goBack(wish: VersionWish, { versions, worked, refused, approved, findings }: Conversation): Turn {
  if (versions === null) return { text: "", calls: [{ tool: "versions", input: {} }] };
  const version = versionMeant(wish, versionsIn(versions));
  if (typeof version === "string") return finish(version);
  const said = wish.to === "before" ? "I took the last change back" : wish.to === "after" ? "I brought the change back" : "I went back";
  if (findings !== null)
    return finish(`Version ${version.number} does not fit any more, so the app stays as it is. History can restore it.`);
  if (worked) return finish([`${said}: the app is as in version ${version.number}. Its rows stay.`, ...notDone(refused)].join(" "));
  const back = { tool: "restore_version", input: { number: version.number } };
  if (approved) return { text: "", calls: [back] };
  return {
    text: "",
    calls: [{ tool: "plan", input: { steps: [{ id: "back", title: `Back to version ${version.number}`, files: ["app.json"] }] } }, back],
  };
}

const ONLY_WHOLE =
  "I build a plan only as a whole, so nothing was changed. Say in the request itself what should be left out, such as “without a board”, or connect another model.";

const questionOf = (suggestions: readonly string[]) => {
  const options = suggestions.map((text) => text.slice(0, 200)).slice(0, 6);
  return { id: "what", text: "What should it be?", kind: "text", options, suggested: options.filter((option) => option === CONFIRMATION) };
};

/** What was not understood again is not answered with the same paragraph. */
const notTwice = ({ question, suggestions }: { question: string; suggestions: readonly string[] }, told: readonly string[]): string =>
  told.some((text) => text.endsWith(question.slice(-60))) ? otherwise(suggestions) : question;

const otherwise = (suggestions: readonly string[]): string =>
  `I could not read that either, and changed nothing. Say it as one thing to do, such as ${listed(
    suggestions.slice(0, 3).map((text) => `“${text}”`),
    "or",
  )}.`;

const reading = (path: string) => ({ tool: "read_file", input: { path } });
const finish = (summary: string): Turn => ({ text: "", calls: [{ tool: "finish", input: { summary: summary.slice(0, 4000) } }] });

const notDone = (refused: readonly string[]): string[] =>
  refused.length > 0
    ? [`${refused.length === 1 ? "One change was" : `${refused.length} changes were`} refused: ${refused[0]!.slice(0, 300)}`]
    : [];
