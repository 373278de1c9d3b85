/** What may be sent as a prompt. Used for a project's first sentence and for each message. */
import { type Outcome, PROMPT_MAX } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

export function parsePrompt(raw: string): Outcome<string> {
  const text = raw.trim();
  if (text === "") {
    return fail("prompt_empty", "There is nothing in this message.", {
      next: "Describe what you want to build or change, in a sentence.",
      fields: { text: "empty" },
    });
  }
  if (text.length > PROMPT_MAX) {
    const count = (value: number) => value.toLocaleString("en-US");
    return fail("prompt_too_long", `This message has ${count(text.length)} characters; at most ${count(PROMPT_MAX)} are read.`, {
      next: "Shorten it, or send it in several messages.",
      fields: { text: "too long" },
    });
  }
  return ok(text);
}
