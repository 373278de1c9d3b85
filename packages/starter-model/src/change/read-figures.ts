/** Wishes about figures and marks, which lists do not have: said plainly, with what comes nearest. */
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { type Clause, fieldsNamed, tableMeant } from "./clause.ts";
import { type ClauseReading, refused } from "./operation.ts";

const FIGURE =
  /\b(?:totals?|sums?|sum up|add up|averages?|mean|counts?|count(?:er)?|how many|tiles?|key figures?|kpis?|dashboard|subtotals?|balance)\b/i;
const MARK =
  /\b(?:mark|highlight|flag|colou?r|paint|show|turn|make)\b.*\b(?:red|green|yellow|orange|bold|coloured?|colored?|in colou?r|differently|stand out)\b|^(?:mark|highlight|flag)\b|\bhighlight/i;

export function mark(clause: Clause): ClauseReading | null {
  const { text, mentions } = clause;
  if (!MARK.test(text) || mentions.length === 0 || clause.act === "add") return null;
  const { many } = namesOf(tableMeant(clause));
  return refused(
    `I cannot mark rows of a list by a colour. What I can do is give them a list of their own, such as “a page with only the ${many} that …”.`,
  );
}

export function figure(clause: Clause): ClauseReading | null {
  const { text, act } = clause;
  if (!FIGURE.test(text) || /\bfields?\b|\bcolumns?\b/i.test(text) || (act !== "show" && act !== "add" && act !== null)) return null;
  const table = tableMeant(clause);
  if (act === "add" && !/\b(?:totals?|sums?|averages?|tiles?|key figures?|kpis?|dashboard)\b/i.test(text)) return null;
  const by = table.columns.find(({ type, options }) => options || type === "date" || type === "reference");
  const [field] = fieldsNamed(clause).filter(({ column }) => column.type === "number" || column.type === "integer");
  const measure = field ? inSentence(field.column.label) : namesOf(table).many;
  return refused(
    `I cannot show totals or other figures on a list. ${by ? `A chart adds up ${measure} by a field: “a chart of ${measure} by ${inSentence(by.label)}”.` : "A chart can add them up once there is a field to go by."}`,
  );
}
