/** One file → one CommonJS-style function body, with the lines of the source kept. Used by pack and the server build. */
import type { Finding } from "@edgewright/contracts";
import { type Options, transform } from "sucrase";
import { buildFinding, positionAt } from "./position.ts";
import { refreshSuffix } from "./refresh.ts";

/** `requires` are the specifiers of the code's `require("…")` calls, in order. With `finding`, `code` throws. */
export type Transformed = { code: string; requires: string[]; finding: Finding | null };

/** Raised whenever the same source gives other code, so that kept outputs are made anew. */
export const TRANSFORM_REVISION = "1";

const SCRIPT = /\.(tsx?|jsx?|mjs)$/;
export const REQUIRE = /\brequire\((?:'([^'\n]+)'|"([^"\n]+)")\)/g;
const IMPORT_META = /\bimport\.meta\b/g;
const META = "({env:{DEV:true,PROD:false,MODE:'development',BASE_URL:'/'}})";

export function transformFile(path: string, text: string): Transformed {
  if (SCRIPT.test(path)) return transformScript(path, text);
  if (path.endsWith(".json")) return transformJson(path, text);
  if (path.endsWith(".svg")) return plain(`module.exports=${JSON.stringify(`data:image/svg+xml,${encodeURIComponent(text)}`)};`);
  return plain("");
}

const plain = (code: string): Transformed => ({ code, requires: [], finding: null });

function transformScript(path: string, text: string): Transformed {
  const typed = /\.tsx?$/.test(path);
  const options: Options = {
    filePath: path,
    transforms: ["imports", ...(typed ? (["typescript"] as const) : []), ...(path.endsWith(".ts") ? [] : (["jsx"] as const))],
    jsxRuntime: "automatic",
    production: false,
    disableESTransforms: true,
  };
  try {
    const code = transform(text, options).code.replace(IMPORT_META, META) + refreshSuffix(text);
    const requires = [...code.matchAll(REQUIRE)].map((match) => match[1] ?? match[2] ?? "");
    return { code, requires: [...new Set(requires)], finding: null };
  } catch (error) {
    return broken(syntaxFinding(path, error));
  }
}

/** Sucrase says `Error transforming src/App.tsx: Unexpected token (12:5)`. */
function syntaxFinding(path: string, error: unknown): Finding {
  const said = error instanceof Error ? error.message : String(error);
  const [, line = "0", column = "0"] = /\((\d+):(\d+)\)\s*$/.exec(said) ?? [];
  const message = said.replace(`Error transforming ${path}: `, "").replace(/\s*\(\d+:\d+\)\s*$/, "");
  return buildFinding(path, `Syntax error: ${message}`, { line: Number(line), column: Number(column) });
}

function transformJson(path: string, text: string): Transformed {
  try {
    return plain(`module.exports=${JSON.stringify(JSON.parse(text))};`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, offset] = /position (\d+)/.exec(said) ?? [];
    return broken(buildFinding(path, `Not valid JSON: ${said}`, offset ? positionAt(text, Number(offset)) : { line: 1, column: 1 }));
  }
}

const broken = (finding: Finding): Transformed => ({
  code: `throw new SyntaxError(${JSON.stringify(`${finding.file}:${finding.line} ${finding.message}`)});`,
  requires: [],
  finding,
});
