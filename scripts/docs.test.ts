/** The documents name only what exists: paths, the files named beside a path, links, npm scripts, and tests. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];
const FOLDERS = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;

/** `a/{b,c}/d` → `a/b/d`, `a/c/d`. */
function expand(path: string): string[] {
  const [, before, names, after] = /^(.*?)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  return names === undefined ? [path] : names.split(",").flatMap((name) => expand(`${before}${name}${after}`));
}

/** `eval/reports/MODEL-TIME.md` stands for many. */
const isExample = (path: string) => path.split("/").some((name) => /^[A-Z]+-[A-Z-]+\b/.test(name));

/** Paths in code marks. A bare file name in the same line stands beside the path before it. */
function pathsIn(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    let folder = "";
    return [...line.matchAll(/`([\w@.{},/-]+)`/g)].flatMap(([, code = ""]) => {
      if (FOLDERS.includes(code.split("/")[0] ?? "") && code.includes("/")) {
        const paths = expand(code.replace(/\/$/, ""));
        const [first = ""] = paths;
        folder = /\.\w+$/.test(first) ? dirname(first) : first;
        return paths;
      }
      const beside = folder !== "" && (/^[\w-]+(\/[\w-]+)*\.(ts|tsx|mjs)$/.test(code) || /^src\/[\w/-]+$/.test(code));
      return beside ? [code.startsWith("src/") ? join(folder.split("/").slice(0, 2).join("/"), code) : join(folder, code)] : [];
    });
  });
}

describe.each(DOCUMENTS)("%s", (document) => {
  const text = readFileSync(join(ROOT, document), "utf8");

  it("names paths that exist", () => {
    expect(pathsIn(text).filter((path) => !isExample(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("quotes tests that there are", () => {
    const quoted = [...text.matchAll(/`([^`]+)` “([^”]+)”/g)];
    const isThere = (path: string, name: string) => existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), "utf8").includes(name);
    expect(quoted.flatMap(([all, path = "", name = ""]) => (isThere(path, name) ? [] : [all]))).toEqual([]);
  });

  it("links to what exists", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(#[^)]*)?\)/g)].map(([, link = ""]) => join(dirname(document), link));
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const named = [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !["install", "ci", "run"].includes(name) && !(name in scripts))).toEqual([]);
  });
});
