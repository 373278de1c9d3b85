/** What people are called by what they do: words by which a clause is known to say who may do something. */

const LEADING =
  "managers?|management|boss|bosses|chiefs?|directors?|direction|heads?|leads?|leaders?|supervisors?|hr|human resources|office|finance|accounting|accountants?|treasurers?|secretary|secretaries|committee|board|document control|officers?|coordinators?|principals?|doctors?|teachers?|trainers?|coach|coaches|therapists?|organi[sz]ers?|editors?|presidents?|chair|chair(?:man|woman|person)|captains?|foreman|foremen|wardens?|librarians?|moderators?|stewards?|referees?";
const OTHER =
  "staff|team|crew|clerks?|cashiers?|receptionists?|reception|front desk|warehouse|kitchen|workshop|sales|purchasing|marketing|dispatch(?:ers?)?|nurses?|vets?|technicians?|mechanics?|engineers?|planners?|buyers?|analysts?|auditors?|inspectors?|reviewers?|instructors?|mentors?|assistants?|caretakers?|volunteers?|drivers?|pharmacists?|scientists?|researchers?|cooks?|chefs?|storekeepers?";

export const LEADER = `(?:${LEADING})`;
export const ROLE = `(?:${LEADING}|${OTHER})`;

/** Several people under one word, which has no singular. */
export const COLLECTIVE =
  /(?:^| )(?:staff|team|crew|office|committee|board|management|direction|hr|human resources|finance|accounting|control|reception|desk|warehouse|kitchen|workshop|sales|purchasing|marketing|dispatch|department)$/i;
