/** What there is to choose from where a description names a list of options without listing them. */

const STATUS: [RegExp, string[]][] = [
  [/\b(application|grant|proposal|claim|expense|leave|approval|timesheet)/, ["draft", "submitted", "approved", "rejected"]],
  [/\b(bug|issue|ticket|request|incident|defect)/, ["open", "in progress", "resolved", "closed"]],
  [/\b(invoice|bill)/, ["draft", "sent", "paid", "overdue"]],
  [/\b(order|purchase|shipment|delivery)/, ["new", "processing", "shipped", "delivered", "cancelled"]],
  [/\b(loan|rental|checkout)/, ["out", "returned", "overdue"]],
  [/\b(member|membership|subscription|customer|client|account|contract|employee)/, ["active", "paused", "ended"]],
  [/\b(asset|equipment|device|laptop|tool|machine)/, ["in use", "in storage", "in repair", "retired"]],
  [/\b(vehicle|car|truck|van|bike)/, ["available", "in use", "in repair", "retired"]],
  [/\b(applicant|candidate)/, ["new", "interview", "offer", "rejected"]],
  [/\b(booking|reservation|appointment|shift|visit|session)/, ["requested", "confirmed", "cancelled"]],
  [/\b(guest|invitation|attendee|registration|rsvp)/, ["invited", "confirmed", "declined"]],
  [/\b(repair|maintenance|inspection|job|work order)/, ["reported", "scheduled", "in progress", "done"]],
  [/\b(book|reading)/, ["to read", "reading", "read"]],
  [/\b(film|movie|show|series|game)/, ["to watch", "watching", "watched"]],
  [/\b(post|article|content|video|episode|newsletter|page)/, ["idea", "draft", "in review", "published"]],
  [/\b(deal|lead|opportunity|prospect)/, ["new", "contacted", "proposal", "won", "lost"]],
  [/\b(project|campaign|event|initiative|course)/, ["planned", "active", "on hold", "done"]],
  [/\b(objective|goal|okr|key result)/, ["on track", "at risk", "off track", "done"]],
  [/\b(feedback|idea|suggestion|feature)/, ["new", "planned", "done", "declined"]],
  [/\b(risk)/, ["open", "mitigated", "closed"]],
  [/\b(property|apartment|room|unit|house)/, ["available", "occupied", "under maintenance"]],
  [/\b(plant|animal|pet|patient)/, ["healthy", "needs attention", "recovering"]],
];

const CATEGORY: [RegExp, string[]][] = [
  [/\b(expense|spending|cost|receipt|transaction|purchase|budget)/, ["travel", "meals", "office", "software", "equipment", "other"]],
  [/\b(feedback|idea|suggestion|ticket|request)/, ["question", "problem", "idea", "other"]],
  [/\b(asset|equipment|device|inventory)/, ["computer", "phone", "furniture", "vehicle", "other"]],
  [/\b(recipe|dish|meal)/, ["breakfast", "main course", "dessert", "snack", "drink"]],
  [/\b(book)/, ["fiction", "non-fiction", "biography", "science", "children"]],
];

const FIELDS: [RegExp, string[]][] = [
  [/\bpriority$/, ["low", "medium", "high"]],
  [/\b(severity|impact|urgency)$/, ["low", "medium", "high", "critical"]],
  [/\b(likelihood|risk level|effort|difficulty|energy)$/, ["low", "medium", "high"]],
  [/\b(rsvp|attending|response)$/, ["yes", "maybe", "no"]],
  [/\bquarter$/, ["Q1", "Q2", "Q3", "Q4"]],
  [/\b(condition)$/, ["new", "good", "fair", "poor"]],
  [/\b(frequency|recurrence|billing (cycle|period)|watering schedule)$/, ["daily", "weekly", "monthly", "yearly"]],
  [/\b(membership|membership (plan|type)|subscription plan|plan)$/, ["basic", "standard", "premium"]],
  [/\b(payment method)$/, ["card", "cash", "bank transfer"]],
  [/\b(employment type|contract type)$/, ["full time", "part time", "contractor", "intern"]],
  [/\b(sentiment)$/, ["positive", "neutral", "negative"]],
  [/\b(currency)$/, ["EUR", "USD", "GBP"]],
  [/\b(weekday|day of (the )?week)$/, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]],
  [/\b(t-?shirt size|shirt size)$/, ["XS", "S", "M", "L", "XL"]],
  [/\b(light|light needs|sunlight)$/, ["shade", "half shade", "full sun"]],
  [/\b(leave type|absence type)$/, ["vacation", "sick", "parental", "other"]],
];

const find = (lists: [RegExp, string[]][], text: string) => lists.find(([pattern]) => pattern.test(text))?.[1];

/** `null` where a field by that name is no list of options. `one` is what the table holds, in the singular. */
export function usualOptions(field: string, one: string): string[] | null {
  const name = field.toLowerCase();
  if (/\b(stage|phase)$/.test(name)) return find(STATUS, one) ?? ["new", "in progress", "done"];
  if (/\b(status|state)$/.test(name)) return find(STATUS, one) ?? ["open", "in progress", "done"];
  if (/\bcategory$/.test(name)) return find(CATEGORY, one) ?? null;
  return find(FIELDS, name) ?? null;
}
