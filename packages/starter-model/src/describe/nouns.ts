/** By what a row is known: a title, a number, or what it points at. */

/** Things that happen to others, or are made for them. */
const HAPPENINGS =
  /\b(repair|loan|leave request|enrollment|invoice|booking|reservation|payment|visit|order|issue|bug|task|ticket|watering|shift|note|interview|deal|trip|log|entry|session|appointment|inspection|maintenance|service|expense|timesheet|transaction|review|registration|enrol?lment|attendance|result|donation|lesson|order item|line item|measurement|check-?in|checkout|rental|delivery|shipment|claim|incident|comment|milestone|workout|treatment|feeding|harvest|sale|key result|key initiative|time entry|action item|assignment|submission|grade|match|game|episode|song|track|signup|contract|opportunity|quote|activity|call|meeting|refuelling|fill-?up)$/;

const TITLED =
  /\b(task|issue|bug|ticket|objective|key result|goal|note|recipe|book|film|movie|project|course|article|post|idea|meeting|event|job|lesson|episode|story|feature|risk|deal|proposal|application|campaign|requirement|document|announcement|policy|decision|action item|milestone|request|incident|opening|position|session|initiative|chapter|song|report|topic|question|video)$/;
const SUMMED = /\b(expense|payment|transaction|cost|purchase|income|receipt|bill|spending|donation|sale|work order)$/;
const IDENTIFIED: [RegExp, string][] = [
  [/\binvoice$/, "number"],
  [/\b(order)$/, "number"],
  [/\b(contract|claim|quote)$/, "number"],
];

/** The field by which a row of such a table is known, where the description names none. */
export function namingField(one: string): string {
  const words = one.toLowerCase();
  const identified = IDENTIFIED.find(([pattern]) => pattern.test(words));
  if (identified) return identified[1];
  if (SUMMED.test(words)) return "description";
  return TITLED.test(words) ? "title" : "name";
}

/** A row that is known by what it points at and when it was needs no name. */
export const namesItself = (one: string): boolean =>
  /\b(leave|absence|vacation|time off|holiday) request$/i.test(one) ||
  (HAPPENINGS.test(one.toLowerCase()) && !TITLED.test(one.toLowerCase()) && !SUMMED.test(one.toLowerCase()));
