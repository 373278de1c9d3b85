import { type FormEvent, useState } from "react";
import { Button } from "./Button";
import { Input } from "./Input";

type Props = { label: string; action: string; onSend: (text: string) => Promise<unknown> };

/** One line of text and a button that takes it. */
export function Composer({ label, action, onSend }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    try {
      await onSend(text.trim());
      setText("");
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It could not be sent. Try again.");
    }
  };

  return (
    <form onSubmit={send} className="flex flex-col gap-1">
      <div className="flex gap-2">
        <Input aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit">{action}</Button>
      </div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </form>
  );
}
