import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveNames, checkTogether, parseAppPath, withChanges } from "./path.ts";

const refused = (path: string) => {
  const parsed = parseAppPath(path);
  return parsed.ok ? null : `${parsed.error.message} ${parsed.error.next}`;
};

describe("a path", () => {
  it.each([
    "src/App.tsx",
    "constructor",
    "toString",
    "__proto__",
    "src/__proto__/hasOwnProperty.ts",
    "app/routes/[...slug].tsx",
    "app/(group)/$id.tsx",
    ".env.example",
    ".github/workflows/ci.yml",
    ".gitignore",
    "src/console.ts",
    "src/auxiliary.ts",
    "docs/über uns.md",
    "docs/日本語.md",
    "docs/हिन्दी.md",
  ])("%s is one", (path) => expect(parseAppPath(path)).toEqual({ ok: true, value: path }));

  it("is brought into one form", () => {
    expect(parseAppPath("./src//a.ts")).toEqual({ ok: true, value: "src/a.ts" });
    expect(parseAppPath("docs/Ame\u0301lie.md")).toEqual({ ok: true, value: "docs/Am\u00e9lie.md" });
  });

  it.each([
    ["", "empty"],
    ["/etc/passwd", "absolute"],
    ["C:/x", "absolute"],
    ["../x", "leaves the app's folder"],
    ["src\\a.ts", "backslash"],
    ["a".repeat(201), "longer than 200"],
    ["日".repeat(90), "too long for one name"],
    [".git/config", "Git"],
    [".GIT/config", "Git"],
    ["src/.Git", "Git"],
    ["git~1/config", "Git"],
    [".g\u200cit/config", "U+200C"],
    [".git /config", "space"],
    [".git::$INDEX/x", "the character : (U+003A)"],
    ["NODE_MODULES/a.js", "not part of the code"],
    ["con", "device on Windows"],
    ["src/NUL.ts", "device on Windows"],
    ["com1.txt", "device on Windows"],
    ["LPT¹", "device on Windows"],
    ["aux .md", "device on Windows"],
    ["a.", "Windows drops"],
    ["a /b", "Windows drops"],
    [" a", "begins with a space"],
    ["a\u202egpj.exe", "U+202E"],
    ["a\nb", "U+000A"],
    ["a?b", "the character ? (U+003F)"],
  ])("%j is none, and it is said why", (path, why) =>
    expect(refused(path)).toMatch(new RegExp(`${why.replace(/[()?+$]/g, "\\$&")}.*Use another name`, "s")),
  );
});

describe("paths beside one another", () => {
  it.each([
    [["src/App.tsx", "src/APP.tsx"], "same file as src/App.tsx where case does not count"],
    [["src/a/x.ts", "src/A/y.ts"], "its folder is the same as src/a"],
    [["a", "a/b"], "there is a folder a with files in it"],
    [["a/b", "A"], "there is a folder a with files in it"],
    [["docs/STRASSE.md", "docs/straße.md"], "same file"],
  ])("%j cannot be", (paths, why) =>
    expect(checkTogether(paths)).toMatchObject({ ok: false, error: { code: "path_refused", message: expect.stringContaining(why) } }),
  );

  it("may be called what they like else", () => {
    expect(checkTogether(["constructor", "toString", "__proto__", "src/a.ts", "src/b.ts", "src/a/c.ts"])).toEqual({
      ok: true,
      value: undefined,
    });
  });
});

it("names that objects have of their own are files like others", () => {
  const files = withChanges({}, [
    { path: "__proto__", text: "a" },
    { path: "constructor", text: "b" },
  ]);
  expect(Object.entries(files)).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
  expect(Object.keys(withChanges(files, [{ path: "__proto__", text: null }]))).toEqual(["constructor"]);
});

describe("the names of an archive", () => {
  it("are the paths themselves, where those can be unpacked everywhere", () => {
    const paths = ["app.json", "src/App.tsx", "docs/日本語.md", "__proto__", "constructor"];
    expect(archiveNames(paths)).toEqual(paths);
  });

  it("are safe for whatever an old version has, and none is lost", () => {
    const old = [
      ".GIT/config",
      "con",
      "a.",
      "a",
      "a/b",
      "src/App.tsx",
      "src/APP.tsx",
      "../../etc/passwd",
      "x\\y",
      "/root",
      "b:c",
      "",
      "nul.txt",
    ];
    const names = archiveNames(old);
    expect(checkTogether(names)).toMatchObject({ ok: true });
    for (const name of names) expect(parseAppPath(name)).toEqual({ ok: true, value: name });
    expect(new Set(names).size).toBe(old.length);
  });

  it("are so for any names at all", () => {
    const piece = fc.constantFrom(
      "a",
      "A",
      ".git",
      "con",
      "..",
      ".",
      "",
      "é",
      "e\u0301",
      "x.",
      " y",
      "\\",
      "aux.ts",
      "\u202e",
      "z".repeat(90),
      "😀",
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/")),
          { maxLength: 12 },
        ),
        (old) => {
          const names = archiveNames(old);
          expect(checkTogether(names).ok).toBe(true);
          for (const name of names) expect(parseAppPath(name)).toEqual({ ok: true, value: name });
        },
      ),
    );
  });
});
