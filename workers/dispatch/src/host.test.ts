import { describe, expect, it } from "vitest";
import { parseHost } from "./host.ts";

const at = (host: string) =>
  parseHost(host, { PREVIEW_ORIGIN: "http://preview.localhost:8788", APPS_ORIGIN: "http://apps.localhost:8788" });

describe("a preview host", () => {
  it("names a project and what of it is shown", () => {
    expect(at("todo.preview.localhost:8788")).toEqual({
      label: "todo",
      slug: "todo",
      environment: "preview",
      channel: "current",
      shown: "current",
    });
    expect(at("Todo--draft.preview.localhost:8788")).toEqual({
      label: "todo--draft",
      slug: "todo",
      environment: "preview",
      channel: "draft",
      shown: "draft",
    });
    expect(at("my-app--v12.preview.localhost:8788")).toEqual({
      label: "my-app--v12",
      slug: "my-app",
      environment: "preview",
      channel: "v12",
      shown: "v12",
    });
    expect(at("todo--v0.preview.localhost:8788")).toMatchObject({ slug: "todo--v0", environment: "preview", channel: "current" });
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
      environment: "production",
      channel: "current",
      shown: "published",
    });
  });

  it("has no channels", () => {
    expect(at("todo--draft.apps.localhost:8788")).toMatchObject({ slug: "todo--draft", shown: "published" });
    expect(at("apps.localhost:8788")).toBeNull();
  });
});
