import type { Column } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { inPage } from "../../testing/in-page.tsx";
import { CellEditor } from "./CellEditor.tsx";

/** What the editor of a value says, in order. */
async function edit(column: Partial<Column>, value: unknown) {
  const said: string[] = [];
  const own: Column = { name: "field", label: "Field", type: "text", ...column };
  const note = (what: string) => (text?: string) => void said.push(text === undefined ? what : `${what} ${text}`);
  const screen = await inPage(
    <CellEditor
      table="tasks"
      row="row_1"
      column={own}
      value={value}
      references={{}}
      invalid={false}
      autoFocus
      onText={() => {}}
      onEnter={note("enter")}
      onLeave={note("leave")}
      onCancel={note("cancel")}
    />,
  );
  return { ...screen, said };
}

test("Enter keeps what was typed, Esc says to leave it", async () => {
  const { getByRole, said } = await edit({}, "one");
  await getByRole("textbox", { name: "Field" }).fill("two");
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Escape}");
  expect(said).toEqual(["enter two", "cancel"]);
});

test("in a long text Shift and Enter break the line, and leaving it keeps the text", async () => {
  const { getByRole, said } = await edit({ type: "longtext" }, "");
  const field = getByRole("textbox", { name: "Field" });
  await field.fill("one");
  await userEvent.keyboard("{Shift>}{Enter}{/Shift}two");
  await expect.element(field).toHaveValue("one\ntwo");
  await userEvent.tab();
  expect(said).toEqual(["leave one\ntwo"]);
});

test("options are chosen, one that is no longer offered stays until another is", async () => {
  const { getByRole } = await edit({ type: "select", options: ["low", "high"], required: true }, "gone");
  const field = getByRole("combobox", { name: "Field" });
  await expect.element(field).toHaveValue("gone");
  await field.selectOptions("high");
  await expect.element(field).toHaveValue("high");
  await expect.element(getByRole("option", { name: "gone" })).not.toBeInTheDocument();
});

test("yes or no may be left open where it is not needed", async () => {
  const { getByRole } = await edit({ type: "boolean" }, null);
  await expect.element(getByRole("combobox", { name: "Field" })).toHaveValue("");
  await expect.element(getByRole("option", { name: "yes" })).toBeInTheDocument();
});
