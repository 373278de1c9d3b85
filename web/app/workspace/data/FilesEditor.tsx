/** The field that edits files: those that are there, and more by picking, dropping or pasting. Esc leaves them as they were. */
import { uploadTo } from "@edgewright/app-kit/upload";
import { type Column, type FileValue, filesIn } from "@edgewright/contracts";
import { Download, Upload, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cn } from "../../components/cn.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { FileMark, useFileUrl } from "./FileValues.tsx";

interface FilesEditorProps {
  table: string;
  column: Column;
  /** The row that holds them; null: one that is being made. */
  row: string | null;
  /** The files, as JSON. */
  text: string;
  invalid: boolean;
  /** To be uploaded at once. */
  given?: File | undefined;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function FilesEditor({ table, column, row, text, invalid, given, onText, onKeyDown }: FilesEditorProps) {
  const files = filesIn(text === "" ? null : JSON.parse(text));
  const many = column.type === "files";
  const put = (next: FileValue[]) => onText(next.length === 0 ? "" : JSON.stringify(many ? next : next[0]));
  const { share, problem, send } = useUpload({ table, column: column.name }, (file) => put(many ? [...files, file] : [file]));
  const input = useRef<HTMLInputElement>(null);
  const place = row === null ? null : { table, row, column: column.name };
  const urlOf = useFileUrl(place);
  const take = (given: FileList | null) => given?.[0] && send(given[0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    input.current?.focus();
    if (given) void send(given);
  }, []);
  return (
    <fieldset
      aria-label={column.label}
      aria-invalid={invalid || undefined}
      onKeyDown={onKeyDown}
      onPaste={(event) => take(event.clipboardData.files) && event.preventDefault()}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
      className={cn("w-64 rounded-[4px] border border-dashed bg-surface p-1", invalid ? "border-danger" : "border-border-strong")}
    >
      {files.map((file) => {
        const url = urlOf(file);
        return (
          <div key={file.id} className="flex min-w-0 items-center gap-1 px-1">
            <FileMark file={file} place={place} />
            <span className="min-w-0 flex-1" />
            {url && (
              <a href={url} download={file.name} aria-label={`Save ${file.name}`} className="rounded-[4px] p-1 text-muted hover:text-text">
                <Download aria-hidden="true" className="size-4" />
              </a>
            )}
            <IconButton size="icon-sm" label={`Remove ${file.name}`} onClick={() => put(files.filter(({ id }) => id !== file.id))}>
              <X />
            </IconButton>
          </div>
        );
      })}
      <label className="flex h-7 cursor-pointer items-center gap-2 rounded-[4px] px-1 text-muted has-focus-visible:outline-2 hover:bg-text/4 hover:text-text">
        <Upload aria-hidden="true" className="size-4 shrink-0" />
        <span className="truncate">{many || files.length === 0 ? "Choose, drop or paste" : "Choose another"}</span>
        <input
          ref={input}
          type="file"
          aria-label={`Upload into ${column.label}`}
          accept={column.type === "image" ? "image/png,image/jpeg,image/gif,image/webp,image/avif" : undefined}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </label>
      {share !== null && <progress aria-label="Uploading" value={share} className="block h-1 w-full accent-accent" />}
      {problem && (
        <p role="alert" className="px-1 pt-1 text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** One at a time. What is still on its way when the field is left is given up. */
function useUpload(field: { table: string; column: string }, onDone: (file: FileValue) => void) {
  const { project } = useWorkspace();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const cancel = useRef<AbortController | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => () => cancel.current?.abort(), []);
  const send = async (file: File) => {
    cancel.current?.abort();
    const own = new AbortController();
    cancel.current = own;
    setShare(0);
    setProblem(null);
    try {
      done.current(await uploadTo(projectPath(project, "/data/files"), file, field, { signal: own.signal, onProgress: setShare }));
    } catch (error) {
      if (!own.signal.aborted) setProblem(error instanceof Error ? error.message : "It could not be uploaded.");
    } finally {
      if (cancel.current === own) setShare(null);
    }
  };
  return { share, problem, send };
}
