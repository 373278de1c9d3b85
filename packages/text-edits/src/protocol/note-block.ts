/** Short texts between marks: the plan, a question to the person, and the end of the work. */
import type { PlanStep } from "@edgewright/contracts";
import { type Block, done, more, type ProtocolEvent, type TakenLine } from "./events.ts";
import { withoutEnd } from "./marks.ts";

type NoteName = "plan" | "ask" | "finish";

/** `<finish>` to `</finish>`, on one line or on several. */
export class NoteBlock implements Block {
  readonly isShown = false;
  private readonly name: NoteName;
  private readonly lines: string[] = [];

  constructor(name: NoteName) {
    this.name = name;
  }

  take(line: string): TakenLine {
    const text = withoutEnd(line).trimEnd();
    const end = `</${this.name}>`;
    this.lines.push(text.endsWith(end) ? text.slice(0, -end.length) : text);
    return text.endsWith(end) ? done(READ[this.name](this.lines)) : more();
  }

  cut(): ProtocolEvent[] {
    return [{ type: "problem", message: `<${this.name}> has no end, so it was not taken. Write it again, and </${this.name}> after it.` }];
  }
}

const READ: Record<NoteName, (lines: string[]) => ProtocolEvent> = {
  plan: (lines) => {
    const steps = lines.map((line) => line.replace(/^\s*(?:[-*]|\d+[.)])\s+/, "").trim()).filter((line) => line !== "");
    if (steps.length === 0)
      return { type: "problem", message: "The plan has no steps. Write one on each line between <plan> and </plan>." };
    return { type: "plan", steps: steps.map(stepOf) };
  },
  ask: (lines) => {
    const isChoice = (line: string) => /^\s*[-*]\s+/.test(line);
    const question = lines
      .filter((line) => !isChoice(line))
      .join("\n")
      .trim();
    if (question === "") return { type: "problem", message: "The question is empty. Write it between <ask> and </ask>." };
    return { type: "ask", question, suggestions: lines.filter(isChoice).map((line) => line.replace(/^\s*[-*]\s+/, "").trim()) };
  },
  finish: (lines) => ({ type: "finish", summary: lines.join("\n").trim() }),
};

/** `Title | src/a.tsx, src/b.ts` */
function stepOf(line: string, index: number): PlanStep {
  const at = line.lastIndexOf("|");
  const files =
    at < 0
      ? []
      : line
          .slice(at + 1)
          .split(",")
          .map((file) => file.trim().replace(/^`|`$/g, ""));
  return { id: String(index + 1), title: (at < 0 ? line : line.slice(0, at)).trim(), files: files.filter((file) => file !== "") };
}
