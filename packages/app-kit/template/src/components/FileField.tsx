import { type FileValue, fileUrl } from "@edgewright/app-kit";
import { Paperclip, RotateCw, Upload as UploadIcon, X } from "lucide-react";
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { cn } from "../lib/cn";
import { filesOf, formatSize, isPicture } from "../lib/files";
import type { FieldProps } from "../lib/form";
import { type Upload, useUploads } from "../lib/uploads";
import { Field } from "./Field";

/** `row`: the id of the row that holds what is there, so that its pictures are shown. */
type Common = { label: string; required?: boolean; table: string; column: string; row?: string };

/** One file: picked, dropped or pasted. With `picture`, a picture. */
export function FileField({ value, onChange, picture = false, ...props }: Common & FieldProps<FileValue> & { picture?: boolean }) {
  return (
    <Chooser
      {...props}
      accept={picture ? PICTURES : undefined}
      noun={picture ? "picture" : "file"}
      value={filesOf(value)}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}

/** A list of files. */
export function FilesField({ value, onChange, ...props }: Common & FieldProps<FileValue[]>) {
  const files = filesOf(value);
  // One that is there in the end is added to what is there by then.
  const latest = useRef(files);
  latest.current = files;
  const put = (next: FileValue[]) => {
    latest.current = next;
    onChange(next.length > 0 ? next : null);
  };
  return (
    <Chooser
      {...props}
      many
      noun="file"
      value={files}
      onAdd={(file) => put([...latest.current, file])}
      onRemove={(file) => put(latest.current.filter(({ id }) => id !== file.id))}
    />
  );
}

const PICTURES = "image/png,image/jpeg,image/gif,image/webp,image/avif";

type ChooserProps = Common &
  Pick<FieldProps<unknown>, "onBlur" | "onUploading" | "onFailed" | "error" | "theirs"> & {
    value: FileValue[];
    many?: boolean;
    noun: "file" | "picture";
    accept?: string;
    onAdd: (file: FileValue) => void;
    onRemove: (file: FileValue) => void;
  };

function Chooser({ table, column, row, value, many = false, noun, accept, onAdd, onRemove, onBlur, ...rest }: ChooserProps) {
  const { onUploading, onFailed, ...props } = rest;
  const { uploads, add, again, cancel } = useUploads({ table, column }, { onDone: onAdd, onUploading, onFailed });
  const [over, setOver] = useState(false);
  /** What was chosen here is shown from here: no row holds it yet. */
  const chosen = useRef(new Map<string, File>());
  const isFull = !many && (value.length > 0 || uploads.length > 0);
  const saved = (file: FileValue) => (row ? fileUrl(table, row, column, file, { thumbnail: true }) : undefined);
  const take = (given: FileList | null) => {
    const files = [...(given ?? [])].slice(0, many ? undefined : 1);
    if (files.length === 0) return false;
    if (!many) for (const upload of uploads) cancel(upload);
    for (const file of files) chosen.current.set(keyOf(file), file);
    add(files);
    return true;
  };
  const onPaste = (event: ClipboardEvent) => isOn(event.currentTarget) && take(event.clipboardData.files) && event.preventDefault();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (isOn(event.currentTarget)) take(event.dataTransfer.files);
  };
  return (
    <Field {...props}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: pasting and dropping are beside the button, which does all of it
        <div
          onPaste={onPaste}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
          className={cn(
            "flex flex-col gap-2 rounded-control border border-dashed border-border p-2 transition-colors focus-within:border-muted",
            over && "border-accent bg-accent/8",
          )}
        >
          {value.map((file) => (
            <Line
              key={file.id}
              name={file.name}
              note={formatSize(file.size)}
              picture={isPicture(file) ? (chosen.current.get(keyOf(file)) ?? saved(file)) : undefined}
              onRemove={() => onRemove(file)}
            />
          ))}
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} onAgain={() => again(upload)} onCancel={() => cancel(upload)} />
          ))}
          <label
            className={cn(
              "flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2 text-muted hover:bg-text/5 hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent",
              isFull && "text-xs",
            )}
          >
            <UploadIcon aria-hidden className="size-4 shrink-0" />
            <span>{isFull ? `Choose another ${noun}` : `Choose, drop or paste ${many ? "files" : `a ${noun}`}`}</span>
            <input
              {...control}
              type="file"
              accept={accept}
              multiple={many}
              className="sr-only"
              onBlur={onBlur}
              onChange={(event: ChangeEvent<HTMLInputElement>) => {
                take(event.target.files);
                event.target.value = "";
              }}
            />
          </label>
        </div>
      )}
    </Field>
  );
}

const keyOf = ({ name, size }: { name: string; size: number }) => `${name}:${size}`;
/** Whoever may not change the form drops and pastes nothing. */
const isOn = (element: Element) => element.closest("fieldset:disabled") === null;

type LineProps = { name: string; note: string; picture?: File | string; onRemove: () => void };

function Line({ name, note, picture, onRemove }: LineProps) {
  return (
    <div className="flex min-w-0 items-center gap-2.5 px-1">
      {picture ? <Preview of={picture} /> : <Paperclip aria-hidden className="size-4 shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="shrink-0 text-xs text-muted tabular-nums">{note}</span>
      <Remove label={`Remove ${name}`} onClick={onRemove} />
    </div>
  );
}

function Preview({ of }: { of: File | string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (typeof of === "string") return setUrl(of);
    const made = URL.createObjectURL(of);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [of]);
  return <img src={url} alt="" className="size-9 shrink-0 rounded-control bg-text/5 object-cover" />;
}

function UploadLine({ upload, onAgain, onCancel }: { upload: Upload; onAgain: () => void; onCancel: () => void }) {
  const { file, share, problem } = upload;
  return (
    <div className="px-1">
      <div className="flex min-w-0 items-center gap-2.5">
        <span className="min-w-0 flex-1 truncate">{file.name}</span>
        <span className="shrink-0 text-xs text-muted tabular-nums">{problem ? formatSize(file.size) : `${Math.floor(share * 100)}%`}</span>
        {problem && (
          <button
            type="button"
            aria-label={`Try ${file.name} again`}
            onClick={onAgain}
            className="rounded-control p-1.5 text-muted hover:bg-text/5 hover:text-text"
          >
            <RotateCw aria-hidden className="size-4" />
          </button>
        )}
        <Remove label={`Cancel ${file.name}`} onClick={onCancel} />
      </div>
      {problem ? (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      ) : (
        <progress aria-label={`Uploading ${file.name}`} value={share} className="block h-1 w-full accent-accent" />
      )}
    </div>
  );
}

const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" aria-label={label} onClick={onClick} className="rounded-control p-1.5 text-muted hover:bg-text/5 hover:text-text">
    <X aria-hidden className="size-4" />
  </button>
);
