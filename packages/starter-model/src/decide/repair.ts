/** What to do when the checks find something, or when a person changed the same places meanwhile. */
import type { Conversation } from "../turns/conversation.ts";
import type { Turn } from "../turns/speech.ts";
import type { Decision } from "./decision.ts";
import { pathOf } from "./decision.ts";

/** Takes back what it changed, so that the app is as it was, and says so. */
export function repair(conversation: Conversation, decision: Decision): Turn {
  const uses = decision.kind === "work" ? decision.uses : [];
  const restored = uses.flatMap((use) => {
    const path = pathOf(use);
    const before = conversation.files[path];
    return before === undefined ? [] : [{ tool: "write_file", input: { path, text: before } }];
  });
  const summary = "The change did not pass the checks, so I took it back. Your app is as it was before.";
  return { text: "", calls: [...restored, { tool: "finish", input: { summary } }] };
}
