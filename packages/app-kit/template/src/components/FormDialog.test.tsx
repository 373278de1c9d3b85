/** The template's dialog over `useTable`, as an app has them, while somebody else works on the same row. */

import { type Row, useTable } from "@edgewright/app-kit";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react/pure";
import { z } from "zod";
import { useForm } from "../lib/form";
import { notices } from "../lib/notices";
import { Board } from "./Board";
import { FormDialog } from "./FormDialog";
import { TextField } from "./fields";
import { Notices } from "./Notices";

type Task = { title: string; status: "todo" | "done" | "late" };
const task = z.object({ title: z.string(), status: z.enum(["todo", "done", "late"]) });
const GONE = { code: "not_found", detail: "This row is not there." };

/** A platform that keeps the rows of one table; `others` change them behind the app's back. */
const others = new Map<string, Row<Task>>();
const deleted = new Map<string, Row<Task>>();
const MAY_ALL = { create: false, update: false as boolean | string[], delete: false as boolean | string[] };
let cannot = MAY_ALL;
let made = 0;
const rowOf = (values: Task): Row<Task> => ({ ...values, id: `row_${++made}`, createdAt: "", updatedAt: "", createdBy: null, revision: 1 });

async function answer(path: string, { method = "GET", body }: { method?: string; body?: string } = {}) {
  const { pathname, searchParams } = new URL(path, location.href);
  if (pathname === "/_app/user") return Response.json({ id: "u1", name: "Ada", email: "", role: "editor", access: "write" });
  const id = pathname.split("/")[4];
  const { values, revision } = body ? JSON.parse(body) : { values: {}, revision: Number(searchParams.get("revision")) || undefined };
  if (method === "GET") return Response.json({ rows: [...others.values()], total: others.size, cannot });
  if (pathname.endsWith("/restore")) {
    const back = deleted.get(id ?? "");
    if (back) others.set(back.id, back);
    return back ? Response.json(back) : Response.json(GONE, { status: 404 });
  }
  if (cannot.update === true) return Response.json({ code: "forbidden", detail: "You may look, not change." }, { status: 403 });
  const row = id === undefined ? rowOf(values) : others.get(id);
  if (!row) return Response.json(GONE, { status: 404 });
  if (id !== undefined && revision !== undefined && revision !== row.revision)
    return Response.json({ code: "row_stale", detail: "Someone else changed this.", current: row }, { status: 409 });
  const saved = id === undefined ? row : { ...row, ...values, revision: row.revision + 1 };
  if (method === "DELETE") {
    others.delete(row.id);
    deleted.set(row.id, row);
  } else others.set(row.id, saved);
  return Response.json(saved);
}

beforeEach(() => {
  others.clear();
  cannot = MAY_ALL;
  notices.show(null);
  vi.stubGlobal("fetch", answer);
});
afterEach(() => void vi.unstubAllGlobals());

function Tasks({ table }: { table: string }) {
  const tasks = useTable<Task>(table);
  const [edited, setEdited] = useState<Row<Task> | null>(null);
  return (
    <>
      <Board
        rows={tasks.rows}
        groups={["todo", "done", "late"]}
        groupOf={(row) => row.status}
        onMove={(row, status) => tasks.update(row, { status })}
        onOpen={setEdited}
        mayMove={tasks.can.update}
      >
        {(row) => row.title}
      </Board>
      {edited && <TaskForm tasks={tasks} task={edited} onClose={() => setEdited(null)} />}
      <Notices />
    </>
  );
}

function TaskForm({
  tasks,
  task: row,
  onClose,
}: {
  tasks: ReturnType<typeof useTable<Task>>;
  task: Partial<Row<Task>>;
  onClose: () => void;
}) {
  const { id } = row;
  const form = useForm(task, { title: "", status: "todo", ...row });
  return (
    <FormDialog
      title="Edit task"
      readOnlyTitle="Task"
      may={tasks.can.save(row)}
      form={form}
      onSubmit={form.submit((values: Task, now = row) => tasks.save(now, values))}
      onDelete={id && tasks.can.delete(row) ? (revision = row.revision) => tasks.remove(id, revision) : undefined}
      onClose={onClose}
    >
      <TextField label="Title" {...form.field("title")} />
    </FormDialog>
  );
}

/** One row, opened. Each test has a table of its own: what is loaded is kept for the whole app. */
async function opened() {
  const row = rowOf({ title: "Paint the door", status: "todo" });
  others.set(row.id, row);
  const screen = await render(<Tasks table={`tasks${made}`} />);
  const card = screen.getByRole("button", { name: "Paint the door" });
  await card.click();
  return {
    row,
    screen,
    card,
    dialog: screen.getByRole("dialog"),
    button: (name: string) => screen.getByRole("button", { name, exact: true }),
  };
}

