/** Kinds of records that offices, shops, workshops, clinics, schools, clubs, labs, farms and homes keep: names, icon, usual fields. Data, read once. */
import { singular } from "../words/inflect.ts";

/** names | icon | fields, of which one may list its options in brackets. */
const KINDS = `
task, to-do, todo, chore, to do, action point, action item, action | list-checks | title, due date, priority [low, medium, high], done
contact, lead, prospect | users | name, email, phone, notes
company, organization, organisation, firm, partner, institution | building-2 | name, website, phone, notes
customer, client, buyer, consigner, consignor | handshake | name, email, phone, notes
supplier, vendor, manufacturer | building-2 | name, contact, email, phone
applicant, candidate | user-search | name, email, role, stage [applied, interview, offer, rejected], notes
employee, staff, staff member, colleague, team member, worker, new starter, starter, new hire, trainee, apprentice, nurse | id-card | name, email, role, department, start date
member, club member, choir member, singer, runner | users | name, email, joined on, active
volunteer | heart-handshake | name, email, phone, skills
student, pupil | graduation-cap | name, email, class, notes
teacher, tutor, coach, trainer, instructor, therapist, doctor, mechanic, technician | users | name, email, phone, subject
child, kid | users | name, date of birth, notes
family, household | house | name, address, phone
parent, guardian, driver, player, swimmer, participant, person, donor, speaker, author, artist, owner, friend, sponsor, translator | users | name, email, phone, notes
guest, attendee, wedding guest | party-popper | name, email, RSVP [invited, confirmed, declined], notes
visitor | users | name, company, host, time in, time out
patient | stethoscope | name, date of birth, phone, notes
referral | stethoscope | patient, referred by, date, reason
treatment, vet treatment, medication, medicine, vaccination | stethoscope | date, product, dose, notes
prescription | stethoscope | patient, medicine, dose, date
appointment | calendar-days | start time, end time, reason, notes
consultation, session, lesson, class, training, training session, rehearsal, practice | calendar-days | date, topic, notes
course, workshop, seminar, dog class | graduation-cap | title, teacher, start date, capacity
enrollment, enrolment, registration, signup, sign-up, entry | users | name, email, date
attendance, attendance record, absence | graduation-cap | date, status [present, late, absent], notes
exam, test, quiz, assessment | graduation-cap | title, date, grade
grade, mark | graduation-cap | subject, grade, date
homework, assignment, submission | notebook-pen | title, due date, done
school trip, excursion, trip, journey, tour | plane | destination, start date, end date, cost
book, title | library | title, author, ISBN, status [available, on loan, lost]
loan, book loan, tool loan, lending, borrowing, checkout, copy loan | library | borrower, loan date, due date, returned
piece, sheet music, score, music piece | music | title, composer, number of copies
song, album, record, vinyl | music | title, artist, year, rating
film, movie, series, show | clapperboard | title, year, rating, status [to watch, watching, watched]
game, board game, video game | trophy | title, players, rating
recipe, dish, meal | chef-hat | title, category, servings, minutes, ingredients, steps
ingredient | chef-hat | name, unit, price
menu, menu item | chef-hat | name, price, category
restaurant, lunch place, cafe, café | chef-hat | name, cuisine, rating, address
table reservation, reservation, booking, room booking, meeting room booking, hall booking, desk booking, slot booking | calendar-days | person, start time, end time, notes
rental, hire | calendar-days | customer, start date, end date, price, returned
room, meeting room, classroom, treatment room | house | name, capacity, notes
desk, locker, parking spot, parking space, spot, seat, pitch, plot, berth, slot, time slot, dock slot | layout-grid | number, location, notes
hall, court, field, venue, studio | house | name, address, capacity
event, party, conference, meetup, ceremony, wedding, concert, gig, performance, production, play | party-popper | title, location, start time, end time, description
talk, presentation | message-square | title, abstract, speaker, start time
shift, rota, rota entry, duty | timer | person, role, start time, end time
leave request, day off, vacation, holiday request, time off request, holiday, leave | plane | employee, from, to, type [vacation, sick, unpaid], status [requested, approved, declined]
time entry, timesheet, time sheet, timesheet entry, hours entry, work log, hour | timer | person, project, date, hours, notes
project, initiative, campaign | layers | name, owner, status [planned, active, on hold, done], due date
milestone, phase | target | title, due date, done
objective, goal, okr | target | title, owner, quarter, progress
key result, key initiative | target | title, target, current, progress
kpi, metric | target | name, target, value, date
idea, feature, suggestion, proposal, feature request | lightbulb | title, description, status [new, planned, done, declined]
decision | landmark | title, date, owner, reason
meeting, meeting minute, minute | notebook-pen | title, date, attendees, notes
note, meeting note, journal entry, diary entry, log entry | notebook-pen | title, date, notes
risk | shield-alert | title, likelihood [low, medium, high], impact [low, medium, high], owner, mitigation
incident, accident, near miss, accident report | shield-alert | title, date, location, severity [low, medium, high], description
bug, issue, defect, fault, snag, problem, damage, damage report, snag item | bug | title, description, status [open, in progress, resolved, closed], severity [low, medium, high], assignee
ticket, helpdesk ticket, support ticket, support request | life-buoy | title, description, requester, priority [low, medium, high], status [open, in progress, resolved, closed]
request, change request, order request, enquiry, inquiry, gdpr request, query, data request | life-buoy | title, description, requester, date, status [new, in progress, done]
change | life-buoy | title, description, date
complaint, customer complaint, return, warranty claim | message-square | customer, date, description, resolved
feedback, feedback entry, survey response, response, review, testimonial, comment, reply, answer | message-square | name, email, rating, message
survey, poll, questionnaire, form | message-square | title, start date, end date
vote, rating | message-square | name, score
question | message-square | question, answer, asked by
inspection, audit, check, safety check, checkup, site visit | clipboard-check | date, inspector, result, notes
checklist, checklist item, step, procedure | clipboard-check | title, done
calibration | clipboard-check | date, done by, result, next due
maintenance, service, servicing, maintenance task, maintenance log | wrench | date, description, cost, next due
repair, repair job, repair order, job, work order, alteration | wrench | customer, description, status [received, in progress, done], due date, price
machine, device, instrument, equipment, appliance, tool, pipette, printer, drone, battery, tent, ladder, camera, projector, ski, piano, guitar, extinguisher, fire extinguisher | wrench | name, serial number, location, status [in use, in storage, in repair, retired], purchase date
laptop, computer, phone, tablet, monitor, asset, hardware | laptop | name, serial number, assigned to, purchase date, warranty until
licence, license, software licence, software license, subscription, software | file-text | product, vendor, cost per year, renewal date
key, badge, access card, card, keycard | key-round | number, holder, issued on, returned
vehicle, car, truck, van, bus, lorry, trailer, company car, pool car | car | name, plate number, mileage, status [available, in use, in repair]
bike, bicycle, boat, scooter, motorcycle | bike | name, type, status [available, in use, in repair]
refuel, refuelling, fuel entry, fill-up | fuel | date, liters, price, mileage
logbook entry, drive, ride, trip log | car | date, vehicle, driver, km start, km end, purpose
delivery, shipment, parcel, package, pallet, consignment, transport | truck | recipient, address, date, status [announced, on the way, delivered]
route, stop | truck | name, date, notes
product, article, item, stock item, inventory item, stock, good, part, spare part, material, consumable, supply | boxes | name, SKU, quantity, price
category, tag, brand | boxes | name, description
warehouse, location, site, branch, store, shop, building, area, zone, shelf, bin, box, crate, container, rack, storage unit, unit, depot | boxes | name, address, notes
movement, stock movement, transfer, withdrawal, mold movement | boxes | date, quantity, person, notes
mold, mould, template, pattern | boxes | number, customer, location
sample, lab sample, specimen | flask-conical | number, received on, status [received, in analysis, done], analyst
chemical, reagent, substance | flask-conical | name, CAS number, amount, location
experiment, trial, study, run, test run | flask-conical | title, date, result, notes
test case, case, scenario | list-checks | title, steps, expected result, priority [low, medium, high]
result, test result, lab result, race result, race entry, finish, arrival | trophy | date, value, notes
measurement, reading, meter reading, recording, observation | gauge | date, value, notes
meter, sensor, gauge, probe | gauge | name, location, unit
cage, mouse cage, tank, enclosure | paw-print | number, strain, location
animal, pet, dog, cat, horse, rabbit, bird, pigeon | paw-print | name, species, breed, date of birth
cow, sheep, goat, pig, calf, bull, hen | paw-print | ear tag, name, date of birth, notes
calving, litter, birth | paw-print | date, sex, notes
milk recording, milk record, collection, milk collection | milk | date, liters, fat, protein
foster home, foster family, shelter | house | name, address, phone, capacity
placement, stay, foster placement | house | from, to, notes
application, adoption application, grant application, permit application, adoption request | landmark | name, date, status [new, in review, approved, rejected]
permit, parking permit, certificate, licence application | file-text | name, number, valid until, status [requested, issued, expired]
adoption | paw-print | date, name, notes
hive, beehive, colony | sprout | name, location, notes
plant, tree, crop, seed, seedling, flower | sprout | name, species, location, planted on
bed, greenhouse, garden, farm, orchard, vineyard | sprout | name, area, location
watering, feeding, harvest, sowing, spraying | sprout | date, quantity, notes
sighting, bird sighting, catch | bird | species, date, place, number
mail, mail item, letter, post item | mail | sender, recipient, date, type
email, newsletter, message, announcement | mail | subject, date, text
call, phone call | phone | caller, date, notes, called back
visit, shop visit, home visit, client visit, sales visit | map-pin | date, person, notes
deal, opportunity | handshake | title, value, stage [new, contacted, proposal, won, lost], close date
quote, offer, quotation, estimate | receipt | number, customer, amount, date, status [open, accepted, declined]
tender, bid | landmark | title, client, deadline, status [open, submitted, won, lost]
order, purchase order, sales order, wholesale order, flower order, catering order | shopping-cart | number, customer, date, total, status [new, in progress, delivered]
order line, order item, line item, position, line, offer position, invoice line | list | description, quantity, unit price
purchase, sale, transaction, till slip | shopping-cart | date, product, amount
cash-up, cash up, till count, closing | wallet | date, cash counted, card total, difference
invoice, bill | receipt | number, customer, amount, issue date, due date, status [draft, sent, paid]
payment, instalment, installment, contribution, deposit, refund | wallet | amount, date, paid
expense, expense claim, claim, cost, receipt, reimbursement | wallet | description, amount, category, date
budget, budget line, budget item | wallet | category, planned amount, actual amount
donation, pledge, gift aid | heart-handshake | donor, amount, date
funder, foundation, donor organisation | landmark | name, website, contact, email
grant, funding, scholarship | landmark | title, funder, amount, deadline, status [idea, submitted, awarded, refused]
voucher, gift voucher, coupon, gift card | gift | code, amount, sold on, expires on, redeemed
gift, wish, present, prize, raffle prize | gift | name, value, link
ticket book, raffle ticket | ticket | number, holder, sold
exchange, redemption, swap, trade | gift | date, item, notes
account, bank account | wallet | name, number, balance
property, apartment, flat, house, holiday flat, villa | house | name, address, rent, status [available, occupied, under maintenance]
tenant, lodger, resident, renter | users | name, email, phone, lease start, lease end
lease, rent payment, tenancy | file-text | tenant, start date, end date, rent
viewing, open house | house | date, visitor, notes
contract, agreement, policy, insurance | file-text | title, party, start, end, notice period
document, file, record, drawing, plan, certificate document | file-text | title, number, date, file
revision, version | file-text | letter, date, changes, status [draft, in review, approved]
transmittal, dispatch | mail | sent to, date
matter, legal matter, legal case | landmark | number, client, status [open, closed]
deadline, due date | calendar-days | title, date, responsible, done
report, status report, grant report | file-text | title, due date, sent on
article, post, blog post, content, content piece, page, chapter, story | megaphone | title, author, status [idea, draft, in review, published], publish date
episode, podcast episode, podcast, video | clapperboard | title, guest, recording date, status [idea, recorded, edited, published]
photo shoot, shoot, photo session, photo | camera | client, date, location, stage [booked, shot, edited, delivered]
journalist, press contact, influencer | megaphone | name, outlet, email
pitch sent, pitch email, outreach, follow-up | megaphone | subject, date, reply
exhibit, exhibition, artwork, object, museum object, artefact, painting | landmark | title, artist, year, inventory number
exhibitor, booth, stand, stall | store | number, size, price, exhibitor
prop, costume | clapperboard | name, location, condition [good, worn, broken]
prop use, usage, use | list | date, notes
model train, locomotive, collectible, coin, stamp, wine, bottle | gem | name, year, value
frame, pair of glasses | glasses | brand, reference, color, selling price
garment, dress, suit, clothing item | shirt | type, size, price
team, squad, department, group, club, league, class group | users | name, description
match, fixture, tournament, race, competition | trophy | date, home team, away team, score
board result, board game result, bout, heat | trophy | result
lap time, workout, exercise, run log | dumbbell | date, time, distance
habit, routine | clock | name, frequency, last done
playground, park, street light, streetlight, bridge, pothole | map-pin | name, address, condition
flight, flight log | plane | date, pilot, take off, landing
pour, concrete pour, batch, lot, production run | factory | number, date, quantity
cube, cube test, material test | flask-conical | date, age, strength
downtime, stoppage, breakdown, maintenance request | factory | machine, start time, end time, reason
skill, competence, certification, qualification | award | name, level
skill level, competency | award | level
platform, system, application server, server, domain, website | server | name, owner, url, status [active, retired]
password, credential, account login | key-round | name, url, username
backup, deployment, release, change log | server | date, version, notes
policy document, procedure document | file-text | title, version, review date
mission, operation, campaign task | target | title, date, status [planned, active, done]
waiting list entry, waiting list | users | name, date, notes
dive, hike, climb | mountain | date, location, notes
tattoo, haircut, treatment slot | scissors | client, date, price
`;

