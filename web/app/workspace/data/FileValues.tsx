/** The files of a row, as people read them: small pictures, and names. */
import { type FileValue, filesIn, isPicture } from "@edgewright/contracts";
import { Paperclip } from "lucide-react";
import { pathAs } from "../seen-as/seen-as.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

/** Which field of which row holds them. */
export type FilePlace = { table: string; row: string; column: string };

/** Where a file is read; null: where it is in no row. */
export function useFileUrl(place: FilePlace | null): (file: FileValue, small?: boolean) => string | null {
  const { project, place: workspace } = useWorkspace();
  if (!place) return () => null;
  const path = projectPath(project, `/data/tables/${place.table}/rows/${place.row}/files/${place.column}`);
  return ({ id }, small = false) => pathAs(`${path}/${id}${small ? "?thumbnail=" : ""}`, workspace.as);
}

export function FileValues({ value, place }: { value: unknown; place: FilePlace | null }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-middle">
      {filesIn(value).map((file) => (
        <FileMark key={file.id} file={file} place={place} />
      ))}
    </span>
  );
}

/** A picture in small, else a name. */
export function FileMark({ file, place }: { file: FileValue; place: FilePlace | null }) {
  const url = useFileUrl(place)(file, true);
  if (url && isPicture(file.type))
    return (
      <img src={url} alt={file.name} title={file.name} loading="lazy" className="size-6 shrink-0 rounded-[4px] bg-text/5 object-cover" />
    );
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <Paperclip aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
      <span className="truncate">{file.name}</span>
    </span>
  );
}
