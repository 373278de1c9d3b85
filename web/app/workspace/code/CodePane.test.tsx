import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace, VERSION } from "../../testing/in-workspace.tsx";
import CodePane from "./CodePane.tsx";

const api = fakeApi();
const SAVE = "POST /api/projects/p1/versions";

/** A version never changes and is read once, so each test has one of its own. */
let last = 10;
const draw = async (role: "editor" | "viewer" = "editor", { number = ++last, live = number }: { number?: number; live?: number } = {}) => {
  const files = `/api/projects/p1/versions/${number}/files`;
  const text = (path: string, of: string) => ({ [`GET ${files}/${path}`]: { path, sha256: "", size: of.length, text: of } });
  const entry = (path: string) => ({ path, sha256: "", size: 1 });
  api.answer({
    [`GET ${files}`]: { version: number, files: [entry("src/App.tsx"), entry("src/old.ts")] },
    ...text("src/App.tsx", "const one = 1;\n"),
    ...text("src/old.ts", "// old\n"),
  });
  const versions = [{ ...VERSION, number: live }, ...(live === number ? [] : [{ ...VERSION, number, isCurrent: false }])];
  const at = live === number ? "/?tab=code" : `/?tab=code&version=${number}`;
  const screen = await inWorkspace(<CodePane />, { role, versions, project: { currentVersion: live }, at });
  const menu = async (item: string) => {
    await screen.getByRole("button", { name: "Files of the app" }).click();
    await screen.getByRole("menuitem", { name: item }).click();
  };
  return {
    ...screen,
    menu,
    number,
    editor: screen.getByRole("textbox", { name: "src/App.tsx" }),
    save: screen.getByRole("button", { name: /^Save/ }),
  };
};
const saved = () => api.asked.filter(({ method }) => method === "POST").map(({ body }) => body);

test("what is typed is an unsaved file until it is saved as a version", async () => {
  const { editor, save, number, getByText } = await draw();
  await expect.element(editor).toMatchTextContent("const one = 1;");
  api.answer({
    [SAVE]: {
      outcome: "saved",
      version: { ...VERSION, number: number + 1 },
      merged: false,
      current: true,
      findings: [],
      unconfirmedHosts: {},
      head: number + 1,
      conflicts: [],
    },
  });
  await editor.click();
  await userEvent.keyboard("{Control>}{Home}{/Control}// mine ");
  await expect.element(getByText("1 unsaved file")).toBeVisible();
  await save.click();
  await expect.poll(saved).toMatchObject([{ parent: number, changes: [{ path: "src/App.tsx", text: "// mine const one = 1;\n" }] }]);
  last = number + 1;
});

test("a new file's path is checked, and the file opened", async () => {
  const { menu, getByRole, getByText } = await draw();
  await menu("New file");
  const path = getByRole("textbox", { name: "Path" });
  await path.fill("/src/x.ts");
  await getByRole("button", { name: "Create" }).click();
  await expect.element(getByText(/Write the path from the app's root/)).toBeVisible();
  await path.fill("src/new.ts");
  await getByRole("button", { name: "Create" }).click();
  await expect.element(getByRole("dialog")).not.toBeInTheDocument();
  await expect.element(getByRole("textbox", { name: "src/new.ts" })).toBeVisible();
  await expect.element(getByText("1 unsaved file")).toBeVisible();
});

test("a renamed file keeps its text, a deleted one comes back with Undo, and all of it can be discarded", async () => {
  const { menu, getByRole, getByText, editor } = await draw();
  await expect.element(editor).toBeVisible();
  await menu("Rename");
  await getByRole("textbox", { name: "Path" }).fill("src/Main.tsx");
  await getByRole("button", { name: "Rename" }).click();
  await expect.element(getByRole("textbox", { name: "src/Main.tsx" })).toMatchTextContent("const one = 1;");
  await expect.element(getByText("2 unsaved files")).toBeVisible();
  await menu("Delete");
  await expect.element(getByText("src/Main.tsx goes with the next save.")).toBeVisible();
  await getByRole("button", { name: "Undo" }).click();
  await expect.element(getByText("2 unsaved files")).toBeVisible();
  await menu("Discard unsaved changes");
  await expect.element(getByText(/unsaved file/)).not.toBeInTheDocument();
});

test("an older version, and what a viewer sees, is read-only", async () => {
  const old = await draw("editor", { number: ++last, live: ++last });
  await expect.element(old.getByText("read-only")).toBeVisible();
  await old.unmount();
  const viewed = await draw("viewer");
  await expect.element(viewed.getByText("read-only")).toBeVisible();
});

test("files that could not be loaded can be asked for again", async () => {
  const number = ++last;
  let asked = 0;
  const at = `/api/projects/p1/versions/${number}/files`;
  const list = { version: number, files: [] };
  const screen = await (async () => {
    api.answer({ [`GET ${at}`]: () => (++asked === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : list) });
    return inWorkspace(<CodePane />, { versions: [{ ...VERSION, number }], project: { currentVersion: number }, at: "/?tab=code" });
  })();
  await expect.element(screen.getByText("Not now.")).toBeVisible();
  await screen.getByRole("button", { name: "Try again" }).click();
  await expect.element(screen.getByText("No file is open")).toBeVisible();
});

test("pictures are uploaded into public/, looked at and saved as their bytes", async () => {
  const { getByLabelText, getByRole, getByText, save } = await draw();
  const pixel = Uint8Array.from(atob(PIXEL), (character) => character.charCodeAt(0));
  await userEvent.upload(getByLabelText("Files to upload"), new File([pixel], "My logo (1).png"));
  await expect.element(getByRole("img", { name: "My-logo-1-.png" })).toBeVisible();
  await expect.element(getByText("/My-logo-1-.png", { exact: true })).toBeVisible();
  await save.click();
  await expect.poll(saved).toMatchObject([{ changes: [{ path: "public/My-logo-1-.png", base64: PIXEL }] }]);
});

test("a font that is dropped anywhere on the code is uploaded too, and not where nothing may be changed", async () => {
  const font = new File([Uint8Array.of(0x77, 0x4f, 0x46, 0x32, 0)], "Inter.woff2", { type: "font/woff2" });
  const drop = (onto: Element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(font);
    for (const name of ["dragover", "drop"]) onto.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  };
  const viewer = await draw("viewer");
  await expect.element(viewer.getByRole("region", { name: "Code" })).toBeVisible();
  drop(viewer.getByRole("region", { name: "Code" }).element());
  await viewer.unmount();
  const { editor, getByText, save } = await draw();
  await expect.element(editor).toBeVisible();
  drop(editor.element());
  await expect.element(getByText("1 unsaved file")).toBeVisible();
  await expect.element(getByText("/Inter.woff2", { exact: true })).toBeVisible();
  await save.click();
  await expect.poll(saved).toMatchObject([{ changes: [{ path: "public/Inter.woff2", base64: "d09GMgA=" }] }]);
});

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
