/** The applier of edits: its speed on a 500-line file, and what comes of the slips that models make. */
import { applyEdits, type Edit } from "@edgewright/text-edits";
import { realCases } from "../packages/text-edits/src/testing/corpus.ts";
import { OWN_CASES } from "../packages/text-edits/src/testing/own-cases.ts";
import { score } from "../packages/text-edits/src/testing/score.ts";
import { SPOILS } from "../packages/text-edits/src/testing/spoils.ts";
import { type BenchRow, row, timed } from "./row.ts";

const EDITS = 1_000;
const FUNCTIONS = 50;

/** 500 lines of code in which every function is another one. */
const FILE = Array.from(
  { length: FUNCTIONS },
  (_, index) => `export function step${index}(rows: Row[]) {
  const open = rows.filter((row) => row.step === ${index});
  if (open.length === 0) {
    return null;
  }

  const first = open[0];
  console.log('step ${index}', first.title);
  return first;
}
`,
).join("");

const search = (index: number) => `  const first = open[0];\n  console.log('step ${index}', first.title);\n  return first;`;
const replace = (index: number) => search(index).replace("return first", "return first ?? null");

const KINDS: Record<string, { budget: number; edit: (index: number) => Edit }> = {
  exact: { budget: 10, edit: (index) => ({ search: search(index), replace: replace(index) }) },
  "white space": {
    budget: 100,
    edit: (index) => ({ search: search(index).replace(/^ +/gm, ""), replace: replace(index).replace(/^ +/gm, "") }),
  },
  "quotes and left out lines": {
    budget: 1_000,
    edit: (index) => ({
      search: search(index).replaceAll("'", '"').replace("  const first = open[0];", "  // ..."),
      replace: replace(index).replaceAll("'", '"').replace("  const first = open[0];", "  // ..."),
    }),
  },
  "not found": { budget: 1_000, edit: (index) => ({ search: search(index).replace("title", "name"), replace: replace(index) }) },
};

/** One call for each edit, each on the whole file, as an agent makes them. */
export async function benchEdits(n: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [kind, { budget, edit }] of Object.entries(KINDS)) {
    const edits = Array.from({ length: EDITS }, (_, index) => edit(index % FUNCTIONS));
    const expected = kind !== "not found";
    const samples: number[] = [];
    for (let round = 0; round <= n; round++) {
      const took = await timed(() => {
        for (const one of edits) if (applyEdits(FILE, [one]).ok !== expected) throw new Error(`An edit of kind ${kind} went wrong.`);
      });
      if (round > 0) samples.push(took);
    }
    rows.push(row(`${EDITS.toLocaleString("en")} edits of 500 lines, ${kind}`, "ms", samples, { budget }));
  }
  return rows;
}

/** What comes of each slip, as a table. */
export function spoiltEdits(): string {
  const cases = [...OWN_CASES, ...realCases()];
  const edits = cases.reduce((sum, one) => sum + one.edits.length, 0);
  const lines = Object.entries(SPOILS).map(([name, spoil]) => {
    const { right, refused, wrong } = score(cases, spoil, 1);
    return `| ${name} | ${right} | ${refused} | ${wrong.length} |`;
  });
  return `## Spoilt edits

${edits} exact edits, spoilt in the ways in which models go wrong, the replacement as well as the search text unless said; edits that such a slip does not touch, or turns into another edit that makes sense, do not count. Words that differ (stale lines, renamed neighbours) are to be refused.

| slip | applied right | refused | applied wrong |
|---|---|---|---|
${lines.join("\n")}
`;
}
