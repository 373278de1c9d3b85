/** What every app may take for granted beside its packages: modules that are no code, and `import.meta.env`. Like Vite's `vite/client`, under which name an app may refer to it. */
import { ADDRESSED, QUERIES } from "@edgewright/app-build";

const ofText = (pattern: string) => `declare module "${pattern}" { const text: string; export default text; }`;

/** Of two patterns that end alike the first is taken. */
const TEXT = `declare module "*.module.css" { const classes: { readonly [name: string]: string }; export default classes; }
declare module "*.css" {}
${[...ADDRESSED.map((ending) => `*.${ending}`), ...QUERIES.map((query) => `*?${query}`)].map(ofText).join("\n")}
interface ImportMetaEnv { [name: string]: any; BASE_URL: string; MODE: string; DEV: boolean; PROD: boolean; SSR: boolean }
interface ImportMeta { url: string; readonly env: ImportMetaEnv }
`;

export const AMBIENT_PATH = "node_modules/vite/client.d.ts";
export const AMBIENT_FILES: Record<string, string> = {
  [AMBIENT_PATH]: TEXT,
  "node_modules/vite/package.json": '{ "name": "vite", "exports": { "./client": { "types": "./client.d.ts" } } }',
};
