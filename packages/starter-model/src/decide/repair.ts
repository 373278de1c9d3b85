/** What to do when the checks find something, or when a person changed the same places meanwhile. */
import type { Conversation } from "../turns/conversation.ts";
import type { Turn } from "../turns/speech.ts";
import type { Decision, ToolUse } from "./decision.ts";

/** Takes back what it changed, so that the app is as it was, and says so. */
export function repair(conversation: Conversation, decision: Decision): Turn {
  const touched = decision.kind === "work" ? decision.uses.flatMap(pathsOf) : [];
  const restored = [...new Set(touched)].map((path) => {
    const before = conversation.files[path];
    return before === undefined ? { tool: "delete_file", input: { path } } : { tool: "write_file", input: { path, text: before } };
  });
  const summary = "The change did not pass the checks, so I took it back. Your app is as it was before.";
  return { text: "", calls: [...restored, { tool: "finish", input: { summary } }] };
}

const pathsOf = (use: ToolUse): string[] => (use.tool === "rename_file" ? [use.input.from, use.input.to] : [use.input.path]);
