/** A new field of a table, or what one is: its name, its kind, what there is to choose from. */
import { type AppSchema, type Column, ColumnType, isGiven, type Table } from "@edgewright/contracts";
import { Trash2 } from "lucide-react";
import { useAction } from "../../../api/use-action.ts";
import { Button } from "../../../components/Button.tsx";
import { FailureNote } from "../../../components/FailureNote.tsx";
import { Field, FieldControl } from "../../../components/Field.tsx";
import { Input } from "../../../components/Input.tsx";
import { Select } from "../../../components/Select.tsx";
import { Switch } from "../../../components/Switch.tsx";
import { Textarea } from "../../../components/Textarea.tsx";
import { FormDialog, unchanged } from "../../../forms/FormDialog.tsx";
import { useAskedLoss } from "../data-loss.ts";
import { FIELD_TYPES, fieldTypeLabel } from "./field-types.ts";
import { columnOf, FieldValues, hasOptions, hasTarget, valuesOf } from "./field-values.ts";
import { addColumn, changeColumn, nameFor } from "./schema-edit.ts";
import { useChangeTables } from "./use-change-tables.ts";

interface FieldDialogProps {
  table: Table;
  schema: AppSchema;
  /** Null: a new one. */
  column: Column | null;
  onClose: () => void;
}

export default function FieldDialog({ table, schema, column, onClose }: FieldDialogProps) {
  const change = useChangeTables();
  const asked = useAskedLoss();
  const submit = (values: FieldValues) => {
    const { label } = values;
    if (column) return change(changeColumn(table.name, column.name, columnOf(column, values)), `${column.label} was changed`);
    const taken = table.columns.flatMap(({ name, was = [] }) => [name, ...was]);
    const made = columnOf({ name: nameFor(label, taken), label, type: values.type }, values);
    return change(addColumn(table.name, made), `${label} was added to ${table.label}`);
  };
  const computed = column !== null && isGiven(column);
  return (
    <FormDialog
      // It makes room for what is asked about the rows: one dialog is open at a time.
      open={!asked}
      onClose={onClose}
      title={column ? `Field ${column.label}` : `New field of ${table.label}`}
      size="tall"
      schema={FieldValues}
      initial={valuesOf(column, schema)}
      submit={submit}
      action={column ? "Save" : "Add"}
      whyNot={column ? unchanged : undefined}
    >
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="Name" error={errorOf("label")}>
            <Input autoFocus {...bind("label")} />
          </Field>
          <Field label="Kind" hint={computed ? "Its values are given by the app. Ask the agent for another kind." : undefined}>
            <Select
              choices={FIELD_TYPES.map((type) => ({ value: type, label: fieldTypeLabel(type) }))}
              value={values.type}
              onChange={(type) => set({ type: ColumnType.parse(type) })}
              disabled={computed}
            />
          </Field>
          {hasOptions(values.type) && (
            <Field label="Options" hint="One on each line." error={errorOf("options")}>
              <FieldControl>
                <Textarea rows={5} {...bind("options")} />
              </FieldControl>
            </Field>
          )}
          {hasTarget(values.type) && (
            <Field label="Table" error={errorOf("ref")}>
              <Select
                choices={schema.tables.map(({ name, label }) => ({ value: name, label }))}
                value={values.ref || null}
                placeholder="Choose a table"
                onChange={(ref) => set({ ref })}
              />
            </Field>
          )}
          {values.type === "money" && (
            <Field label="Currency" error={errorOf("currency")}>
              <Input maxLength={3} className="w-20 uppercase" {...bind("currency")} />
            </Field>
          )}
          {!computed && (
            <Field label="Needed in each row" aside={<Switch checked={values.required} onChange={(required) => set({ required })} />}>
              {null}
            </Field>
          )}
          {column && table.columns.length > 1 && <RemoveField table={table} column={column} onRemoved={onClose} />}
        </>
      )}
    </FormDialog>
  );
}

/** What the rows would lose is asked before it is done. */
function RemoveField({ table, column, onRemoved }: { table: Table; column: Column; onRemoved: () => void }) {
  const change = useChangeTables();
  const { busy, failure, run } = useAction(async () => {
    const refused = await change(changeColumn(table.name, column.name, undefined), `${column.label} was removed`);
    if (!refused) onRemoved();
    return refused;
  });
  return (
    <div className="border-t border-border pt-4">
      <Button variant="danger" size="sm" busy={busy} onClick={() => void run()}>
        <Trash2 />
        Remove this field
      </Button>
      <FailureNote failure={failure} className="mt-2" />
    </div>
  );
}
