/** Asks for a file's path, for a new file or another name. */
import { type FormEvent, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { pathProblem } from "./tree.ts";

interface PathDialogProps {
  title: string;
  action: string;
  start: string;
  taken: readonly string[];
  onDone: (path: string | null) => void;
}

export function PathDialog({ title, action, start, taken, onDone }: PathDialogProps) {
  const [path, setPath] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = pathProblem(path.trim(), taken);
    setProblem(wrong);
    if (wrong === null) onDone(path.trim());
  };
  return (
    <Dialog open onOpenChange={() => onDone(null)} title={title}>
      <form onSubmit={submit}>
        <Field label="Path" error={problem}>
          <Input
            value={path}
            spellCheck={false}
            autoFocus
            className="font-mono text-sm"
            onChange={(event) => {
              setPath(event.target.value);
              setProblem(null);
            }}
          />
        </Field>
        <DialogActions>
          <Button onClick={() => onDone(null)}>Cancel</Button>
          <Button variant="primary" type="submit">
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
