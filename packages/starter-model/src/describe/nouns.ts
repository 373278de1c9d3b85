/** What is known of the things that apps keep: who is a person, what stands on its own, what happens to something else. */

const PEOPLE =
  /\b(person|employee|staff member|member|contact|customer|client|user|student|teacher|patient|volunteer|applicant|candidate|guest|attendee|participant|player|driver|tenant|donor|coach|instructor|trainer|mentor|speaker|author|artist|vendor contact|lead|colleague|teammate|developer|engineer|agent|parent|child|owner|visitor|friend|doctor|nurse|sponsor)$/;

/** Things that others belong to. */
const HOLDERS =
  /\b(company|client|customer|vehicle|car|truck|van|project|room|book|member|event|plant|patient|property|building|supplier|vendor|team|department|campaign|course|class|account|location|warehouse|site|school|student|employee|person|objective|goal|recipe|pet|animal|organization|organisation|product|asset|machine|category|league|club|trip|film|artist|album|garden|apartment|tenant|volunteer|budget|portfolio|store|shop|house|hotel|area|region|bike|device|conference|farm|field|equipment item)$/;

/** Things that happen to others, or are made for them. */
const HAPPENINGS =
  /\b(repair|loan|leave request|enrollment|invoice|booking|reservation|payment|visit|order|issue|bug|task|ticket|watering|shift|note|interview|deal|trip|log|entry|session|appointment|inspection|maintenance|service|expense|timesheet|transaction|review|registration|enrol?lment|attendance|result|donation|lesson|order item|line item|measurement|check-?in|checkout|rental|delivery|shipment|claim|incident|comment|milestone|workout|treatment|feeding|harvest|sale|key result|key initiative|time entry|action item|assignment|submission|grade|match|game|episode|song|track|signup|contract|opportunity|quote|activity|call|meeting|refuelling|fill-?up)$/;

/** What people belong to, and what they do not unless it is said. */
const GROUPS =
  /\b(company|organi[sz]ation|client|customer|team|department|school|club|event|class|course|property|household|family|building|league|conference|account)$/;

/** Whether the one usually points at the other. */
export const pointsAt = (one: string, other: string): boolean =>
  rankOf(one) > rankOf(other) && (rankOf(one) === 2 || !isPerson(one) || GROUPS.test(other.toLowerCase()));

export const isPerson = (one: string): boolean => PEOPLE.test(one.toLowerCase());

/** A table points at those that rank below it. */
export function rankOf(one: string): number {
  const words = one.toLowerCase();
  return HAPPENINGS.test(words) ? 2 : HOLDERS.test(words) && !/\bcontact$/.test(words) ? 0 : 1;
}

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

