/** Brings a file's rows into a table: which column goes into which field, what of it does not fit, and only then the rows. */
import type { AppSchema, RowImport, Table } from "@edgewright/contracts";
import type { ReactNode } from "react";
import { ApiFailureCard } from "../../../components/ApiFailureCard.tsx";
import { Button } from "../../../components/Button.tsx";
import { Dialog, DialogActions } from "../../../components/Dialog.tsx";
import { count } from "../../../components/figures.ts";
import { ChooseFile } from "./ChooseFile.tsx";
import { MapColumns } from "./MapColumns.tsx";
import { type Looked, type ReadFile, useImport } from "./use-import.ts";

interface ImportDialogProps {
  table: Table;
  schema: AppSchema;
  /** One that was read before. */
  file?: ReadFile;
  onClose: () => void;
  /** Rows may have come, or gone again. */
  onEnded: () => void;
}

export default function ImportDialog({ table, schema, file, onClose, onEnded }: ImportDialogProps) {
  const { stage, choose, change, check, write, cancel, again } = useImport(table, schema, { file, onEnded });
  const name = "draft" in stage ? stage.draft.name : stage.step === "reading" ? stage.name : null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Import into ${table.label}`} description={name} size="wide">
      {stage.step === "choose" && <ChooseFile problem={stage.problem} onChoose={choose} />}
      {stage.step === "reading" && <Progress label="Reading the file" />}
      {stage.step === "map" && (
        <>
          <MapColumns table={table} draft={stage.draft} onChange={change} />
          {stage.failure && <ApiFailureCard failure={stage.failure} className="mt-4" />}
          <DialogActions>
            <Button onClick={again}>Another file</Button>
            <Button variant="primary" disabledReason={whyNot(stage.draft.mapping)} onClick={() => void check(stage.draft)}>
              Check {count(stage.draft.sheet.rows.length, "row")}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.step === "checking" && (
        <>
          <Progress label="Checking the rows" done={stage.done} total={stage.draft.sheet.rows.length} />
          <DialogActions>
            <Button onClick={() => change(stage.draft)}>Back</Button>
          </DialogActions>
        </>
      )}
      {stage.step === "checked" && (
        <>
          <Findings looked={stage.looked} />
          {stage.failure && <ApiFailureCard failure={stage.failure} className="mt-4" />}
          <DialogActions>
            <Button onClick={() => change(stage.draft)}>Back</Button>
            <Button
              variant="primary"
              disabledReason={fitting(stage.looked) === 0 ? "No row fits." : null}
              onClick={() => void write(stage.draft, stage.looked)}
            >
              Import {count(fitting(stage.looked), "row")}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.step === "writing" && (
        <>
          <Progress
            label={stage.run.stage === "undoing" ? "Taking rows back" : "Writing the rows"}
            done={stage.run.written}
            total={fitting(stage.looked)}
          />
          <p className="mt-3 text-muted">It goes on when you close this.</p>
          <DialogActions>
            <Button busy={stage.cancelling} onClick={() => void cancel()}>
              Cancel the import
            </Button>
          </DialogActions>
        </>
      )}
      {stage.step === "ended" && (
        <>
          <Ended run={stage.run} looked={stage.looked} />
          <DialogActions>
            {stage.run.stage === "undone" && <Button onClick={again}>Start again</Button>}
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

const whyNot = (mapping: readonly (string | null)[]) =>
  mapping.every((name) => name === null) ? "Choose a field for a column first." : null;
const fitting = ({ run }: Looked) => run.rows - run.problemCount;

function Findings({ looked }: { looked: Looked }) {
  const { run, problemCount } = looked;
  return (
    <>
      <p role="status">
        <span className="font-medium">{count(fitting(looked), "row")}</span> {fitting(looked) === 1 ? "fits" : "fit"}
        {fitting(looked) > 0 && (
          <span className="text-muted">
            : {run.added.toLocaleString("en-US")} new, {run.changed.toLocaleString("en-US")} changed
          </span>
        )}
        .{" "}
        {problemCount === 0
          ? "Nothing is written yet."
          : `${count(problemCount, "row")} ${problemCount === 1 ? "does" : "do"} not and will be left out:`}
      </p>
      <Misfits {...looked} />
    </>
  );
}

function Misfits({ problems, problemCount }: Looked) {
  if (problemCount === 0) return null;
  return (
    <>
      <Listing label="Rows that do not fit">
        {problems.map(({ row, message }) => (
          <tr key={row} className="align-top">
            <th scope="row" className="border-b border-border px-3 py-1.5 text-left font-normal whitespace-nowrap text-muted tabular-nums">
              Row {row}
            </th>
            <td className="border-b border-border px-3 py-1.5 wrap-anywhere">{message}</td>
          </tr>
        ))}
      </Listing>
      {problemCount > problems.length && <p className="mt-2 text-sm text-muted">These are the first {problems.length}.</p>}
    </>
  );
}

const Listing = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section aria-label={label} tabIndex={0} className="mt-3 max-h-[45dvh] overflow-y-auto rounded-control border border-border">
    <table className="w-full border-separate border-spacing-0">
      <tbody>{children}</tbody>
    </table>
  </section>
);

function Ended({ run, looked }: { run: RowImport; looked: Looked }) {
  const { stage, added, changed, left, problems } = run;
  if (stage === "done")
    return (
      <>
        <p role="status">
          {count(added, "row")} added, {changed.toLocaleString("en-US")} changed.
          {looked.problemCount > 0 && ` ${count(looked.problemCount, "row")} left out:`}
        </p>
        <Misfits {...looked} />
      </>
    );
  const [problem] = problems.slice(-1);
  return (
    <div role="status" className="space-y-2">
      <p>
        {left === 0
          ? "Nothing was imported: all of it was taken back."
          : `${count(left, "row")} stay, since other rows need them; all else was taken back.`}
      </p>
      {problem && (
        <p className="text-muted">
          Row {problem.row}: {problem.message}
        </p>
      )}
    </div>
  );
}

/** Without a total: it is at work, and nobody knows how far. */
function Progress({ label, done, total }: { label: string; done?: number; total?: number }) {
  const share = done === undefined || !total ? null : Math.min(1, done / total);
  return (
    <div>
      <p className="flex justify-between gap-3">
        <span>{label}</span>
        {share !== null && (
          <span className="text-muted tabular-nums">
            {done?.toLocaleString("en-US")} of {total?.toLocaleString("en-US")}
          </span>
        )}
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className="mt-2 h-1.5 overflow-hidden rounded-full bg-text/8"
      >
        <div
          className={
            share === null ? "h-full w-1/3 animate-pulse rounded-full bg-text/40" : "h-full rounded-full bg-text/70 transition-[width]"
          }
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
