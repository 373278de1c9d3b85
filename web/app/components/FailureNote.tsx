/** What was refused, in a line beside what was pressed: what happened and what to do next. Forms have a card of it (ApiFailureCard). */
import { type ApiFailure, failureText } from "../api/answer.ts";
import { cn } from "./cn.ts";

interface FailureNoteProps {
  /** null: all went well. */
  failure: ApiFailure | null;
  id?: string;
  className?: string;
}

export const FailureNote = ({ failure, id, className }: FailureNoteProps) =>
  failure && (
    <p id={id} role="alert" className={cn("text-sm text-danger", className)}>
      {failureText(failure)}
    </p>
  );
