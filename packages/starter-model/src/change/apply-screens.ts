/** Does what operations ask of screens and of the app as a whole. Each returns why it cannot, or null. */
import { TablePolicy } from "@edgewright/contracts";
import type { View } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { formOf, placed } from "../describe/view-placing.ts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { tableByName } from "./clause.ts";
import { declareRoles } from "./declare-roles.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";
import { saidOf } from "./read-access.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;
type Applied = string | null;

const viewByKey = ({ model }: Draft, key: string): View => {
  const view = model.views.find((candidate) => candidate.key === key);
  if (!view) throw new Error(`The app has no screen ${key}`);
  return view;
};

export function addScreen(draft: Draft, { wish, instead }: Of<"add-screen">): Applied {
  const { model } = draft;
  const same = model.views.find((view) => sameView(view, wish));
  if (same) return `“${same.title}” already shows that.`;
  const view = placed(model.views, model.schema.tables, wish);
  const old = instead === undefined ? undefined : model.views.find(({ key }) => key === instead);
  if (old && model.views.length > 0) {
    view.path = old.path;
    model.views = model.views.map((other) => (other === old ? view : other));
    draft.told.push(`“${view.title}” stands in the place of “${old.title}”.`);
    return null;
  }
  model.views.push(view);
  draft.told.push(`There is a new screen “${view.title}”.`);
  return null;
}

/** The same rows shown in the same way, whatever it is called. */
const sameView = (view: View, wish: object): boolean => JSON.stringify(strip(view)) === JSON.stringify(strip(wish));

const UNTOLD = new Set(["key", "path", "title", "icon", "sort"]);
const strip = (of: object): [string, unknown][] =>
  Object.entries(of)
    .filter(([name]) => !UNTOLD.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));

export function removeScreen(draft: Draft, { key }: Of<"remove-screen">): Applied {
  const { model } = draft;
  const view = viewByKey(draft, key);
  if (model.views.length === 1) return `“${view.title}” is the only screen, so it has to stay. Add another one first.`;
  model.views = model.views.filter((other) => other !== view);
  const [first] = model.views;
  if (view.path === "/" && first) first.path = "/";
  draft.told.push(`The screen “${view.title}” is gone; its data is still there.`);
  return null;
}

export function renameScreen(draft: Draft, { key, to }: Of<"rename-screen">): Applied {
  const view = viewByKey(draft, key);
  const before = view.title;
  view.title = to;
  draft.told.push(`“${before}” is now called “${to}”.`);
  return null;
}

export function screenFirst(draft: Draft, { key }: Of<"screen-first">): Applied {
  const view = viewByKey(draft, key);
  if (view.path === "/" && draft.model.views[0] === view) return `“${view.title}” is the first screen already.`;
  toFront(draft, view);
  draft.told.push(`“${view.title}” is now the first screen.`);
  return null;
}

/** What the app is about: the start page begins with it, and its list comes first of all lists. */
export function mainThing(draft: Draft, { table: name }: Of<"main">): Applied {
  const { model } = draft;
  const table = tableByName(draft, name);
  const list = model.views.find((view) => view.kind === "list" && view.table === name && view.where.length === 0);
  const start = model.views.find((view) => view.kind === "overview");
  if (start) {
    start.table = name;
    if (list) model.views = [start, list, ...model.views.filter((view) => view !== start && view !== list)];
  } else if (list) toFront(draft, list);
  draft.told.push(`${upperFirst(namesOf(table).many)} come first.`);
  return null;
}

function toFront({ model }: Draft, view: View): void {
  const home = model.views.find(({ path }) => path === "/");
  if (home && home !== view) {
    home.path = view.path;
    view.path = "/";
  }
  model.views = [view, ...model.views.filter((other) => other !== view)];
}

/** Opens a table to whoever has the link: they may add a row, and see nothing. */
export function openForm(draft: Draft, { table: name }: Of<"open-form">): Applied {
  const { model } = draft;
  const table = tableByName(draft, name);
  if (model.views.some((view) => view.kind === "form" && view.table === name))
    return `There is a form for ${namesOf(table).many} already, which anyone with the link can send.`;
  const rules = table.policy ?? TablePolicy.parse({});
  table.policy = { ...rules, create: "anyone", ...(rules.read === "anyone" && { read: "member" }) };
  model.manifest.visibility = "link";
  const view = placed(model.views, model.schema.tables, formOf(table));
  model.views.push(view);
  toFront(draft, view);
  draft.told.push(
    `“${view.title}” is a form that anyone with the link can send; the ${namesOf(table).many} are seen by members only. Share gives you the link.`,
  );
  return null;
}

export function link(draft: Draft, { open }: Of<"link">): Applied {
  const { manifest, schema } = draft.model;
  const visibility = open ? "link" : "members";
  if (manifest.visibility === visibility)
    return open ? "Anyone with the link may open this app already; Share gives you the link." : "Only members may open this app as it is.";
  manifest.visibility = visibility;
  const shown = schema.tables.filter(({ policy }) => policy?.read === "anyone");
  const seen =
    shown.length > 0
      ? `They see ${listed(shown.map((table) => namesOf(table).many))}.`
      : `They see no rows of ${listed(schema.tables.map((table) => namesOf(table).many))} yet: say “anyone can see ${namesOf(schema.tables[0] ?? { name: "rows", label: "Rows" }).many}” where they should.`;
  draft.told.push(
    open
      ? `Anyone with the link may now open the app; Share gives you the link. ${seen}`
      : "The app is open to members only again; a link that was shared opens it no more.",
  );
  return null;
}

export function policy(draft: Draft, { table: name, policy: changed, roles }: Of<"policy">): Applied {
  const table = tableByName(draft, name);
  table.policy = { ...TablePolicy.parse({}), ...table.policy, ...changed };
  const verbs: Record<string, string> = { read: "see", create: "add", update: "change", delete: "delete" };
  const byWho = Object.entries(changed).flatMap(([action, who]) =>
    typeof who === "string" ? [{ verb: verbs[action] ?? action, who }] : [],
  );
  const who = byWho[0]?.who;
  if (!who) return null;
  draft.told.push(`${upperFirst(saidOf(who, roles))} can now ${listed(byWho.map(({ verb }) => verb))} ${namesOf(table).many}.`);
  declareRoles(draft, roles);
  if (who === "anyone" && draft.model.manifest.visibility !== "link") draft.model.manifest.visibility = "link";
  return null;
}

export function callApp(draft: Draft, { name }: Of<"call-app">): Applied {
  draft.model.manifest.name = name;
  draft.told.push(`The app is now called “${name}”.`);
  return null;
}

export function icon(draft: Draft, { icon: name }: Of<"icon">): Applied {
  draft.model.manifest.icon = name;
  draft.told.push(`The app's icon is now a ${name.replace(/-\d$/, "").replaceAll("-", " ")}.`);
  return null;
}

export function accent(draft: Draft, { accent: name, said }: Of<"accent">): Applied {
  draft.model.accent = name;
  draft.told.push(`Buttons and links are now ${said}.`);
  return null;
}
