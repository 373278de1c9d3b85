import { type FileValue, fileUrl } from "@edgewright/app-kit";
import { Paperclip } from "lucide-react";
import { filesOf, formatSize, isPicture } from "../lib/files";

type Props = {
  table: string;
  column: string;
  row: { id: string };
  value: FileValue | FileValue[] | null | undefined;
  /** On a page of its own a picture is shown large. */
  large?: boolean;
};

/** The files of a row: pictures as pictures, everything else as a link that saves it. */
export function Files({ table, column, row, value, large = false }: Props) {
  const files = filesOf(value);
  if (files.length === 0) return null;
  return (
    <span className="relative z-1 inline-flex max-w-full flex-wrap items-center gap-2 align-middle">
      {files.map((file) => {
        const url = fileUrl(table, row.id, column, file);
        if (!isPicture(file)) return <FileLink key={file.id} file={file} url={url} />;
        return (
          <a key={file.id} href={url} target="_blank" rel="noreferrer" title={file.name} className="block shrink-0">
            <img
              src={large ? url : fileUrl(table, row.id, column, file, { thumbnail: true })}
              alt={file.name}
              loading="lazy"
              className={large ? "max-h-96 max-w-full rounded-control" : "size-9 rounded-control bg-text/5 object-cover"}
            />
          </a>
        );
      })}
    </span>
  );
}

function FileLink({ file, url }: { file: FileValue; url: string }) {
  return (
    <a href={url} download={file.name} className="inline-flex max-w-60 min-w-0 items-center gap-1.5 text-accent hover:underline">
      <Paperclip aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{file.name}</span>
      <span className="shrink-0 text-xs text-muted tabular-nums">{formatSize(file.size)}</span>
    </a>
  );
}