/** The fields of well-known things, for descriptions that name none. */
const USUAL: [RegExp, string][] = [
  [/\b(task|to-?do|chore)$/, "title, due date, priority, done"],
  [/\b(contact|lead)$/, "name, email, phone, notes"],
  [/\b(company|organi[sz]ation|supplier|vendor)$/, "name, website, phone, notes"],
  [/\b(client|customer)$/, "name, email, phone, notes"],
  [/\b(applicant|candidate)$/, "name, email, role, stage, notes"],
  [/\b(employee|staff member|colleague|team member)$/, "name, email, role, department, start date"],
  [/\b(member)$/, "name, email, membership plan, joined on, active"],
  [/\b(volunteer|student|participant|player|teacher|donor|person|driver)$/, "name, email, phone, notes"],
  [/\b(guest|attendee)$/, "name, email, RSVP, plus one, notes"],
  [/\b(action item|milestone)$/, "title, owner, due date, done"],
  [/\b(budget item|budget line|cost item)$/, "description, category, amount, paid"],
  [/\b(shopping item)$/, "name, quantity, bought"],
  [/\b(packing item)$/, "name, quantity, packed"],
  [/\b(product|item|stock item|inventory item|part)$/, "name, SKU, quantity, price"],
  [/\b(asset|device|equipment item|tool|machine)$/, "name, serial number, category, status, purchase date"],
  [/\b(expense|purchase|receipt|transaction)$/, "description, amount, category, date"],
  [/\b(invoice|bill)$/, "number, amount, issue date, due date, status"],
  [/\b(payment|donation)$/, "description, amount, date"],
  [/\b(order|sale)$/, "number, date, total, status"],
  [/\b(deal|opportunity)$/, "title, value, stage, close date"],
  [/\b(project|campaign|initiative)$/, "name, owner, status, due date"],
  [/\b(bug|issue|defect)$/, "title, description, status, severity, assignee"],
  [/\b(ticket|request|incident)$/, "title, description, requester, priority, status"],
  [/\b(vehicle|car|truck|van)$/, "name, plate number, mileage, status"],
  [/\b(repair|maintenance|service|inspection|work order)$/, "description, date, cost, status"],
  [/\b(recipe|dish)$/, "title, category, servings, minutes, ingredients, steps"],
  [/\b(book)$/, "title, author, ISBN, status"],
  [/\b(film|movie|game|album)$/, "title, year, rating, status"],
  [/\b(loan|rental|checkout)$/, "loan date, due date, returned"],
  [/\b(booking|reservation)$/, "person, start time, end time, notes"],
  [/\b(appointment|meeting|session|visit|class|lesson)$/, "title, start time, end time, notes"],
  [/\b(event|conference|workshop)$/, "title, location, start time, end time, description"],
  [/\b(shift)$/, "role, start time, end time"],
  [/\b(room|desk|location|warehouse|site|building)$/, "name, capacity, notes"],
  [/\b(meeting note|note|minute)$/, "title, date, attendees, notes"],
  [/\b(timesheet|time entry|timesheet entry)$/, "person, project, date, hours, notes"],
  [/\b(plant)$/, "name, species, location, last watered"],
  [/\b(watering|feeding)$/, "date, notes"],
  [/\b(objective|goal)$/, "title, owner, quarter, progress"],
  [/\b(key result)$/, "title, progress, owner"],
  [/\b(feedback entry|survey response|response|suggestion|enquiry|inquiry|complaint)$/, "name, email, rating, message"],
  [/\b(idea|feature)$/, "title, description, status"],
  [/\b(application|grant)$/, "title, applicant, amount, deadline, status"],
  [/\b(article|post|video|episode)$/, "title, author, status, publish date"],
  [/\b(habit)$/, "name, frequency, last done, notes"],
  [/\b(workout|exercise)$/, "name, date, minutes, notes"],
  [/\b(course)$/, "title, teacher, start date, capacity"],
  [/\b(property|apartment|house)$/, "name, address, rent, status"],
  [/\b(pet|animal)$/, "name, species, date of birth, notes"],
  [/\b(patient)$/, "name, date of birth, phone, notes"],
  [/\b(risk)$/, "title, likelihood, impact, owner, status, mitigation"],
  [/\b(decision)$/, "title, date, owner, reason"],
  [/\b(team|department|category|tag|group|club)$/, "name, description"],
  [/\b(signup|sign-up|registration|subscriber)$/, "name, email, notes"],
  [/\b(contract|subscription|license)$/, "name, supplier, cost, renewal date"],
  [/\b(trip|journey)$/, "destination, start date, end date, budget"],
  [/\b(wish|gift)$/, "name, link, price, bought"],
];

/** `null` for what is not known. */
export const usualFields = (one: string): string | null => USUAL.find(([pattern]) => pattern.test(one.toLowerCase()))?.[1] ?? null;

/** Plurals that are fields of their own and not tables, such as "notes" or "hours". */
const FIELD_PLURALS =
  /\b(notes|details|comments|remarks|hours|tags|skills|ingredients|steps|instructions|directions|minutes|points|pages|seats|guests|attendees|participants|servings|calories|dimensions|terms|miles|kilometers|days|units|allergies|decisions|takeaways|observations|symptoms|requirements|costs|fees|reps|sets|copies|stars|status|address|materials|supplies|languages|hobbies|keywords|genres|features|benefits|pros|cons|initials|earnings|savings|sales|bedrooms|bathrooms|places|spots|weeks|months|years|goals|interests|preferences|certifications|equipment|next steps|access|process|progress|business|success|series|species|focus|bonus|basis|analysis|class|sms|gps|photos|images|attachments|links|documents|files|answers|outcomes|actions|action steps|conditions|topics|colou?rs|sizes|specs|specifications|times|dates|opening hours|tasters|people)$/;

export const isFieldPlural = (phrase: string): boolean => FIELD_PLURALS.test(phrase.toLowerCase());

export const isKnownThing = (one: string): boolean => usualFields(one) !== null || isPerson(one) || rankOf(one) !== 1;
