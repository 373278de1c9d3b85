import { type Project, ProjectSettings } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { NO_CHANGES, visibleProjects, withMore, withName, withRemoved, withRestored } from "./project-list.ts";

const at = "2026-11-25T12:00:00Z";
const project = (id: string): Project => ({
  id,
  name: id,
  slug: id,
  currentVersion: 1,
  createdAt: at,
  updatedAt: at,
  sessionId: null,
  busy: false,
  waiting: false,
  deletedAt: null,
  settings: ProjectSettings.parse({}),
  organization: { id: "org_1", name: "Acme" },
  role: "editor",
});
const names = (list: Project[]) => list.map(({ name }) => name);

test("a project that moved to the first page meanwhile is listed once", () => {
  const changes = withMore(NO_CHANGES, [project("b"), project("c")]);
  expect(names(visibleProjects([project("c"), project("a")], changes))).toEqual(["c", "a", "b"]);
});

test("a deleted project is gone until it is restored", () => {
  const removed = withRemoved(NO_CHANGES, "a");
  expect(names(visibleProjects([project("a"), project("b")], removed))).toEqual(["b"]);
  expect(names(visibleProjects([project("a"), project("b")], withRestored(removed, "a")))).toEqual(["a", "b"]);
});

test("a new name shows on every page", () => {
  const changes = withName(withMore(NO_CHANGES, [project("b")]), "b", "Fleet");
  expect(names(visibleProjects([project("a")], changes))).toEqual(["a", "Fleet"]);
});
