/** Moving a card of a board: dragged as a person does it, else by its field. */
import type { Page } from "playwright-core";
import { findFields } from "./fields.ts";
import { changeItem } from "./forms.ts";
import { findButton } from "./press.ts";
import { closest, firstShown, placesNear } from "./scope.ts";
import { UnmetExpectation, until } from "./unmet.ts";
import { pattern } from "./words.ts";

const DROP_MS = 1500;

type Move = { item: string; to: string; apart: string; field: string };

export async function moveItem(page: Page, { item, to, apart, field }: Move, patience: number): Promise<void> {
  const arrived = (ms: number) =>
    until(ms, () => page.evaluate(([words, place]) => window.judge.holds({ words }, place), [item, { near: to, apart }] as const));
  const card = await until(patience, async () => (await placesNear(page, item, apart))[0]?.at(0) ?? null);
  if (!card) throw new UnmetExpectation(`"${item}" is not on the board.`);
  const column = await columnOf(page, to, apart);
  if (column) {
    await card.dragTo(column, { timeout: patience }).catch(() => undefined);
    if (await arrived(Math.min(DROP_MS, patience))) return;
  }
  const select = await closest(page, item, apart, async (scope) => (await findFields(scope, [field])) !== null);
  const button = select ? null : await closest(page, item, apart, (scope) => findButton(scope, `(?:Move )?(?:to )?(?:${to})`));
  if (button) await button.click();
  else await changeItem(page, { item, apart, fields: { [field]: to } }, patience);
  if (!(await arrived(patience))) throw new UnmetExpectation(`"${item}" cannot be moved to "${to}".`);
}

/** The column's landmark, else the largest place around its heading. */
async function columnOf(page: Page, to: string, apart: string) {
  for (const role of ["region", "list", "group", "article"] as const) {
    const found = await firstShown(page.getByRole(role, { name: pattern(to) }));
    if (found) return found;
  }
  return (await placesNear(page, to, apart))[0]?.at(-1) ?? null;
}
