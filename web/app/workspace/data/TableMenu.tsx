/** What can be done with a table as a whole: rows brought in from a file, and what is shown taken out as one. */
import type { RowQueryInput, Table } from "@edgewright/contracts";
import { Download, Ellipsis, History, Trash2, Upload } from "lucide-react";
import { IconButton } from "../../components/IconButton.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/Menu.tsx";
import { pathAs } from "../seen-as/seen-as.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

interface TableMenuProps {
  table: Table;
  /** What is shown. */
  query: RowQueryInput;
  notAllowed: string | null;
  onImport: () => void;
  onDeleted: () => void;
  onChanges: () => void;
}

const FORMATS = [
  ["csv", "Export as CSV"],
  ["xlsx", "Export for Excel"],
  ["json", "Export as JSON"],
] as const;

export function TableMenu({ table, query, notAllowed, onImport, onDeleted, onChanges }: TableMenuProps) {
  const { project, place } = useWorkspace();
  const address = (format: string) =>
    pathAs(
      projectPath(project, `/data/tables/${table.name}/export?format=${format}&q=${encodeURIComponent(JSON.stringify(query))}`),
      place.as,
    );
  return (
    <Menu
      trigger={
        <IconButton size="icon-sm" label={`More for ${table.label}`}>
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<Upload />} disabledReason={notAllowed} onClick={onImport}>
        Import…
      </MenuItem>
      <MenuSeparator />
      {FORMATS.map(([format, label]) => (
        <MenuItem key={format} icon={<Download />} render={<a href={address(format)} download />}>
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} onClick={onDeleted}>
        Deleted rows
      </MenuItem>
      <MenuItem icon={<History />} onClick={onChanges}>
        Changes of the tables
      </MenuItem>
    </Menu>
  );
}
