/** A request about an app that is there: what changes in it, and what was left as it is. */
import type { FileMap, PlanStep } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { clausesOf } from "../change/clauses.ts";
import { changedFiles } from "../change/files.ts";
import { type Change, readChange } from "../change/index.ts";
import { withoutPosts } from "../notices/index.ts";
import { YOU_DECIDE } from "../turns/conversation.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { writeApp } from "../write/index.ts";
import { ABILITIES, answerTo, isQuestion } from "./answer.ts";
import { beyond, listed, saidOf, withoutBeyond } from "./beyond.ts";
import { type Decision, pathOf, type ToolUse } from "./decision.ts";

/** `earlier` are the person's messages before this one. */
export function decideFollowUp(request: string, model: AppModel, files: FileMap, earlier: readonly string[] = []): Decision {
  if (request === YOU_DECIDE) return decideItself(model, files);
  const fix = repairOf(request, model, files);
  if (fix) return fix;
  const questions = clausesOf(request).filter(isQuestion);
  const limits = beyond(withoutPosts(request));
  const wish = clausesOf(limits.length > 0 ? withoutBeyond(request) : request).filter((clause) => !isQuestion(clause));
  const change = readChange(model, wish.join("\n"), earlier);
  const { draft } = change;
  const notes = [...new Set(change.refused), limits.length > 0 ? saidOf(limits) : ""];
  if (draft.told.length === 0) return nothingToDo(request, { ...change, refused: notes.filter(Boolean) }, model, questions);
  const { uses, kept, inUse } = changedFiles(model, draft, files);
  if (inUse.length > 0)
    return {
      kind: "tell",
      summary: `I left this as it is: ${listed(inUse)}, edited by hand, still use what would go. Change that first, then ask again.`,
    };
  if (uses.length === 0) return { kind: "tell", summary: "The app is already like that." };
  const said = [
    ...new Set(draft.told),
    ...notes,
    kept.length > 0 ? `These places were edited by hand and I left them: ${listed(kept)}.` : "",
    change.left.length > 0
      ? `I did not understand ${listed(change.left.map((clause) => `“${clause.slice(0, 120)}”`))}, and left that out.`
      : "",
    ...questions.filter((question) => !isAside(question)).map((question) => answerTo(question, model)),
  ];
  return { kind: "work", intro: "", steps: stepsFor(uses, draft.told), uses, summary: said.filter(Boolean).join(" ") };
}

/** The first of what it would suggest, where nothing more is known of what is wanted. */
function decideItself(model: AppModel, files: FileMap): Decision {
  const [first = ""] = suggestionsFor(model);
  const decision = decideFollowUp(first, model, files);
  if (decision.kind !== "work") return { kind: "tell", summary: "I left the app as it is, since I did not know what was wanted." };
  return { ...decision, summary: `You left it to me, so I did what seemed most useful. ${decision.summary} Say “undo” to take it back.` };
}

const FIX = /^(?:Fix (?:this|these|the)\b.*\berror|The running app reported an error)/i;
const PATH = /\b(?:src|server)\/[\w./-]+\.tsx?\b/g;

/** An error in the running app: a file of the model's own that was edited is written as it was before. */
function repairOf(request: string, model: AppModel, files: FileMap): Decision | null {
  if (!FIX.test(request)) return null;
  const own = writeApp(model);
  const edited = [...new Set(request.match(PATH))].filter((path) => own[path] !== undefined && own[path] !== files[path]);
  if (edited.length === 0)
    return {
      kind: "tell",
      summary:
        "I did not find the cause of this, and changed nothing: in the places that it names I see no difference from what I write. If it came with the last change, say “undo”; a model that is connected under Settings → Models can look into the code.",
    };
  const uses = edited.flatMap((path): ToolUse[] =>
    own[path] === undefined ? [] : [{ tool: "write_file", input: { path, text: own[path] } }],
  );
  return {
    kind: "work",
    intro: "",
    steps: [{ id: "fix", title: "Write the screen anew", files: edited }],
    uses,
    summary:
      "The error names a place that differs from what I would write there: it was edited, or written by an earlier version of me. I wrote it anew, and cannot tell whether that was the cause; the version before this one has it as it was. Say “undo” to have it back.",
  };
}

/** "who has to do it?" before a wish only leads to it. */
const isAside = (question: string): boolean => !/^(?:what|which|how|why|can)\b/i.test(question);

const THANKS =
  /^(?:(?:ok|okay|great|cool|perfect|nice|super|wow|thanks?|thank you|thx|cheers|good|excellent|wonderful|awesome|well done|that'?s|looks?|it'?s|very|so|much|a lot|all|great|fine|good|job|work|works|now|for that|lovely|amazing|brilliant)[,.! ]*)+$/i;

function nothingToDo(request: string, { refused, left }: Change, model: AppModel, questions: readonly string[]): Decision {
  const answers = questions.map((question) => answerTo(question, model));
  if (refused.length > 0) return { kind: "tell", summary: [...answers, ...refused, "Nothing was changed."].join(" ") };
  if (answers.length > 0 && left.length === 0) return { kind: "tell", summary: answers.join(" ") };
  if (THANKS.test(request.trim())) return { kind: "tell", summary: "You are welcome. Say what should change next, whenever you like." };
  const what = left.length > 0 && request.length < 200 ? `“${left.join("; ")}”` : "that";
  return {
    kind: "ask",
    question: [...answers, `I did not understand ${what} as a change of this app. What should change? I can ${ABILITIES}.`].join(" "),
    suggestions: suggestionsFor(model),
  };
}

/** Changes that this very app could take. */
function suggestionsFor({ schema, views }: AppModel): string[] {
  const [table] = schema.tables;
  if (!table) return [];
  const { many, one } = namesOf(table);
  const select = table.columns.find(({ type }) => type === "select");
  const day = table.columns.find(({ type }) => type === "date" || type === "datetime");
  const has = (kind: string) => views.some((view) => view.kind === kind);
  return [
    ...(select && !has("board") ? [`Add a board of ${many} by ${inSentence(select.label)}`] : []),
    ...(day && !has("calendar") ? [`Show ${many} on a calendar`] : []),
    ...(select ? [] : [`Add a status (open, in progress, done) to each ${one}`]),
    `Sort ${many} by ${inSentence((day ?? table.columns[0])?.label ?? "")}`,
    ...(table.columns.some(({ name }) => name === "notes") ? [] : [`Add a notes field to ${many}`]),
    "Make it green",
  ].slice(0, 4);
}

function stepsFor(uses: ToolUse[], told: string[]): PlanStep[] {
  const paths = [...new Set(uses.map(pathOf))];
  const data = paths.filter((path) => /^data\/|^src\/data\//.test(path));
  const rest = paths.filter((path) => !data.includes(path));
  const title = (text: string) => text.replace(/[.;].*$/, "").slice(0, 90);
  const steps: PlanStep[] = [];
  if (data.length > 0) steps.push({ id: "data", title: rest.length > 0 ? "Tables and fields" : title(told[0] ?? "Tables"), files: data });
  if (rest.length > 0)
    steps.push({ id: "screens", title: data.length > 0 ? "Forms and screens" : title(told[0] ?? "Screens"), files: rest });
  return steps;
}