test("deletes at a press, and another one brings it back", async () => {
  const { row, button, screen, dialog, card } = await opened();
  await button("Delete").click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(card).not.toBeInTheDocument();
  expect(others.has(row.id)).toBe(false);
  await expect.element(screen.getByRole("status")).toHaveTextContent("Deleted.Undo");
  await button("Undo").click();
  await expect.element(card).toBeInTheDocument();
  expect(others.get(row.id)).toMatchObject({ id: row.id, title: "Paint the door" });
});

test("does not delete what somebody has changed meanwhile without asking again", async () => {
  const { row, button, screen, dialog } = await opened();
  others.set(row.id, { ...row, title: "Paint the gate", revision: 2 });
  await button("Delete").click();
  await expect.element(screen.getByRole("alert")).toHaveTextContent("Someone else changed this.");
  expect(others.has(row.id)).toBe(true);
  await button("Delete anyway").click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(others.size).toBe(0);
});

test("keeps what was typed when somebody has deleted the row, and adds it anew when asked to", async () => {
  const { row, button, screen, dialog } = await opened();
  others.delete(row.id);
  await screen.getByLabelText("Title").fill("Paint the door blue");
  await button("Save").click();
  await expect
    .element(screen.getByRole("alert"))
    .toHaveTextContent("Someone has deleted this meanwhile. Save again to add it anew, as it is here.");
  await expect.element(screen.getByLabelText("Title")).toHaveValue("Paint the door blue");
  await button("Save").click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect([...others.values()]).toMatchObject([{ title: "Paint the door blue", status: "todo" }]);
});

test("a row that is deleted twice is deleted", async () => {
  const { row, button, dialog } = await opened();
  others.delete(row.id);
  await button("Delete").click();
  await expect.element(dialog).not.toBeInTheDocument();
});

test("a card that somebody has changed meanwhile is moved where both may have their way", async () => {
  const { row, button, screen, card } = await opened();
  await button("Cancel").click();
  others.set(row.id, { ...row, title: "Paint the gate", revision: 2 });
  await press(card, "ArrowRight");
  await expect.element(screen.getByRole("region", { name: "Done" })).toHaveTextContent("Done 1Paint the gate");
  expect(others.get(row.id)).toMatchObject({ title: "Paint the gate", status: "done" });
});

test("a card that somebody has moved elsewhere stays there, and is moved when asked to", async () => {
  const { row, button, screen, card } = await opened();
  await button("Cancel").click();
  others.set(row.id, { ...row, status: "late", revision: 2 });
  await press(card, "ArrowRight");
  await expect.element(screen.getByRole("alert")).toHaveTextContent("Someone else changed this.Change it anyway");
  await expect.element(screen.getByRole("region", { name: "Late" })).toHaveTextContent("Late 1Paint the door");
  expect(others.get(row.id)).toMatchObject({ status: "late" });
  await button("Change it anyway").click();
  await expect.element(screen.getByRole("region", { name: "Done" })).toHaveTextContent("Done 1Paint the door");
  expect(others.get(row.id)).toMatchObject({ status: "done" });
});

test("offers nothing that the table's policy refuses of this row", async () => {
  cannot = { create: false, update: false, delete: [`row_${made + 1}`] };
  const first = await opened();
  await expect.element(first.button("Save")).toBeVisible();
  await expect.element(first.button("Delete")).not.toBeInTheDocument();
  await first.screen.unmount();
  cannot = { create: false, update: [`row_${made + 1}`], delete: false };
  others.clear();
  const { button, screen, card } = await opened();
  await expect.element(screen.getByRole("dialog", { name: "Task" })).toBeVisible();
  await expect.element(button("Save")).not.toBeInTheDocument();
  await expect.element(button("Delete")).toBeVisible();
  await expect.element(card).toHaveAttribute("draggable", "false");
});

test("tells whoever may not change it any more, and keeps what they typed", async () => {
  const { row, button, screen } = await opened();
  await screen.getByLabelText("Title").fill("Paint the door blue");
  cannot = { create: true, update: true, delete: true };
  await button("Save").click();
  await expect.element(screen.getByRole("alert")).toMatchTextContent("You may not change this any more. What you typed is still here");
  await expect.element(screen.getByLabelText("Title")).toHaveValue("Paint the door blue");
  for (const name of ["Save", "Delete"]) await expect.element(button(name)).not.toBeInTheDocument();
  expect(others.get(row.id)).toMatchObject({ title: "Paint the door" });
});

async function press(card: Awaited<ReturnType<typeof opened>>["card"], key: string) {
  (card.element() as HTMLElement).focus();
  await userEvent.keyboard(`{${key}}`);
}
