/** An import from its file to its end: read, mapped, looked at by the app, written. */
import type { AppSchema, Json, RowImport, Table } from "@edgewright/contracts";
import { useEffect, useRef, useState } from "react";
import type { ApiFailure } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";
import { intoFields, type Mapping, type PreparedRow, prepare, type RowProblem, usualMapping } from "./mapping.ts";
import { loadNames } from "./names.ts";
import { readInWorker } from "./read-in-worker.ts";
import type { Reading } from "./reading.ts";
import type { Sheet } from "./sheet.ts";

const POLL_MS = 500;
/** Rows that are handed in with one call, by their numbers and by their length. */
const CHUNK_ROWS = 500;
const CHUNK_LENGTH = 1_000_000;
const PROBLEMS_SHOWN = 200;

/** What is known of the file, and what is to be made of it. `key`: the field by which rows that are there are found. */
export type ReadFile = { name: string; sheet: Sheet; readings: Reading[] };
export type Draft = ReadFile & { mapping: Mapping; key: string | null };
export type Looked = { run: RowImport; problems: RowProblem[]; problemCount: number };

export type Stage =
  | { step: "choose"; problem: string | null }
  | { step: "reading"; name: string }
  | { step: "map"; draft: Draft; failure: ApiFailure | null }
  | { step: "checking"; draft: Draft; done: number }
  | { step: "checked"; draft: Draft; looked: Looked; failure: ApiFailure | null }
  | { step: "writing"; run: RowImport; looked: Looked; cancelling: boolean }
  | { step: "ended"; run: RowImport; looked: Looked };

/** `file`: one that was read before, with which it begins. */
export function useImport(table: Table, schema: AppSchema, { file, onEnded }: { file?: ReadFile; onEnded: () => void }) {
  const { project } = useWorkspace();
  const data = projectPath(project, "/data");
  const [stage, setStage] = useState<Stage>(() => (file ? mapStage(file, table) : { step: "choose", problem: null }));
  const work = useRef(new AbortController());
  /** What is under way is given up, and the next may begin. */
  const anew = (): AbortSignal => {
    work.current.abort();
    work.current = new AbortController();
    return work.current.signal;
  };
  useEffect(() => () => work.current.abort(), []);

  const choose = async (file: File) => {
    const signal = anew();
    setStage({ step: "reading", name: file.name });
    const read = await readInWorker(file, signal);
    if (signal.aborted) return;
    if (!read.ok) return setStage({ step: "choose", problem: read.problem });
    setStage(mapStage({ name: file.name, sheet: read.sheet, readings: read.readings }, table));
  };

  const check = async (draft: Draft) => {
    const signal = anew();
    setStage({ step: "checking", draft, done: 0 });
    const refused = (failure: ApiFailure) => void (signal.aborted || setStage({ step: "map", draft, failure }));
    const columns = table.columns.filter(({ name }) => draft.mapping.includes(name));
    const names = await loadNames(data, columns, schema, signal);
    if (!names.ok) return refused(names.error);
    const begun = await call<RowImport>("POST", `${data}/tables/${table.name}/imports`, { body: { key: draft.key }, signal });
    if (!begun.ok) return refused(begun.error);
    const fields = intoFields(table, draft.mapping, draft.readings, names.value);
    const own: RowProblem[] = [];
    let run = begun.value;
    let done = 0;
    for (const chunk of chunksOf(draft.sheet, (row) => prepare(row, fields), own)) {
      const answer = await call<RowImport>("POST", `${data}/imports/${run.id}/rows`, {
        body: { first: chunk.first, rows: chunk.rows },
        signal,
      });
      if (!answer.ok) return refused(answer.error);
      run = answer.value;
      done += chunk.taken;
      if (!signal.aborted) setStage({ step: "checking", draft, done });
    }
    const theirs = run.problems.map(({ row, message }) => ({ row, message }));
    const problems = [...own, ...theirs].sort((one, other) => one.row - other.row).slice(0, PROBLEMS_SHOWN);
    if (!signal.aborted)
      setStage({ step: "checked", draft, looked: { run, problems, problemCount: own.length + run.problemCount }, failure: null });
  };

  const write = async (draft: Draft, looked: Looked) => {
    const signal = anew();
    const { run } = looked;
    const answer = await call<RowImport>("POST", `${data}/imports/${run.id}/write`, { body: { leaveOut: true }, signal });
    if (signal.aborted) return;
    if (!answer.ok) return setStage({ step: "checked", draft, looked, failure: answer.error });
    setStage({ step: "writing", run: answer.value, looked, cancelling: false });
    await follow(answer.value, looked, signal);
  };

  /** Until it has ended. A call that is lost on the way is made again: the app goes on with it whoever looks. */
  const follow = async (begun: RowImport, looked: Looked, signal: AbortSignal) => {
    let run = begun;
    while (!signal.aborted && run.stage !== "done" && run.stage !== "undone") {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      const answer = await call<RowImport>("GET", `${data}/imports/${run.id}`, { signal });
      if (!answer.ok || signal.aborted) continue;
      run = answer.value;
      setStage((before) => (before.step === "writing" ? { ...before, run } : before));
    }
    if (signal.aborted) return;
    setStage({ step: "ended", run, looked });
    onEnded();
  };

  const cancel = async () => {
    if (stage.step !== "writing") return;
    setStage({ ...stage, cancelling: true });
    await call("DELETE", `${data}/imports/${stage.run.id}`);
  };

  return {
    stage,
    choose,
    check,
    write,
    cancel,
    change: (draft: Draft) => setStage({ step: "map", draft, failure: null }),
    again: () => {
      anew();
      setStage({ step: "choose", problem: null });
    },
  };
}

const mapStage = (file: ReadFile, table: Table): Stage => ({
  step: "map",
  draft: { ...file, mapping: usualMapping(file.sheet, table), key: null },
  failure: null,
});

type Chunk = { first: number; rows: (Record<string, Json> | null)[]; taken: number };

/** What is to be handed in at once; rows that are no rows of the table go to `problems`. */
function* chunksOf(
  { rows }: Sheet,
  prepared: (row: Sheet["rows"][number]) => ReturnType<typeof prepare>,
  problems: RowProblem[],
): Generator<Chunk> {
  let chunk: PreparedRow[] = [];
  let [length, taken] = [0, 0];
  const close = function* (): Generator<Chunk> {
    const [start] = chunk;
    if (start) yield { first: start.number, rows: spread(chunk, start.number), taken };
    [chunk, length, taken] = [[], 0, 0];
  };
  for (const row of rows) {
    const [start] = chunk;
    if (length > CHUNK_LENGTH || (start && row.number - start.number >= CHUNK_ROWS)) yield* close();
    taken++;
    const read = prepared(row);
    if (!read.ok) {
      problems.push(read.problem);
      continue;
    }
    chunk.push(read.row);
    length += JSON.stringify(read.row.values).length;
  }
  yield* close();
}

/** Each at the place of its number, with nothing where there is none. */
function spread(rows: readonly PreparedRow[], first: number): Chunk["rows"] {
  const places: Chunk["rows"] = [];
  for (const { number, values } of rows) {
    while (places.length < number - first) places.push(null);
    places.push(values);
  }
  return places;
}
