/** Variables out of a `.env` file, pasted or dropped: what was recognized is shown before anything is set. */
import type { NeededVariable } from "@edgewright/contracts";
import { type DragEvent, useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { DialogActions } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Field, FieldControl } from "../../components/Field.tsx";
import { count } from "../../components/figures.ts";
import { Textarea } from "../../components/Textarea.tsx";
import { type ReadVariable, readEnvFile, withProblem } from "./env-file.ts";
import type { SaveVariables } from "./use-save-variables.ts";

interface ImportFormProps {
  needs: readonly NeededVariable[];
  taken: readonly string[];
  save: SaveVariables;
  onClose: () => void;
}

export function ImportForm({ needs, taken, save, onClose }: ImportFormProps) {
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReadVariable[]>([]);
  const take = (given: string) => {
    setText(given);
    setRead(readEnvFile(given, needs));
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void file.text().then(take);
  };
  const wanted = read.filter(({ problem }) => problem === null);
  const action = useAction(async () => {
    const failure = await save({ set: wanted.map(({ name, value, secret }) => ({ name, value, secret })) });
    if (!failure) onClose();
    return failure;
  });
  return (
    <div className="space-y-4">
      <Field label="The .env file" hint="Paste it, or drop the file here.">
        <FieldControl>
          <Textarea
            rows={6}
            spellCheck={false}
            autoComplete="off"
            className="max-h-56 font-mono text-sm break-all"
            placeholder={'MAIL_KEY=…\nGREETING="Hello"'}
            value={text}
            onChange={({ target }) => take(target.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={drop}
          />
        </FieldControl>
      </Field>
      {read.length > 0 && (
        <ul className="divide-y divide-border">
          {read.map((variable, at) => (
            <li key={variable.name} className="flex flex-wrap items-center gap-x-3 py-1.5 text-sm">
              <span className="min-w-0 flex-1 basis-40 font-mono break-all">{variable.name}</span>
              {variable.problem === null && taken.includes(variable.name) && (
                <span className="text-muted">takes the place of the present one</span>
              )}
              <Checkbox
                checked={variable.secret}
                onChange={(secret) => setRead(read.with(at, withProblem({ name: variable.name, value: variable.value, secret })))}
              >
                secret
              </Checkbox>
              {variable.problem !== null && <p className="basis-full text-danger">Left out: {variable.problem}</p>}
            </li>
          ))}
        </ul>
      )}
      <FailureNote failure={action.failure} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          busy={action.busy}
          disabledReason={wanted.length === 0 && (text.trim() === "" ? "Paste a file first." : "Nothing in it can be set.")}
          onClick={() => void action.run()}
        >
          {wanted.length === 0 ? "Set them" : `Set ${count(wanted.length, "variable")}`}
        </Button>
      </DialogActions>
    </div>
  );
}
