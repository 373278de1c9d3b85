/** A new table: an empty one, or one whose fields and rows are a file's. */
import { type AppSchema, type Column, ColumnType } from "@edgewright/contracts";
import { useState } from "react";
import { z } from "zod";
import { Checkbox } from "../../../components/Checkbox.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { Field } from "../../../components/Field.tsx";
import { count } from "../../../components/figures.ts";
import { Input } from "../../../components/Input.tsx";
import { Select } from "../../../components/Select.tsx";
import { DialogForm } from "../../../forms/FormDialog.tsx";
import { ChooseFile } from "../import/ChooseFile.tsx";
import { readInWorker } from "../import/read-in-worker.ts";
import type { ReadFile } from "../import/use-import.ts";
import { FIELD_TYPES, fieldTypeLabel } from "./field-types.ts";
import { hasOptions } from "./field-values.ts";
import { fieldsOf } from "./guess-fields.ts";
import { addTable, nameFor } from "./schema-edit.ts";
import { useChangeTables } from "./use-change-tables.ts";

interface NewTableDialogProps {
  schema: AppSchema;
  onClose: () => void;
  /** The table is there; the file's rows are still to come into it. */
  onMade: (name: string, file: ReadFile | null) => void;
}

const NAME: Column = { name: "name", label: "Name", type: "text", required: true };
/** What a file's text cannot tell: which rows or people it means, what its options are, what is to be uploaded. */
const NOT_IN_TEXT: readonly ColumnType[] = ["reference", "references", "user", "autonumber", "image", "file", "files"];
const IN_TEXT = FIELD_TYPES.filter((type) => !NOT_IN_TEXT.includes(type));

export default function NewTableDialog({ schema, onClose, onMade }: NewTableDialogProps) {
  const { file, problem, choose } = useChosenFile();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="New table" size="wide">
      <TableForm key={file?.name} {...{ schema, file, onClose, onMade }} />
      {!file && (
        <div className="mt-5 border-t border-border pt-5">
          <p className="mb-3 font-medium">Or from a file</p>
          <ChooseFile problem={problem} onChoose={(chosen) => void choose(chosen)} />
        </div>
      )}
    </Dialog>
  );
}

function useChosenFile() {
  const [file, setFile] = useState<ReadFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (chosen: File) => {
    setProblem(null);
    const read = await readInWorker(chosen, new AbortController().signal);
    if (read.ok) setFile({ name: chosen.name, sheet: read.sheet, readings: read.readings });
    else setProblem(read.problem);
  };
  return { file, problem, choose };
}

type FileField = { column: Column; taken: boolean };

const TableValues = z.object({
  label: z.string().trim().min(1, "What is it called?").max(80, "At most 80 characters."),
  fields: z.array(z.custom<FileField>()).refine((fields) => fields.some(({ taken }) => taken), "Take at least one column."),
});

function TableForm({ schema, file, onClose, onMade }: NewTableDialogProps & { file: ReadFile | null }) {
  const change = useChangeTables();
  const columns = file ? fieldsOf(file.sheet, file.readings) : [NAME];
  return (
    <DialogForm
      schema={TableValues}
      initial={{ label: file ? titleOf(file.name) : "", fields: columns.map((column): FileField => ({ column, taken: true })) }}
      submit={async ({ label, fields }) => {
        const name = nameFor(
          label,
          schema.tables.flatMap((table) => [table.name, ...(table.was ?? [])]),
        );
        const taken = fields.filter((field) => field.taken).map(({ column }) => column);
        const refused = await change(addTable({ name, label: label.trim(), columns: taken }), `${label.trim()} was added`);
        if (!refused) onMade(name, file);
        return refused;
      }}
      action={file ? "Create the table" : "Create"}
      onCancel={onClose}
    >
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="Name" error={errorOf("label")}>
            <Input autoFocus placeholder="Customers" {...bind("label")} />
          </Field>
          {file && (
            <>
              <p className="text-muted">
                {file.name} has {count(file.sheet.rows.length, "row")}. They are looked at before they come into the table.
              </p>
              <FileFields fields={values.fields} onChange={(fields) => set({ fields })} />
              {errorOf("fields") && (
                <p role="alert" className="text-sm text-danger">
                  {errorOf("fields")}
                </p>
              )}
            </>
          )}
        </>
      )}
    </DialogForm>
  );
}

function FileFields({ fields, onChange }: { fields: FileField[]; onChange: (fields: FileField[]) => void }) {
  const put = (at: number, field: Partial<FileField>) =>
    onChange(fields.map((each, index) => (index === at ? { ...each, ...field } : each)));
  return (
    <ul aria-label="Columns of the file" className="max-h-[40dvh] overflow-y-auto rounded-control border border-border">
      {fields.map(({ column, taken }, at) => (
        <li key={column.name} className="flex items-center gap-3 border-b border-border px-3 py-2 last:border-b-0">
          <div className="min-w-0 flex-1">
            <Checkbox checked={taken} onChange={(on) => put(at, { taken: on })}>
              {column.label}
            </Checkbox>
          </div>
          <Select
            label={`Kind of ${column.label}`}
            choices={IN_TEXT.filter((type) => column.options || !hasOptions(type)).map((type) => ({
              value: type,
              label: fieldTypeLabel(type),
            }))}
            value={column.type}
            onChange={(type) => put(at, { column: { ...column, type: ColumnType.parse(type) } })}
            disabled={!taken}
            className="w-48! shrink-0"
          />
        </li>
      ))}
    </ul>
  );
}

/** `kunden-2026.csv` is of "Kunden 2026". */
function titleOf(file: string): string {
  const words = file
    .replace(/\.[^.]*$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1, 80);
}