export type UsualField = { name: string; options: string[] };
export type Kind = { names: string[]; icon: string; fields: UsualField[] };

const fieldOf = (text: string): UsualField => {
  const [, name, options] = /^(.+?)(?: \[(.+)\])?$/.exec(text.trim())!;
  return { name: name!, options: options?.split(", ") ?? [] };
};

const kinds: Kind[] = KINDS.trim()
  .split("\n")
  .map((line) => {
    const [names, icon, fields] = line.split(" | ");
    return { names: names!.split(", "), icon: icon!.trim(), fields: fields!.split(/, (?![^[]*\])/).map(fieldOf) };
  });

const byName = new Map(kinds.flatMap((kind) => kind.names.map((name) => [name, kind] as const)));

/** The kind of "gift vouchers": by the whole name, else by its last words. */
export function kindOf(phrase: string): Kind | undefined {
  const words = singular(phrase.toLowerCase().trim()).split(/\s+/);
  for (let start = 0; start < words.length; start++) {
    const found = byName.get(words.slice(start).join(" "));
    if (found) return found;
  }
  return undefined;
}

/** What a word for a whole system stands for. */
export const SYSTEMS: Record<string, string[]> = {
  crm: ["company", "contact", "deal"],
  helpdesk: ["ticket"],
  ats: ["applicant"],
  lms: ["course", "student", "enrollment"],
  cmms: ["machine", "work order"],
  wiki: ["page"],
  kanban: ["task"],
};

/** The kind whose usual fields are most like these: temperature and humidity are read off. */
export function usualFor(fields: readonly string[]): string | null {
  const said = new Set(fields.map((field) => singular(field.toLowerCase().replace(/^(?:a|an|the|its|their)\s+/, ""))));
  if (["temperature", "humidity", "pressure", "level"].some((name) => said.has(name))) return "reading";
  const likely = kinds
    .map((kind) => ({ kind, same: kind.fields.filter(({ name }) => said.has(singular(name.toLowerCase()))).length }))
    .sort((a, b) => b.same - a.same)[0];
  return likely && likely.same >= 3 ? likely.kind.names[0]! : null;
}

export const isKindName = (phrase: string): boolean => byName.has(phrase);
export const KIND_NAMES: readonly string[] = [...byName.keys()];
