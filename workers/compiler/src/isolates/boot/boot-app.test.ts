/** The boot check without its isolate: what every new project starts from passes it. */

import { bootModules } from "@edgewright/app-check/boot";
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { createStarterModel } from "@edgewright/starter-model";
import { must } from "@edgewright/testing/must";
import { beforeAll, expect, it } from "vitest";
import { play } from "../../../../../packages/starter-model/src/testing/play.ts";
import { bootApp } from "./boot-app.ts";
import { installBrowser } from "./browser.ts";

const REQUEST =
  "tasks with title, done, due date, assignee, stage (todo, doing, done); a board by stage, a calendar by due date and a chart of tasks by stage";

async function boot(files: FileMap): Promise<string[]> {
  const { entry, modules, findings } = await bootModules(files);
  // Only what we wrote ourselves is run here.
  const text = `({ ${Object.entries(modules)
    .map(([path, body]) => `${JSON.stringify(path)}: ${body}`)
    .join(", ")} })`;
  const errors = await bootApp(async () => ({ entry, modules: new Function(`return ${text}`)() }));
  return [...findings, ...errors].map(({ message }) => message);
}

beforeAll(installBrowser);

it("finds nothing in the starter template", async () => {
  expect(await boot(templateFiles())).toEqual([]);
});

it("finds nothing in an app of the starter model", async () => {
  const { files } = await play(createStarterModel(), templateFiles(), REQUEST);
  expect(files["src/views/TasksBoard.tsx"] ?? Object.keys(files)).toContain("Board");
  expect(await boot(files)).toEqual([]);
});

it("finds a component of the template that cannot be rendered", async () => {
  const path = "src/components/Notices.tsx";
  const broken = must(templateFiles()[path]).replace(", notices.get, notices.get)", ", notices.get)");
  expect(await boot({ ...templateFiles(), [path]: broken })).toContainEqual(expect.stringContaining("getServerSnapshot"));
});

it("tells of an error that a boundary of the app's own would catch", async () => {
  const app = `import { Component, type ReactNode } from "react";
class Boundary extends Component<{ children: ReactNode }> {
  state = { failed: false };
  static getDerivedStateFromError() { return { failed: true }; }
  render() { return this.state.failed ? <p>Sorry</p> : this.props.children; }
}
function Broken(): ReactNode { throw new Error("It broke"); }
export function App() { return <Boundary><Broken /></Boundary>; }
export default App;
`;
  expect(await boot({ ...templateFiles(), "src/App.tsx": app })).toEqual([expect.stringContaining("It broke")]);
});
