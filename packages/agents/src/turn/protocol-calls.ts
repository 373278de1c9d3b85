/** A turn of a model that calls no tools: the marks in its text become the same calls, and their answers one message to it. */
import type { Question } from "@edgewright/contracts";
import { type ProtocolEvent, ProtocolParser } from "@edgewright/text-edits";
import type { ModelMessage } from "ai";
import { fenced } from "../prompt/fenced.ts";
import { answersOfCalls } from "../prompt/instructions.ts";
import type { Calls } from "../tools/calls.ts";
import type { Turn } from "./turn.ts";

type Call = { name: string; input: unknown };

export class ProtocolCalls {
  private readonly parser = new ProtocolParser();
  private readonly calls: Calls;
  private readonly say: (text: string) => void;
  private readonly answers: string[] = [];
  private prose = "";

  constructor(calls: Calls, say: (text: string) => void) {
    this.calls = calls;
    this.say = say;
  }

  async read(delta: string): Promise<void> {
    for (const event of this.parser.push(delta)) await this.take(event);
  }

  /** What the turn came to. The person reads the prose; the model remembers what it wrote and what became of it. */
  async end(turn: Turn): Promise<Pick<Turn, "text" | "calls" | "messages">> {
    for (const event of this.parser.end()) await this.take(event);
    const answered: ModelMessage[] = this.answers.length > 0 ? [{ role: "user", content: answersOfCalls(this.answers) }] : [];
    return { text: this.prose.trim(), calls: this.answers.length, messages: [...turn.messages, ...answered] };
  }

  private async take(event: ProtocolEvent): Promise<void> {
    if (event.type === "text") {
      this.prose += event.text;
      this.say(event.text);
    } else if (event.type === "file.begin" || event.type === "file.progress") {
      this.calls.sayProgress(event.path, event.type === "file.progress" ? event.lines : 0);
    } else if (event.type === "problem") {
      this.answers.push(`Refused: ${event.message}`);
    } else {
      const { name, input } = callOf(event);
      const answer = await this.calls.run({ id: `${this.answers.length}`, name, input, problem: null });
      const title = `${name} ${"path" in event ? event.path : ""}`;
      // The text of a file is not part of the answer to the person.
      this.answers.push(name === "read_file" ? fenced([{ title, text: answer }]).text : `${title}: ${answer}`);
    }
  }
}

type ActionEvent = Exclude<ProtocolEvent, { type: "text" | "file.begin" | "file.progress" | "problem" }>;

function callOf(event: ActionEvent): Call {
  switch (event.type) {
    case "file":
      return { name: "write_file", input: { path: event.path, text: event.text } };
    case "edit":
      return { name: "edit_file", input: { path: event.path, edits: event.edits } };
    case "delete":
      return { name: "delete_file", input: { path: event.path } };
    case "rename":
      return { name: "rename_file", input: { from: event.from, to: event.to } };
    case "read":
      return { name: "read_file", input: { path: event.path } };
    case "plan":
      return { name: "plan", input: { steps: event.steps } };
    case "ask":
      return { name: "ask", input: { questions: [questionOf(event)] } };
    case "finish":
      return { name: "finish", input: { summary: event.summary } };
  }
}

const questionOf = ({ question, suggestions }: Extract<ActionEvent, { type: "ask" }>): Question => ({
  id: "question",
  text: question.slice(0, 500),
  kind: suggestions.length > 0 ? "one" : "text",
  options: suggestions.map((text) => text.slice(0, 200)),
  suggested: suggestions.slice(0, 1).map((text) => text.slice(0, 200)),
});
