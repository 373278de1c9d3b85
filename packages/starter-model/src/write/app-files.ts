/** The files that hold the app together: its manifest, its tables, its screens and its routes. */
import { AppSchema, type Column, jsonInLine, type Table } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { pascalCase } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { attribute, code, element, listing, quoted } from "./code.ts";
import { pagedTables } from "./page-view.ts";
import { SourceFile } from "./source-file.ts";
import { componentOf, rowRoute } from "./view-parts.ts";

export const manifestFile = ({ manifest }: AppModel): string => `${JSON.stringify(manifest, null, 2)}\n`;

const schemaTable = ({ columns, ...head }: Table): string => code`
  {
    ${Object.entries(head)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${quoted(name)}: ${jsonInLine(value)},`)}
    "columns": [
      ${columns.map((column: Column, index) => `${jsonInLine(column)}${index < columns.length - 1 ? "," : ""}`)}
    ]
  }
`;

/** One line to a column, so that a change of one column changes one line; its properties in the order of the contract. */
export function schemaFile(model: AppModel): string {
  const schema = AppSchema.parse(model.schema);
  if (schema.tables.length === 0) return `{\n  "tables": []\n}\n`;
  return `${code`
    {
      "tables": [
        ${schema.tables.map(schemaTable).join(",\n")}
      ]
    }
  `}\n`;
}

export function screensFile({ views }: AppModel): string {
  const file = new SourceFile();
  file.use("./components/Shell", "type Screen");
  const entries = views.map(({ key, path, title, icon, own }) => {
    const shown = own === undefined ? `"${icon}"` : file.use("lucide-react", own);
    return listing(`  ${key}: {`, [`path: ${quoted(path)}`, `title: ${quoted(title)}`, `icon: ${shown}`], "},");
  });
  return file.print(
    code`
      export const screens = {
      ${entries}
      } satisfies Record<string, Screen>;
    `,
    "/** The screens of this app, in the order of its navigation. */",
  );
}

export function appFile(model: AppModel): string {
  const file = new SourceFile();
  for (const name of ["Navigate", "Route", "Routes"]) file.use("react-router", name);
  file.use("./components/Shell", "Shell");
  file.use("./screens", "screens");
  const route = (path: string, component: string) => {
    file.use(`./views/${component}`, component);
    return `<Route path=${path} element={<${component} />} />`;
  };
  const routes = [
    ...model.views.map((view) => route(`{screens.${view.key}.path}`, view.kind === "foreign" ? view.component : componentOf(view))),
    ...pagedTables(model).map((table) => route(`"${rowRoute(table)}"`, `${namesOf(table).Type}Page`)),
    `<Route path="*" element={<Navigate to="/" replace />} />`,
  ];
  const shown = visitorScreens(model, file);
  const icon = model.manifest.icon ? file.use("lucide-react", pascalCase(model.manifest.icon)) : "";
  return file.print(code`
    export function App() {
      ${shown.before}
      return (
        ${element(
          "Shell",
          [attribute("name", model.manifest.name), icon && `icon={${icon}}`, `screens={${shown.screens}}`, samplesOf(model)],
          [element("Routes", [], routes, 6)],
          4,
        )}
      );
    }
  `);
}

/** The tables that may have sample rows. */
const samplesOf = ({ samples, schema }: AppModel): string =>
  samples === undefined ? "" : `samples={[${schema.tables.map(({ name }) => quoted(name)).join(", ")}]}`;

/** A visitor with the link sees the forms that are meant for visitors, and no way to the rest. */
function visitorScreens({ manifest, views }: AppModel, file: SourceFile): { before: string; screens: string } {
  const forms = views.filter((view) => view.kind === "form");
  if (manifest.visibility !== "link" || forms.length === 0) return { before: "", screens: "Object.values(screens)" };
  file.use("@edgewright/app-kit", "useUser");
  const open = `[${forms.map(({ key }) => `screens.${key}`).join(", ")}]`;
  return { before: "const member = useUser() !== null;\n", screens: `member ? Object.values(screens) : ${open}` };
}
