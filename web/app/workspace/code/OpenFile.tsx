/** The file that is open: its content of this version, or as it was edited. */
import type { Finding } from "@edgewright/contracts";
import { useMemo } from "react";
import { failureText } from "../../api/answer.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { BinaryFile } from "./BinaryFile.tsx";
import { base64Of } from "./binary.ts";
import Editor from "./Editor.tsx";
import { putEdit } from "./edits.ts";
import { useEdits } from "./use-edits.ts";
import { useText } from "./use-files.ts";

interface OpenFileProps {
  version: number;
  path: string | null;
  inVersion: boolean;
  readOnly: boolean;
  findings: readonly Finding[];
  onSave: () => void;
}

export function OpenFile({ version, path, inVersion, readOnly, findings, onSave }: OpenFileProps) {
  const { project, place } = useWorkspace();
  const { edits, change } = useEdits();
  const loaded = useText(project.id, version, inVersion ? path : null);
  const own = useMemo(() => findings.filter((finding) => finding.file === path && finding.line > 0), [findings, path]);
  const edit = path === null || readOnly ? undefined : edits[path];
  if (path === null) return <EmptyState title="No file is open" className="flex-1" />;
  if (edit?.text === null) return <EmptyState title={`${path} is deleted once you save`} className="flex-1" />;
  if (!inVersion && !edit)
    return (
      <EmptyState title={`There is no ${path} in v${version}`} className="flex-1">
        Choose another file on the left.
      </EmptyState>
    );
  if (!edit && !loaded)
    return (
      <div className="flex-1 space-y-3 p-6">
        {["w-1/3", "w-2/3", "w-1/2", "w-3/5"].map((width) => (
          <Skeleton key={width} className={`h-4 ${width}`} />
        ))}
      </div>
    );
  if (!edit && loaded && !loaded.ok) return <EmptyState title="This file cannot be shown">{failureText(loaded.error)}</EmptyState>;
  const saved = loaded?.ok ? loaded.value : null;
  const text = edit?.text ?? saved ?? "";
  const base64 = base64Of(text);
  if (base64 !== null) return <BinaryFile path={path} base64={base64} />;
  return (
    <div className="min-h-0 flex-1">
      <Editor
        path={path}
        text={text}
        readOnly={readOnly}
        line={place.line}
        findings={own}
        onChange={(text) => change(version, (before) => putEdit(before, path, saved, text))}
        onSave={onSave}
      />
    </div>
  );
}
