/** What the model says and does next. Reading takes as long as what people write, so a platform asks for it where nobody else is answered. */
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { readConversation } from "./turns/conversation.ts";
import { nextTurn } from "./turns/next-turn.ts";
import type { Turn } from "./turns/speech.ts";

export const starterTurn = (prompt: LanguageModelV4Prompt): Turn => nextTurn(readConversation(prompt));

/** Another process that does it. */
export interface StarterTurns {
  starterTurn(prompt: LanguageModelV4Prompt): Promise<Turn>;
}
