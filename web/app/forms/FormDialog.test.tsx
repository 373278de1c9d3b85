import { expect, test } from "vitest";
import { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { inPage } from "../testing/in-page.tsx";
import { FormDialog, unchanged } from "./FormDialog.tsx";

const Values = z.object({ name: z.string().min(1, "Enter a name."), note: z.string() });
const refusal = (more: Partial<ApiFailure>): ApiFailure => ({ status: 409, code: "conflict", message: "Not so.", ...more });

/** `answers` are what each press of the button meets. */
async function draw(answers: (ApiFailure | null | Promise<null>)[], more: { locked?: string; initial?: z.infer<typeof Values> } = {}) {
  const sent: unknown[] = [];
  let closed = 0;
  const { initial = { name: "", note: "" }, locked } = more;
  const submit = async (values: z.infer<typeof Values>) => {
    sent.push(values);
    return answers[sent.length - 1] ?? null;
  };
  const screen = await inPage(
    <FormDialog
      open
      onClose={() => closed++}
      title="Name it"
      schema={Values}
      initial={initial}
      submit={submit}
      action="Save"
      locked={locked}
      whyNot={locked === undefined ? undefined : unchanged}
    >
      {({ errorOf, bind }) => (
        <>
          <Field label="Name" error={errorOf("name")}>
            <Input {...bind("name")} />
          </Field>
          <Field label="Note" error={errorOf("note")}>
            <Input {...bind("note")} />
          </Field>
        </>
      )}
    </FormDialog>,
  );
  const name = screen.getByRole("textbox", { name: "Name" });
  return { ...screen, name, sent, closed: () => closed, save: screen.getByRole("button", { name: "Save" }) };
}

test("what is wrong is said beside its field, and nothing is sent", async () => {
  const { save, name, getByText, sent } = await draw([]);
  await save.click();
  await expect.element(getByText("Enter a name.")).toBeVisible();
  await name.fill("Fleet");
  await expect.element(getByText("Enter a name.")).not.toBeInTheDocument();
  expect(sent).toEqual([]);
});

test("it closes once it is done", async () => {
  const { save, name, sent, closed } = await draw([null]);
  await name.fill("Fleet");
  await save.click();
  await expect.poll(closed).toBe(1);
  expect(sent).toEqual([{ name: "Fleet", note: "" }]);
});

test("what was typed stays when it is refused, with the reason and the way on", async () => {
  const { save, name, getByText, closed } = await draw([refusal({ next: "Try another." }), null]);
  await name.fill("Fleet");
  await save.click();
  await expect.element(getByText("Not so.")).toBeVisible();
  await expect.element(getByText("Try another.")).toBeVisible();
  await expect.element(name).toHaveValue("Fleet");
  expect(closed()).toBe(0);
  await save.click();
  await expect.poll(closed).toBe(1);
});

test("a refusal that names a field stands at it, and goes when the field is changed", async () => {
  const { save, name, getByText, getByRole } = await draw([refusal({ fields: { name: "It is taken." } })]);
  await name.fill("Fleet");
  await save.click();
  await expect.element(getByText("It is taken.")).toBeVisible();
  await expect.element(getByRole("alert")).not.toBeInTheDocument();
  await name.fill("Fleet 2");
  await expect.element(getByText("It is taken.")).not.toBeInTheDocument();
});

test("a refusal of a field that the form does not have is one of the whole", async () => {
  const { save, name, getByRole } = await draw([refusal({ fields: { slug: "It is taken." } })]);
  await name.fill("Fleet");
  await save.click();
  await expect.element(getByRole("alert")).toHaveTextContent("Not so.");
});

test("while it is sent it is not sent again", async () => {
  const { promise, resolve } = Promise.withResolvers<null>();
  const { save, name, sent, closed } = await draw([promise]);
  await name.fill("Fleet");
  await save.click();
  await expect.element(save).toHaveAttribute("aria-busy", "true");
  await name.click();
  await name.element().closest("form")?.requestSubmit();
  resolve(null);
  await expect.poll(closed).toBe(1);
  expect(sent).toHaveLength(1);
});

test("who may only look is told so, and can close it", async () => {
  const { save, getByText, getByRole, closed } = await draw([], {
    locked: "Viewers cannot do this.",
    initial: { name: "Fleet", note: "" },
  });
  await expect.element(getByText("Viewers cannot do this.").first()).toBeVisible();
  await expect.element(save).toHaveAttribute("aria-disabled", "true");
  await getByRole("button", { name: "Close" }).click();
  expect(closed()).toBe(1);
});

test("Esc and Cancel leave it", async () => {
  const { getByRole, name, closed } = await draw([]);
  await getByRole("button", { name: "Cancel" }).click();
  expect(closed()).toBe(1);
  (name.element() as HTMLElement).focus();
  name.element().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await expect.poll(closed).toBe(2);
});
