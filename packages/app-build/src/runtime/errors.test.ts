import { describe, expect, it } from "vitest";
import { errorReporter, inFile, locate, toRuntimeError } from "./errors.ts";

const isModule = (path: string) => path.startsWith("src/");
const CHROMIUM = `Error: boom
    at Object.stack_frame (http://todo.preview.localhost:8788/__v/abc/react-dom_client.js:206:251)
    at Counter (src/views/Counter.tsx:5:20)
    at App (src/App.tsx:9:1)`;
const FIREFOX = `Counter@http://todo.preview.localhost:8788/src/views/Counter.tsx:5:20
render@http://todo.preview.localhost:8788/__v/abc/react-dom_client.js:206:251`;

describe("locate", () => {
  it.each([
    ["Chromium", CHROMIUM],
    ["Firefox", FIREFOX],
  ])("finds the app's topmost frame in a stack of %s", (_browser, stack) => {
    expect(locate(stack, isModule)).toEqual({ file: "src/views/Counter.tsx", line: 5, column: 20 });
  });

  it("finds nothing where no frame is the app's", () => {
    expect(locate("Error: x\n    at fetch (http://a/__v/b/c.js:1:2)", isModule)).toBeNull();
  });
});

describe("toRuntimeError", () => {
  it("takes whatever was thrown", () => {
    expect(toRuntimeError("text", isModule, "/a")).toMatchObject({ source: "browser", message: "text", path: "/a" });
    expect(toRuntimeError({ a: 1 }, isModule, "/").message).toBe('Thrown: {"a":1}');
    expect(toRuntimeError(undefined, isModule, "/").message).toBe("Thrown: undefined");
  });

  it("names the file that does not parse", () => {
    const error = toRuntimeError(inFile(new SyntaxError("Unexpected token"), "src/a.ts"), isModule, "/");
    expect(error).toMatchObject({ file: "src/a.ts", message: "src/a.ts: Unexpected token" });
  });
});

describe("errorReporter", () => {
  it("sends the same error at most once a second", () => {
    let now = 0;
    const sent: string[] = [];
    const report = errorReporter(
      ({ message }) => sent.push(message),
      () => now,
    );
    const error = (message: string) => toRuntimeError(new Error(message), isModule, "/");
    for (const message of ["a", "a", "b"]) report(error(message));
    now = 1000;
    report(error("a"));
    expect(sent).toEqual(["a", "b", "a"]);
  });
});
