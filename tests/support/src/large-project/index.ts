/** An app of 400 files, always the same: for tests and measurements of what large projects need. */
import type { FileMap } from "@edgewright/contracts";
import { ENTITIES } from "./entities.ts";
import { entityFiles } from "./entity-files.ts";
import { sharedFiles } from "./shared-files.ts";

const FILES = 400;

export function largeProject(): FileMap {
  const files: FileMap = { ...sharedFiles(), ...Object.assign({}, ...ENTITIES.map(entityFiles)) };
  for (let report = 1; Object.keys(files).length < FILES; report++) files[`src/reports/Report${report}.tsx`] = reportFile(report);
  return files;
}

const reportFile = (number: number) => `import { PrintLayout } from "../components/PrintLayout";
import { formatMoney } from "../lib/format";

export function Report${number}({ totals }: { totals: readonly number[] }) {
  return (
    <PrintLayout title="Report ${number}">
${Array.from({ length: 40 }, (_, line) => `      <p className="row-${line}">{formatMoney(totals[${line}] ?? 0)}</p>`).join("\n")}
    </PrintLayout>
  );
}
`;
