/** One project as a row: what it is called, whether it is live, when it last changed. And the row's skeleton. */
import type { Project } from "@edgewright/contracts";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { Link } from "react-router";
import { type Status, StatusDot } from "../components/Badge.tsx";
import { IconButton } from "../components/IconButton.tsx";
import { Menu, MenuItem, MenuNote, MenuSeparator } from "../components/Menu.tsx";
import { RelativeTime } from "../components/RelativeTime.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { whyNot } from "../permissions/reasons.ts";

const row = "relative flex h-12 max-sm:h-14 items-center gap-3 pr-2 pl-4";

interface ProjectRowProps {
  project: Project;
  onRename: () => void;
  onDelete: () => void;
}

export function ProjectRow({ project, onRename, onDelete }: ProjectRowProps) {
  const [status, words] = statusOf(project);
  const notRename = whyNot(project.role, "project.update");
  const notDelete = whyNot(project.role, "project.delete");
  return (
    <li className={`${row} transition-colors hover:bg-text/3`}>
      <StatusDot status={status} />
      <div className="flex min-w-0 gap-x-3 max-sm:flex-col sm:items-baseline">
        <Link
          to={`/projects/${project.slug}`}
          prefetch="intent"
          className="min-w-0 truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {project.name}
        </Link>
        <span className="shrink-0 text-sm text-muted">
          {words}
          <span className="sm:hidden">
            {", "}
            <RelativeTime at={project.updatedAt} />
          </span>
        </span>
      </div>
      <RelativeTime
        at={project.updatedAt}
        className="relative ml-auto w-28 shrink-0 text-right text-sm text-muted tabular-nums max-sm:hidden"
      />
      <div className="relative max-sm:ml-auto">
        <Menu
          trigger={
            <IconButton label={`More about ${project.name}`} size="icon-sm">
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuItem icon={<Pencil aria-hidden="true" />} disabledReason={notRename} onClick={onRename}>
            Rename
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden="true" />} danger disabledReason={notDelete} onClick={onDelete}>
            Delete
          </MenuItem>
          {notDelete && <MenuNote>{notDelete}</MenuNote>}
        </Menu>
      </div>
    </li>
  );
}

function statusOf({ busy, waiting, currentVersion }: Project): [Status, string] {
  if (waiting) return ["waiting", "Waiting for you"];
  if (busy) return ["busy", "Building"];
  return currentVersion === null ? ["none", "Not live yet"] : ["live", `v${currentVersion} · live`];
}

const WIDTHS = ["w-40", "w-28", "w-52", "w-36"];

export const ProjectRowsSkeleton = () => (
  <div role="status" aria-label="Loading projects" className="divide-y divide-border rounded-card border border-border bg-surface">
    {WIDTHS.map((width) => (
      <div key={width} className={row}>
        <Skeleton className="size-2 rounded-full!" />
        <Skeleton className={`h-3.5 ${width}`} />
        <Skeleton className="mr-9 ml-auto h-3.5 w-20 max-sm:hidden" />
      </div>
    ))}
  </div>
);
