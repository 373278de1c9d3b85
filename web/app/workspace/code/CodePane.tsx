/** The app's code: files, an editor, and saving as a version of its own. Loaded when first opened. */
import type { Finding, Version } from "@edgewright/contracts";
import { useState } from "react";
import { cn } from "../../components/cn.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { toast } from "../../components/toast.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { AskAgent } from "../chat/AskAgent.tsx";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { ConflictView } from "./ConflictView.tsx";
import { pathsWith } from "./edits.ts";
import { FileBar } from "./FileBar.tsx";
import { type FileDialog, FileDialogs } from "./FileDialogs.tsx";
import { FileTree } from "./FileTree.tsx";
import { OpenFile } from "./OpenFile.tsx";
import { SavedFindings } from "./SavedFindings.tsx";
import { UploadFiles } from "./UploadFiles.tsx";
import { useDeleteFile } from "./use-delete-file.ts";
import { useEdits } from "./use-edits.ts";
import { useFileList } from "./use-files.ts";
import { useSave } from "./use-save.ts";
import { useUpload } from "./use-upload.ts";

export default function CodePane() {
  const { place } = useWorkspace();
  const { parent } = useEdits();
  const live = useLiveVersion();
  // Edits stay on the version they were begun on; saving merges them into a newer one.
  const version = place.version ?? parent ?? live;
  if (version === null)
    return (
      <EmptyState title="No code yet" action={<AskAgent>Describe the app</AskAgent>} className="py-24!">
        The agent writes it, and it can be changed here.
      </EmptyState>
    );
  return <Files version={version} />;
}

const OLD_VERSION = "An older version is read-only. Restore it, or go back to the live one.";
const NO_FINDINGS: Finding[] = [];
const NO_PATHS: string[] = [];

function Files({ version }: { version: number }) {
  const { project, place, go, versions } = useWorkspace();
  const notAllowed = useWhyNot("version.save");
  const { edits, change, discard, moveTo, parent } = useEdits();
  const live = useLiveVersion();
  const { answer, reload } = useFileList(project.id, version);
  const { save, busy, conflict, settle, closeConflict } = useSave();
  const [dialog, setDialog] = useState<FileDialog>(null);
  const [treeOpen, setTreeOpen] = useState(false);
  const [over, setOver] = useState(false);
  const inVersion = answer?.ok ? answer.value.files.map((file) => file.path) : NO_PATHS;
  const upload = useUpload(version, inVersion);
  const deleteFile = useDeleteFile(version, inVersion);
  const known = versions.find(({ number }) => number === version);
  const draft = known?.status === "draft";
  const readOnlyReason = notAllowed ?? (isReadOnly(version, known, live, parent) ? OLD_VERSION : null);
  const readOnly = readOnlyReason !== null;
  const findings = known?.findings ?? NO_FINDINGS;

  if (answer && !answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  if (conflict) return <ConflictView conflict={conflict} busy={busy} onSettle={settle} onClose={closeConflict} />;
  if (!answer) return <LoadingFiles />;
  const shownEdits = readOnly ? {} : edits;
  const paths = pathsWith(inVersion, shownEdits);
  const path = place.file ?? paths.find((candidate) => candidate === "src/App.tsx") ?? paths[0] ?? null;
  const select = (file: string) => {
    setTreeOpen(false);
    go({ file, line: null });
  };
  const discardAll = () => {
    const [before, at] = [edits, parent];
    discard();
    if (at !== null) toast("Discarded the unsaved changes.", { action: { label: "Undo", onClick: () => moveTo(at, () => before) } });
  };
  return (
    <section
      aria-label="Code"
      className={cn("flex h-full min-h-0", over && !readOnly && "outline-2 -outline-offset-2 outline-accent")}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      // Before the editor, which would write what is in them into the open file.
      onDropCapture={(event) => {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        if (!readOnly) void upload([...event.dataTransfer.files]);
      }}
    >
      <aside className={cn("flex w-56 shrink-0 flex-col border-r border-border max-md:w-full", !treeOpen && "max-md:hidden")}>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <FileTree
            paths={paths}
            edits={shownEdits}
            broken={new Set(findings.map((finding) => finding.file))}
            selected={path}
            onSelect={select}
          />
        </div>
        <UploadFiles notAllowed={readOnlyReason} onFiles={(files) => void upload(files)} />
      </aside>
      <div className={cn("flex min-w-0 flex-1 flex-col", treeOpen && "max-md:hidden")}>
        <FileBar
          path={path}
          version={version}
          draft={draft}
          changed={Object.keys(shownEdits).length}
          readOnlyReason={readOnlyReason}
          busy={busy}
          archive={projectPath(project, `/versions/${version}/archive`)}
          onFiles={() => setTreeOpen(true)}
          onNew={() => setDialog("new")}
          onRename={() => setDialog("rename")}
          onDelete={() => {
            if (path === null) return;
            go({ file: null, line: null });
            void deleteFile(path);
          }}
          onDiscard={discardAll}
          onSave={save}
        />
        {parent !== null && live !== null && live > parent && !draft && (
          <p role="status" className="border-b border-border bg-info-soft px-3 py-1.5 text-sm text-info">
            v{live} was made meanwhile. Saving merges your changes into it.
          </p>
        )}
        <OpenFile
          key={path}
          version={version}
          path={path}
          inVersion={path !== null && inVersion.includes(path)}
          readOnly={readOnly}
          findings={findings}
          onSave={save}
        />
        <SavedFindings findings={findings} />
      </div>
      <FileDialogs
        dialog={dialog}
        path={path}
        paths={paths}
        version={version}
        inVersion={inVersion}
        onChange={(update) => change(version, update)}
        onDone={(file) => {
          setDialog(null);
          if (file !== undefined) go({ file, line: null });
        }}
      />
    </section>
  );
}

/** An older version that held is history; a draft may be gone on with, and so may the version edits were begun on. */
const isReadOnly = (version: number, known: Version | undefined, live: number | null, parent: number | null) =>
  version !== live && version !== parent && known?.status !== "draft";

const LoadingFiles = () => (
  <div className="flex h-full" role="status" aria-label="Loading the files">
    <div className="w-56 space-y-3 border-r border-border p-3 max-md:hidden">
      {["w-1/2", "w-2/3", "w-3/5", "w-3/4", "w-2/5"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
    <div className="flex-1 space-y-3 p-6">
      {["w-1/3", "w-2/3", "w-1/2", "w-3/5"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  </div>
);
