/** Adding, changing and removing an item, however the app lays out its form: in a dialog, on a page of its own, or in place. */
import { first, last } from "@edgewright/core";
import type { Locator, Page } from "playwright-core";
import { type Fields, fillFields, findField, findFields } from "./fields.ts";
import { findButton } from "./press.ts";
import { closest, dialogOf, firstShown, type Scope, topOf } from "./scope.ts";
import { UnmetExpectation, until } from "./unmet.ts";

const OPEN = "New|Add|Create|\\+";
const SAVE = "Save|Add|Create|Submit|Send|Post|Update|Log|Book|Done|Confirm|Apply|OK";
const EDIT = "Edit|Change|Open|Details|View|Manage";
const REMOVE = "Delete|Remove|Discard|Trash";
const SURE = "Delete|Remove|Yes|Confirm|OK";
/** How long to wait for the first of several ways before the next is taken. */
const settling = (patience: number) => Math.min(400, patience);
/** How long an app may take to empty a form that it has saved. */
const emptying = (patience: number) => Math.min(1000, patience);

type Item = { item: string; apart?: string };

export async function addItem(page: Page, given: { fields: Fields; open?: string; save?: string }, patience: number): Promise<void> {
  const labels = Object.keys(given.fields);
  const ready = await until(patience, async () => {
    if (await findFields(await topOf(page), labels)) return "form";
    return (given.open && (await findButton(page, given.open))) || findButton(page, OPEN);
  });
  if (ready === null) throw new UnmetExpectation(`There is no form with ${labels.join(", ")}, and nothing that opens one.`);
  if (ready !== "form") await ready.click();
  await fillAndSave(page, given.fields, given.save, patience);
}

export async function changeItem(page: Page, { item, apart, fields }: Item & { fields: Fields }, patience: number): Promise<void> {
  const labels = Object.keys(fields);
  const inPlace = await until(settling(patience), () =>
    closest(page, item, apart, async (scope) => ((await findFields(scope, labels)) ? scope : null)),
  );
  if (inPlace) return fillFields(inPlace, fields, patience);
  await openItem(page, { item, apart }, patience);
  const ready = await until(patience, async () => {
    if (await findFields(await topOf(page), labels)) return "form";
    return findButton(await topOf(page), EDIT);
  });
  if (ready === null) throw new UnmetExpectation(`"${item}" does not open in a form with ${labels.join(", ")}.`);
  if (ready !== "form") await ready.click();
  await fillAndSave(page, fields, undefined, patience);
}

export async function removeItem(page: Page, { item, apart }: Item, patience: number): Promise<void> {
  const near = () => closest(page, item, apart, (scope) => findButton(scope, REMOVE));
  let button = await until(settling(patience), near);
  if (!button) {
    await openItem(page, { item, apart }, patience);
    button = await until(patience, async () => {
      const found = await findButton(await topOf(page), REMOVE);
      if (found) return found;
      await (await findButton(await topOf(page), EDIT))?.click();
      return null;
    });
  }
  if (!button) throw new UnmetExpectation(`There is nothing to delete "${item}" with.`);
  const questions = () => page.getByText("?").filter({ visible: true }).count();
  const before = { dialogs: await dialogOf(page).count(), questions: await questions() };
  await button.click();
  // The question is a dialog of its own, or stands in the one that is open.
  const sure = await until(settling(patience), async () => {
    const asks = ((await dialogOf(page).count()) > 0 && before.dialogs === 0) || (await questions()) > before.questions;
    return asks ? findButton(await topOf(page), SURE) : null;
  });
  await sure?.click();
}

/** By its own box or a button that says so, else by the field in its form. */
export async function tickItem(page: Page, { item, apart, on }: Item & { on: boolean }, patience: number): Promise<void> {
  const findBox = () => closest(page, item, apart, boxIn);
  const box = await until(settling(patience), findBox);
  if (box) {
    if ((await box.isChecked()) === on) return;
    await box.click();
    // The app may draw the item anew, or take a ticked one out of the list.
    const done = await until(patience, async () => (await (await findBox())?.isChecked()) !== !on);
    if (!done) throw new UnmetExpectation(`The box of "${item}" does not become ${on ? "" : "un"}ticked.`);
    return;
  }
  const words = on ? "Done|Complete|Completed|Finish|Finished|Check|Mark.*" : "Undo|Reopen|Uncheck|Open|Not done|Mark.*";
  const button = await closest(page, item, apart, (scope) => findButton(scope, words));
  if (button) return button.click();
  await changeItem(page, { item, apart, fields: { "Done|Completed?|Finished": on } }, patience);
}

const boxIn = async (scope: Scope): Promise<Locator | null> =>
  (await firstShown(scope.getByRole("checkbox"))) ?? firstShown(scope.getByRole("switch"));

/** Presses what opens the item: its own Edit, else its name. */
async function openItem(page: Page, { item, apart }: Item, patience: number): Promise<void> {
  const opener = await until(
    patience,
    async () =>
      (await closest(page, item, apart, (scope) => findButton(scope, EDIT))) ??
      closest(page, item, apart, (scope) => findButton(scope, item)),
  );
  if (opener) return opener.click();
  const shown = await closest(page, item, apart, async (scope) => scope);
  if (!shown) throw new UnmetExpectation(`"${item}" is not there.`);
  // Whatever lies over the words takes the press, as it does from a person: often the row's own button.
  await shown.click({ force: true });
}

async function fillAndSave(page: Page, fields: Fields, save: string | undefined, patience: number): Promise<void> {
  const labels = Object.keys(fields);
  const start = first(labels);
  const scope = await until(patience, async () => {
    const top = await topOf(page);
    return (await findField(top, start)) ? top : null;
  });
  if (!scope) throw new UnmetExpectation(`There is no field "${start}" in the form.`);
  const inDialog = (await dialogOf(page).count()) > 0;
  await fillFields(scope, fields, patience);
  const end = await findField(scope, last(labels));
  if (!end) throw new UnmetExpectation(`The field "${last(labels)}" is gone once it has been filled in.`);
  const button = await saveButton(scope, end, save);
  await (button ? button.click() : end.press("Enter"));
  if (!inDialog) return void (await until(emptying(patience), async () => !(await holdsStill(scope, fields))));
  if (!(await until(patience, async () => (await dialogOf(page).count()) === 0)))
    throw new UnmetExpectation(`The form does not close: ${((await dialogOf(page).textContent()) ?? "").slice(0, 300)}`);
}

/** Whether the form is there with what was typed, as before it has been saved; many empty themselves once it is. */
async function holdsStill(scope: Scope, fields: Fields): Promise<boolean> {
  const [label, value] = first(Object.entries(fields));
  const field = await findField(scope, label);
  return field !== null && (await field.inputValue({ timeout: 100 }).catch(() => "")) === String(value);
}

/** In the field's own form before elsewhere. */
async function saveButton(scope: Scope, field: Locator, save: string | undefined): Promise<Locator | null> {
  const form = field.locator("xpath=ancestor::form[1]");
  for (const where of (await form.count()) > 0 ? [form, scope] : [scope]) {
    const submit = where.locator("button[type=submit], input[type=submit]");
    const found = (save && (await findButton(where, save))) || (await firstShown(submit)) || (await findButton(where, SAVE));
    if (found) return found;
  }
  return null;
}
