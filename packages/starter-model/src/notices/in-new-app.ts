/** What a first description asks to be mailed: each wish that the fields allow becomes an automation; of the others it is said why not. */
import type { Understood } from "../read/understand.ts";
import { namesOf } from "../words/table-names.ts";
import { declareVariable } from "./declare-variable.ts";
import { ABOUT_MAILS, asksForNotice, noticeFrom } from "./notice.ts";

/** What is told of a wish takes the place of what would be told of it otherwise. */
export function sendNotices({ reading, built, left }: Understood): Pick<Understood, "left"> {
  const { model, needs } = built;
  const [main] = reading.tables;
  const asked = new Set([...needs.filter(({ built: done }) => !done).map(({ clause }) => clause), ...reading.clauses]);
  let count = 0;
  for (const clause of asked) {
    if (!asksForNotice(clause)) continue;
    const of = needs.filter((need) => need.clause === clause);
    const hint = model.schema.tables.find((table) => of.some((need) => namesOf(table).one === need.table.one))?.name ?? null;
    const read = noticeFrom(clause, hint, model);
    if (!read || !main) continue;
    if ("made" in read) {
      model.automations = { ...model.automations, [read.made.name]: read.made.automation };
      declareVariable(model, read.made.needs);
    }
    const about = "made" in read && count++ === 0 ? ` ${ABOUT_MAILS}` : "";
    const said = "made" in read ? `${read.made.said}${about}` : read.why;
    for (const need of of) if (!need.built) Object.assign(need, { built: true, said });
    if (of.length === 0) needs.push({ kind: "notify", clause, table: main, built: true, said });
  }
  const met = [...asked].filter(asksForNotice);
  return { left: left.filter((one) => !met.some((clause) => clause.includes(one.clause))) };
}
