/** The list of projects: the first page is kept fresh by the loader, further pages are added, changes show at once. */
import type { Project } from "@edgewright/contracts";

export interface ListChanges {
  /** Pages after the first. */
  more: Project[];
  removed: ReadonlySet<string>;
  renamed: ReadonlyMap<string, string>;
}
export const NO_CHANGES: ListChanges = { more: [], removed: new Set(), renamed: new Map() };

export function visibleProjects(first: Project[], { more, removed, renamed }: ListChanges): Project[] {
  const seen = new Set<string>();
  const visible: Project[] = [];
  for (const project of [...first, ...more]) {
    if (seen.has(project.id) || removed.has(project.id)) continue;
    seen.add(project.id);
    visible.push({ ...project, name: renamed.get(project.id) ?? project.name });
  }
  return visible;
}

export const withRemoved = (changes: ListChanges, id: string): ListChanges => ({ ...changes, removed: new Set([...changes.removed, id]) });
export const withRestored = (changes: ListChanges, id: string): ListChanges => ({
  ...changes,
  removed: new Set([...changes.removed].filter((each) => each !== id)),
});
export const withName = (changes: ListChanges, id: string, name: string): ListChanges => ({
  ...changes,
  renamed: new Map([...changes.renamed, [id, name]]),
});
export const withMore = (changes: ListChanges, projects: Project[]): ListChanges => ({ ...changes, more: [...changes.more, ...projects] });
