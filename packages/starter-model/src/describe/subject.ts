/** The icon and the accent that fit an app, by what it is about. */

const SUBJECTS: [RegExp, string, string][] = [
  [/\b(leave|vacation|time off|absence)/, "plane", "sky"],
  [/\b(wedding|party)/, "party-popper", "pink"],
  [/\b(to-?do|todo|task|chore|checklist)/, "list-checks", "blue"],
  [/\b(applicant|candidate|hiring|recruit)/, "user-search", "violet"],
  [/\b(inventory|product|stock|warehouse|sku)/, "boxes", "amber"],
  [/\b(expense|spending|budget|payment|finance|transaction)/, "wallet", "emerald"],
  [/\b(invoice|bill|receipt)/, "receipt", "emerald"],
  [/\b(crm|deal|customer|client|lead)/, "handshake", "indigo"],
  [/\b(company|companies|contact|supplier|vendor)/, "building-2", "indigo"],
  [/\b(booking|reservation|meeting room|calendar|appointment|schedule)/, "calendar-days", "teal"],
  [/\b(bug|defect|issue)/, "bug", "rose"],
  [/\b(ticket|support|helpdesk|help desk|incident)/, "life-buoy", "cyan"],
  [/\b(employee|directory|staff|hr|team member|colleague)/, "id-card", "sky"],
  [/\b(okr|objective|goal|kpi)/, "target", "orange"],
  [/\b(feedback|survey|suggestion|review|poll)/, "message-square", "pink"],
  [/\b(vehicle|car|fleet|truck|van|driver)/, "car", "sky"],
  [/\b(repair|maintenance|tool|machine|workshop)/, "wrench", "orange"],
  [/\b(recipe|meal|dish|restaurant|menu|cook)/, "chef-hat", "red"],
  [/\b(library|loan|book|reading)/, "library", "amber"],
  [/\b(gym|workout|fitness|training|exercise)/, "dumbbell", "lime"],
  [/\b(volunteer|donor|donation|charity|care)/, "heart-handshake", "rose"],
  [/\b(plant|garden|watering|crop|farm|tree)/, "sprout", "green"],
  [/\b(guest|party|wedding|event|rsvp|conference)/, "party-popper", "pink"],
  [/\b(asset|equipment|laptop|device|hardware)/, "laptop", "cyan"],
  [/\b(timesheet|time entr|hours|shift|time track)/, "timer", "violet"],
  [/\b(grant|application|funding|fund)/, "landmark", "indigo"],
  [/\b(note|minutes|journal|diary)/, "notebook-pen", "amber"],
  [/\b(student|course|school|class|lesson|teacher|grade)/, "graduation-cap", "blue"],
  [/\b(pet|animal|dog|cat|vet)/, "paw-print", "orange"],
  [/\b(patient|clinic|doctor|medical|medicine|health)/, "stethoscope", "teal"],
  [/\b(property|apartment|house|tenant|rent)/, "house", "teal"],
  [/\b(order|shop|sale|purchase|cart)/, "shopping-cart", "emerald"],
  [/\b(film|movie|video|series)/, "clapperboard", "red"],
  [/\b(song|music|album|band)/, "music", "violet"],
  [/\b(trip|travel|flight|holiday|vacation|leave)/, "plane", "sky"],
  [/\b(idea|feature|innovation)/, "lightbulb", "amber"],
  [/\b(contract|document|policy|file|license)/, "file-text", "slate"],
  [/\b(campaign|marketing|post|content|article)/, "megaphone", "pink"],
  [/\b(shipment|delivery|logistics|parcel)/, "truck", "orange"],
  [/\b(match|game|league|tournament|player|club)/, "trophy", "lime"],
  [/\b(project|client work|milestone)/, "layers", "indigo"],
  [/\b(member|people|person|visitor)/, "users", "blue"],
  [/\b(habit|clock|routine)/, "clock", "emerald"],
];

const QUIET = ["blue", "teal", "violet", "emerald", "orange", "sky", "rose", "indigo"];

export type Subject = { icon: string; accent: string };

/** What the person calls it says more than the tables that it has. */
export function subjectOf(title: string, tables: readonly string[]): Subject {
  for (const text of [title, ...tables]) {
    const found = SUBJECTS.find(([pattern]) => pattern.test(text.toLowerCase()));
    if (found) return { icon: found[1], accent: found[2] };
  }
  const sum = [...title].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return { icon: "layout-grid", accent: QUIET[sum % QUIET.length]! };
}
