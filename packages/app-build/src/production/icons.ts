/** The icons that an app uses, as a module of its own in place of the package of all: 200 KB of them are never shown. */
import type { PageModule } from "@edgewright/contracts";
import { z } from "zod";
import { ICON_CATALOGUE, ICON_CORE } from "../icons.generated.ts";

export const ICON_PACKAGE = "lucide-react";

/** `aliases`: other names of the same. */
const Catalogue = z.object({ icons: z.record(z.string(), z.json()), aliases: z.record(z.string(), z.string()) });

let read: z.infer<typeof Catalogue> | null = null;
function catalogue(): z.infer<typeof Catalogue> {
  read ??= Catalogue.parse(JSON.parse(ICON_CATALOGUE));
  return read;
}

/** null: one of the names is no icon. */
export function iconModule(names: readonly string[]): PageModule | null {
  const { icons, aliases } = catalogue();
  const lines: string[] = [];
  for (const name of names) {
    const plain = name.replace(/^Lucide(?=[A-Z])/, "").replace(/(?<=.)Icon$/, "");
    const icon = [name, plain].map((one) => icons[aliases[one] ?? one]).find((data) => data !== undefined);
    if (icon === undefined) return null;
    lines.push(`exports.${name}=core.exports.createLucideIcon(${JSON.stringify(icon)});`);
  }
  const core = `const core={exports:{}};(function(module,exports){${ICON_CORE.trim()}})(core,core.exports);`;
  return { code: `exports.__esModule=true;${core}${lines.join("")}`, imports: ["react"] };
}
