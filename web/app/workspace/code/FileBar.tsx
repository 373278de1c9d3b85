/** Over the editor: which file, what can be done with it, and the save of all that is changed. */
import { EllipsisVertical, FileDown, FilePlus, PanelLeft, Pencil, Trash2, Undo2 } from "lucide-react";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { count } from "../../components/figures.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { Kbd } from "../../components/Kbd.tsx";
import { Menu, MenuItem, MenuNote, MenuSeparator } from "../../components/Menu.tsx";
import { Tooltip } from "../../components/Tooltip.tsx";

interface FileBarProps {
  path: string | null;
  version: number;
  draft: boolean;
  changed: number;
  readOnlyReason: string | null;
  busy: boolean;
  archive: string;
  onFiles: () => void;
  onNew: () => void;
  onRename: () => void;
  onDelete: () => void;
  onDiscard: () => void;
  onSave: () => void;
}

export function FileBar(props: FileBarProps) {
  const { path, version, draft, changed, readOnlyReason, busy } = props;
  const noFile = path === null ? "No file is open." : null;
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 border-b border-border px-2">
      <IconButton size="icon-sm" label="Files" className="md:hidden" onClick={props.onFiles}>
        <PanelLeft />
      </IconButton>
      <span className="min-w-0 flex-1 truncate px-1 font-mono text-xs" title={path ?? undefined}>
        {path}
      </span>
      {readOnlyReason !== null ? (
        <Tooltip label={readOnlyReason} describes>
          <button type="button" className="rounded-[5px]">
            <Badge>read-only</Badge>
          </button>
        </Tooltip>
      ) : (
        draft && <Badge tone="warning">draft v{version}</Badge>
      )}
      {changed > 0 && (
        <>
          <span className="text-sm whitespace-nowrap text-muted max-sm:hidden">{count(changed, "unsaved file")}</span>
          <Button size="sm" variant="primary" busy={busy} onClick={props.onSave}>
            Save
            <span className="max-sm:hidden">
              <Kbd keys="mod+s" />
            </span>
          </Button>
        </>
      )}
      <Menu
        trigger={
          <IconButton size="icon-sm" label="Files of the app">
            <EllipsisVertical />
          </IconButton>
        }
      >
        <MenuItem icon={<FilePlus />} disabledReason={readOnlyReason} onClick={props.onNew}>
          New file
        </MenuItem>
        <MenuItem icon={<Pencil />} disabledReason={readOnlyReason ?? noFile} onClick={props.onRename}>
          Rename
        </MenuItem>
        <MenuItem icon={<Trash2 />} disabledReason={readOnlyReason ?? noFile} onClick={props.onDelete}>
          Delete
        </MenuItem>
        {readOnlyReason !== null && <MenuNote>{readOnlyReason}</MenuNote>}
        <MenuSeparator />
        <MenuItem icon={<Undo2 />} disabled={changed === 0} onClick={props.onDiscard}>
          Discard unsaved changes
        </MenuItem>
        <MenuItem icon={<FileDown />} onClick={() => window.location.assign(props.archive)}>
          Download v{version} as zip
        </MenuItem>
      </Menu>
    </div>
  );
}
