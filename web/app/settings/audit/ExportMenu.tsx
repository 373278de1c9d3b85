/** The log as a file, narrowed as the list is. */
import { Braces, Download, Table } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { Menu, MenuItem } from "../../components/Menu.tsx";

interface ExportMenuProps {
  /** The API's address of the log. */
  path: string;
  query: string;
  /** Why this person may not. */
  locked: string | null;
}

export function ExportMenu({ path, query, locked }: ExportMenuProps) {
  const button = (
    <Button disabledReason={locked}>
      <Download aria-hidden="true" />
      Export
    </Button>
  );
  if (locked !== null) return button;
  const download = (format: "csv" | "jsonl") => {
    window.location.href = `${path}/export?format=${format}${query === "" ? "" : `&${query}`}`;
  };
  return (
    <Menu trigger={button}>
      <MenuItem onClick={() => download("csv")} icon={<Table aria-hidden="true" />}>
        As a table (CSV)
      </MenuItem>
      <MenuItem onClick={() => download("jsonl")} icon={<Braces aria-hidden="true" />}>
        As lines of JSON
      </MenuItem>
    </Menu>
  );
}
