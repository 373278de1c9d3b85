/** The template's fields of files: chosen, pasted, sent in parts over a connection that breaks, cancelled, removed. */
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react/pure";
import { z } from "zod";
import { fileSchema } from "../lib/files";
import { useForm } from "../lib/form";
import { FileField, FilesField } from "./FileField";
import { FormDialog } from "./FormDialog";

const PART = 4;
type Kept = { name: string; size: number; parts: Map<number, string> };
const kept = new Map<string, Kept>();
const sent: string[] = [];
/** Answers in place of the next ones of the platform. */
let instead: ("lost" | "held" | "refused")[] = [];

const stateOf = (id: string) => {
  const { name, size, parts } = kept.get(id) ?? { name: "", size: 0, parts: new Map() };
  const total = Math.ceil(size / PART);
  const file = parts.size === total ? { id, name, size, type: "text/plain" } : null;
  return { id, parts: total, partBytes: PART, received: [...parts.keys()], file };
};

/** As much of a request as the upload uses, against a platform that keeps files here. */
class Request {
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 200;
  response: unknown;
  private asked = ["", ""];
  open(...asked: [string, string]) {
    this.asked = asked;
  }
  abort() {
    this.onabort?.();
  }
  async send(body: Blob | null) {
    const [method = "", path = ""] = this.asked;
    sent.push(`${method} ${path}`);
    const text = (await body?.text()) ?? "";
    const next = method === "PUT" ? instead.shift() : undefined;
    if (next === "held") return;
    if (next === "lost") return this.onerror?.();
    this.status = next === "refused" ? 400 : 200;
    this.response = next === "refused" ? { code: "bad_request", detail: "This is no picture." } : this.answer(method, path, text);
    this.onload?.();
  }
  private answer(method: string, path: string, text: string) {
    const [, , , id = `fil_${kept.size}`, , part] = path.split("/");
    if (method === "POST") kept.set(id, { ...JSON.parse(text), parts: new Map() });
    if (part) kept.get(id)?.parts.set(Number(part), text);
    return stateOf(id);
  }
}

beforeEach(() => {
  kept.clear();
  sessionStorage.clear();
  sent.length = 0;
  instead = [];
  vi.stubGlobal("XMLHttpRequest", Request);
  vi.stubGlobal("fetch", async () => Response.json({ id: "u1", name: "Ada", email: "", role: "editor", access: "write", roles: [] }));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await cleanup();
});

const report = z.object({ photo: fileSchema.nullable(), papers: z.array(fileSchema).nullable() });

function ReportForm({ onSave }: { onSave: (values: z.infer<typeof report>) => void }) {
  const form = useForm(report, { photo: null, papers: null });
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <FormDialog title="Report" form={form} may onSubmit={form.submit(async (values) => onSave(values))} onClose={() => setOpen(false)}>
      <FileField label="Photo" picture table="reports" column="photo" {...form.field("photo")} />
      <FilesField label="Papers" table="reports" column="papers" {...form.field("papers")} />
    </FormDialog>
  );
}

const textFile = (name: string, text = "0123456789") => new File([text], name, { type: "text/plain", lastModified: 1 });

test("files are sent in parts, over a lost connection, and saved once they are there", async () => {
  const save = vi.fn();
  const screen = await render(<ReportForm onSave={save} />);
  instead = ["lost"];
  const papers = screen.getByLabelText(/Papers/);
  await userEvent.upload(papers, [textFile("a.txt"), textFile("b.txt", "abc")]);
  await expect.element(screen.getByText("a.txt")).toBeVisible();
  await expect.element(screen.getByText("10 bytes")).toBeVisible();
  await expect.element(screen.getByText("3 bytes")).toBeVisible();
  await screen.getByRole("button", { name: "Remove b.txt" }).click();
  await screen.getByRole("button", { name: "Save" }).click();
  const [held] = kept.values();
  expect([...(held?.parts.values() ?? [])]).toEqual(["0123", "4567", "89"]);
  const file = { id: "fil_0", name: "a.txt", size: 10, type: "text/plain" };
  await vi.waitFor(() => expect(save).toHaveBeenCalledWith({ photo: null, papers: [file] }));
});

test("a form waits for what is on its way, which is cancelled, or refused with the reason", async () => {
  const save = vi.fn();
  const screen = await render(<ReportForm onSave={save} />);
  instead = ["held", "refused"];
  await userEvent.upload(screen.getByLabelText(/Papers/), textFile("slow.txt"));
  await expect.element(screen.getByRole("progressbar", { name: "Uploading slow.txt" })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Uploading…" })).toBeDisabled();
  await screen.getByRole("button", { name: "Cancel slow.txt" }).click();
  await expect.element(screen.getByRole("button", { name: "Save" })).toBeEnabled();
  await userEvent.upload(screen.getByLabelText(/Photo/), textFile("page.png"));
  await expect.element(screen.getByRole("alert")).toHaveTextContent("This is no picture.");
  // It is not saved as if the file were there.
  await screen.getByRole("button", { name: "Save" }).click();
  await expect.element(screen.getByText("A file is not uploaded. Try it again, or remove it.")).toBeVisible();
  expect(save).not.toHaveBeenCalled();
  await screen.getByRole("button", { name: "Try page.png again" }).click();
  await expect.element(screen.getByRole("button", { name: "Remove page.png" })).toBeVisible();
  // What is refused is begun again from where it was.
  expect(sent.filter((one) => one.startsWith("POST"))).toHaveLength(2);
});

test("a browser that keeps nothing for a frame takes files all the same", async () => {
  const kept = vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  });
  const screen = await render(<ReportForm onSave={() => {}} />);
  await userEvent.upload(screen.getByLabelText(/Papers/), textFile("a.txt"));
  await expect.element(screen.getByRole("button", { name: "Remove a.txt" })).toBeVisible();
  kept.mockRestore();
});

test("a picture is pasted into its field", async () => {
  const screen = await render(<ReportForm onSave={() => {}} />);
  const data = new DataTransfer();
  data.items.add(textFile("pasted.png"));
  const field = (await screen.getByLabelText(/Photo/).findElement()) as HTMLElement;
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  await expect.element(page.getByRole("button", { name: "Remove pasted.png" })).toBeVisible();
});
