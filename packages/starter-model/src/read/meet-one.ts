/** One wish about an app that is there, met as a first description would have it: a rule, a field that is worked out, a screen, a number above a list. */
import type { AppModel } from "../app-model.ts";
import { placed } from "../describe/view-placing.ts";
import type { NeedKind } from "../knowledge/need-words.ts";
import { whereRolesAreGiven } from "../needs/who.ts";
import { namesOf } from "../words/table-names.ts";
import type { Met } from "./index.ts";
import { type Asked, isWorkedOut, listOf, onLists, ruled, workOut } from "./meet-needs.ts";
import { wishFor } from "./wished-screens.ts";

/** What is said of it; `null` where it cannot be met. */
export function meetOne(model: AppModel, { kind, clause, table: name }: { kind: NeedKind; clause: string; table: string }): string | null {
  const all = model.schema.tables;
  const table = all.find((one) => one.name === name);
  if (!table) return null;
  const need: Met = { kind, clause, table: { one: namesOf(table).one, fields: [], parents: [] }, built: false };
  const asked: Asked = { figures: [], tools: [], screens: [], moved: new Map(), roles: [...(model.manifest.roles ?? [])] };
  const columns = JSON.stringify(all);
  if (isWorkedOut(need)) workOut(need, table, model);
  else
    need.built =
      ruled(need, table, all, new Set(), asked) || onLists(need, table, model, asked) || wishFor(need, table, all, asked.screens);
  if (!need.built) return null;
  const known = model.manifest.roles ?? [];
  if (asked.roles.length > known.length) model.manifest.roles = asked.roles;
  const views = asked.screens
    .filter((wish) => !model.views.some((view) => view.kind === wish.kind && view.title === wish.title))
    .map((wish) => {
      const view = placed(model.views, all, wish);
      model.views.push(view);
      return view;
    });
  for (const { table: of, figure } of asked.figures) {
    const list = listOf(model.views, of);
    if (list?.figures.every(({ name: known }) => known !== figure.name)) list.figures.push(figure);
  }
  const fresh = asked.roles.filter(({ name: role }) => !known.some((one) => one.name === role));
  const said = [
    need.said ?? (columns === JSON.stringify(all) ? null : SAID_OF_OTHERS),
    ...asked.figures.map(({ table: of, figure }) => `“${figure.label}” stands above the list of ${namesOf(of).many}.`),
    ...views.map(({ title }) => `There is a new screen “${title}”.`),
    ...(fresh.length > 0 ? [whereRolesAreGiven(fresh)] : []),
  ].filter((one) => one !== null);
  return said.length > 0 ? said.join(" ") : null;
}

const SAID_OF_OTHERS = "What follows from other fields is worked out.";
