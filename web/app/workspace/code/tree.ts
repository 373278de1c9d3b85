/** A version's files as a tree of folders, for the list beside the editor. */

export type TreeNode = { name: string; path: string; folder: boolean; depth: number };

/** Folders first, then files, each by name; what lies in a closed folder is left out. */
export function treeRows(paths: readonly string[], closed: ReadonlySet<string>): TreeNode[] {
  type Folder = { folders: Map<string, Folder>; files: string[] };
  const root: Folder = { folders: new Map(), files: [] };
  for (const path of paths) {
    const names = path.split("/");
    let folder = root;
    for (const name of names.slice(0, -1)) {
      const inner = folder.folders.get(name) ?? { folders: new Map(), files: [] };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.files.push(names.at(-1) ?? path);
  }
  const rows: TreeNode[] = [];
  const walk = (folder: Folder, prefix: string, depth: number) => {
    for (const [name, inner] of [...folder.folders].sort(([a], [b]) => a.localeCompare(b))) {
      const path = prefix + name;
      rows.push({ name, path, folder: true, depth });
      if (!closed.has(path)) walk(inner, `${path}/`, depth + 1);
    }
    for (const name of folder.files.sort((a, b) => a.localeCompare(b))) {
      rows.push({ name, path: prefix + name, folder: false, depth });
    }
  };
  walk(root, "", 0);
  return rows;
}

/** Why a path cannot be a file's, in words, or null. The API has the last word. */
export function pathProblem(path: string, taken: readonly string[]): string | null {
  if (path === "") return "Give the file a name.";
  if (path.startsWith("/") || path.split("/").some((part) => part === "" || part === "." || part === ".."))
    return "Write the path from the app's root, such as src/views/List.tsx.";
  if (!/^[\w./@ -]+$/.test(path)) return "Letters, digits, spaces and . _ - @ only.";
  if (taken.includes(path)) return "There is a file of this name.";
  if (taken.some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`)))
    return "A folder or file of this name is in the way.";
  return null;
}
