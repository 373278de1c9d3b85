import { describe, expect, it } from "vitest";
import { parseHost } from "./host.ts";

const at = (host: string) =>
  parseHost(host, { PREVIEW_ORIGIN: "http://preview.localhost:8788", APPS_ORIGIN: "http://apps.localhost:8788" });

describe("a preview host", () => {
  it("names a project and what of it is shown", () => {
    expect(at("todo.preview.localhost:8788")).toEqual({
      label: "todo",
      slug: "todo",
      channel: "current",
      rows: { environment: "preview", channel: "current" },
      shown: "current",
    });
    expect(at("Todo--draft.preview.localhost:8788")).toEqual({
      label: "todo--draft",
      slug: "todo",
      channel: "draft",
      rows: { environment: "preview", channel: "draft" },
      shown: "draft",
    });
    expect(at("my-app--v12.preview.localhost:8788")).toEqual({
      label: "my-app--v12",
      slug: "my-app",
      channel: "v12",
      rows: { environment: "preview", channel: "v12" },
      shown: "v12",
    });
    expect(at("todo--v0.preview.localhost:8788")).toMatchObject({ slug: "todo--v0", channel: "current" });
  });

  it("of a pull request has rows of its own", () => {
    expect(at("todo--pr-7.preview.localhost:8788")).toEqual({
      label: "todo--pr-7",
      slug: "todo",
      channel: "pr-7",
      rows: { environment: "fork:pr-7", channel: "current" },
      shown: "pr-7",
    });
    expect(at("todo--pr-0.preview.localhost:8788")).toMatchObject({ slug: "todo--pr-0", channel: "current" });
  });

  it("is nothing on another domain or under a deeper name", () => {
    for (const host of [
      "preview.localhost:8788",
      "todo.example.com",
      "a.b.preview.localhost:8788",
      "-.preview.localhost:8788",
      "todo.preview.localhost:9999",
    ]) {
      expect(at(host)).toBeNull();
    }
  });
});

describe("a host of published apps", () => {
  it("names a project, whose published rows it works with", () => {
    expect(at("Todo.apps.localhost:8788")).toEqual({
      label: "todo",
      slug: "todo",
      channel: "current",
      rows: { environment: "production", channel: "current" },
      shown: "published",
    });
  });

  it("has no channels", () => {
    expect(at("todo--draft.apps.localhost:8788")).toMatchObject({ slug: "todo--draft", shown: "published" });
    expect(at("apps.localhost:8788")).toBeNull();
  });
});
