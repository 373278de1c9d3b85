import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dropLock, takeLock } from "./folder-lock.mjs";
import { logFile } from "./log-file.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "edgewright-platform-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a log", () => {
  it("keeps the newest lines in files that are bounded in size and number", () => {
    const write = logFile(join(folder, "a.log"), { bytes: 30, kept: 2 });
    for (let line = 1; line <= 20; line++) write(`line ${line}\n`);
    const files = readdirSync(folder).sort();
    expect(files).toEqual(["a.log", "a.log.1", "a.log.2"]);
    const texts = files.toReversed().map((name) => readFileSync(join(folder, name), "utf8"));
    expect(texts.every(({ length }) => length <= 30)).toBe(true);
    expect(texts.join("").trim().split("\n").at(-1)).toBe("line 20");
  });

  it("goes on in the file of an earlier process", () => {
    logFile(join(folder, "a.log"))("one\n");
    logFile(join(folder, "a.log"))("two\n");
    expect(readFileSync(join(folder, "a.log"), "utf8")).toBe("one\ntwo\n");
  });

  it("that cannot be written is said once, and ends nothing", () => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    const write = logFile(join(folder, "a.log"));
    mkdirSync(join(folder, "a.log"));
    for (let line = 0; line < 3; line++) write("x\n");
    expect(said).toHaveBeenCalledTimes(1);
    rmSync(join(folder, "a.log"), { recursive: true });
    write("again\n");
    expect(readFileSync(join(folder, "a.log"), "utf8")).toBe("again\n");
  });
});

describe("a folder's lock", () => {
  const file = () => join(folder, "running.json");
  /** A holder whose pid was given to another process since. */
  const dead = () => JSON.stringify({ run: "run-1", pid: process.pid, began: "before", says: "x" });

  it("has one holder, who is named to the others", () => {
    const first = takeLock(file(), "http://localhost:1");
    expect(first.held).toBe(true);
    expect(takeLock(file(), "http://localhost:2")).toMatchObject({ held: false, holder: { pid: process.pid, says: "http://localhost:1" } });
  });

  it("of a holder that is gone is taken over, and says who it was", () => {
    writeFileSync(file(), dead());
    expect(takeLock(file(), "y")).toMatchObject({ held: true, before: { run: "run-1" } });
    expect(readdirSync(folder)).toEqual(["running.json"]);
  });

  it.each(["", "{", "null", "[]"])("that was half written (%j) holds nobody off", (text) => {
    writeFileSync(file(), text);
    expect(takeLock(file(), "y").held).toBe(true);
  });

  it("is given up by its holder only", () => {
    const lock = takeLock(file(), "x");
    dropLock(file(), "somebody else's");
    expect(takeLock(file(), "y").held).toBe(false);
    if (lock.held) dropLock(file(), lock.run);
    expect(takeLock(file(), "y").held).toBe(true);
  });
});
