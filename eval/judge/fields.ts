/** Fields of a form, by their label, and how each kind takes a value. */
import type { Locator } from "playwright-core";
import { anyOf, firstShown, type Scope } from "./scope.ts";
import { UnmetExpectation, until } from "./unmet.ts";
import { valueFor } from "./value.ts";
import { pattern, whole } from "./words.ts";

export type Value = string | number | boolean;
export type Fields = Record<string, Value>;

const CONTROLS =
  "input:not([type=hidden], [type=submit], [type=button]), textarea, select, [contenteditable=true], [contenteditable=''], [role=textbox], [role=combobox], [role=checkbox], [role=switch], [role=radiogroup], [role=spinbutton], [role=slider], fieldset";
const GROUPS = ["radiogroup", "group", "listbox"] as const;
const BOXES = ["textbox", "combobox", "spinbutton", "searchbox", "slider", "checkbox", "switch"] as const;

/** Labelled exactly so first; in a form before elsewhere, since a list's filters often bear its fields' names. */
export async function findField(scope: Scope, label: string): Promise<Locator | null> {
  for (const name of [whole(label), pattern(label)]) {
    for (const where of [scope.locator("form"), scope]) {
      const found = await named(where, name);
      if (found) return found;
    }
  }
  return null;
}

async function named(scope: Scope, name: RegExp): Promise<Locator | null> {
  const labelled = scope.getByLabel(name).and(scope.locator(CONTROLS));
  const single = anyOf([labelled, ...BOXES.map((role) => scope.getByRole(role, { name })), scope.getByPlaceholder(name)]);
  return (await firstShown(single)) ?? firstShown(anyOf(GROUPS.map((role) => scope.getByRole(role, { name }))));
}

/** All of them, or null while one is missing. */
export async function findFields(scope: Scope, labels: string[]): Promise<Locator[] | null> {
  const found: Locator[] = [];
  for (const label of labels) {
    const field = await findField(scope, label);
    if (!field) return null;
    found.push(field);
  }
  return found;
}

export async function fillFields(scope: Scope, fields: Fields, patience: number): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = await until(patience, () => findField(scope, label));
    if (!field) throw new UnmetExpectation(`There is no field "${label}".`);
    await setField(field, label, value, patience);
  }
}

const KEY_MS = 25;

export async function typeInto(scope: Scope, given: { field: string; text: string; at: "start" | "end" }, patience: number): Promise<void> {
  const field = await until(patience, () => findField(scope, given.field));
  if (!field) throw new UnmetExpectation(`There is no field "${given.field}".`);
  await field.focus();
  await field.press(given.at === "start" ? "ControlOrMeta+Home" : "ControlOrMeta+End");
  await field.pressSequentially(given.text, { delay: KEY_MS });
}

type Kind = { tag: string; type: string; role: string };

const kindOf = (field: Locator): Promise<Kind> =>
  field.evaluate((element) => ({
    tag: element.tagName.toLowerCase(),
    type: element instanceof HTMLInputElement ? element.type : "",
    role: element.getAttribute("role") ?? "",
  }));

async function setField(field: Locator, label: string, value: Value, patience: number): Promise<void> {
  const { tag, type, role } = await kindOf(field);
  if (type === "checkbox" || role === "checkbox" || role === "switch") return setBox(field, value === true, patience);
  if (tag === "select") return chooseOption(field, label, String(value), patience);
  if (type === "radio")
    return chooseRadio(field.locator("xpath=ancestor::*[self::fieldset or self::form or @role='radiogroup'][1]"), label, value);
  if (tag === "fieldset" || role === "radiogroup" || role === "group" || role === "listbox") return chooseRadio(field, label, value);
  if (role === "combobox" && tag !== "input") return chooseFromList(field, label, String(value), patience);
  await field.fill(valueFor(type, value));
}

/** A box may wait for the platform's confirmation before it shows its new state. */
async function setBox(box: Locator, on: boolean, patience: number): Promise<void> {
  if ((await box.isChecked()) === on) return;
  await box.click();
  if (!(await until(patience, async () => (await box.isChecked()) === on)))
    throw new UnmetExpectation(`The box does not become ${on ? "" : "un"}ticked.`);
}

/** The option may still be on its way, as when it is a row that was just added. */
async function chooseOption(field: Locator, label: string, value: string, patience: number): Promise<void> {
  const index = await until(patience, async () => {
    const names = await field.locator("option").allTextContents();
    const exact = names.findIndex((name) => whole(value).test(name));
    const at = exact >= 0 ? exact : names.findIndex((name) => pattern(value).test(name));
    return at >= 0 ? { at } : null;
  });
  if (!index) throw new UnmetExpectation(`"${label}" has no choice "${value}".`);
  await field.selectOption({ index: index.at });
}

async function chooseRadio(group: Locator, label: string, value: Value): Promise<void> {
  for (const name of [whole(String(value)), pattern(String(value))]) {
    for (const role of ["radio", "option", "button", "checkbox"] as const) {
      const found = await firstShown(group.getByRole(role, { name }));
      if (!found) continue;
      if (role === "radio" || role === "checkbox") await found.check({ force: true });
      else await found.click();
      return;
    }
  }
  throw new UnmetExpectation(`"${label}" has no choice "${value}".`);
}

async function chooseFromList(field: Locator, label: string, value: string, patience: number): Promise<void> {
  await field.click();
  const page = field.page();
  const option = await until(patience, () => firstShown(page.getByRole("option", { name: pattern(value) })));
  if (!option) throw new UnmetExpectation(`"${label}" has no choice "${value}".`);
  await option.click();
}
