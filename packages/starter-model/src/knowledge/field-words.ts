/** Words that name fields, by what they hold; what a field's type is follows from them. */

const list = (text: string): Set<string> => new Set(text.trim().split(/\s*,\s*/));

export const MONEY =
  list(`price, cost, amount, euro, dues, fee, rent, salary, budget, deposit, wage, income, revenue, balance, donation, fine, sum, total,
  estimate, quote, takings, tip, float, cash, value, rate, money, payment, spend, spent, turnover, profit, margin, expenses, charge, net, gross, subtotal,
  commission, bonus, debt, invoice amount, contribution, advance, refund, insurance value, earnings, cash counted, card total, difference, funding`);

export const INTEGER =
  list(`quantity, qty, count, age, year, capacity, seat, serving, page, copy, rating, score, point, mileage, odometer, rep, set, headcount, unit,
  star, calorie, minute, day, party size, reorder level, reorder point, threshold, bedroom, bathroom, floor, lap, stock, person, week, month, piece, adult,
  child, box, bottle, pallet, player, participant, cow, word, hop, kilometer, kilometre, km, amount left, cavity, number of, length in minutes, mite, cell count, period, max, minimum, min,
  maximum, max dog, package, egg, visitor, round, board number, ticket sold, boxes, persons, quantity ordered, quantity prepared, interval, frequency in days, min stock, km start, km end, reorder at, minimum stock, edition`);

export const NUMBER =
  list(`hour, duration, weight, height, length, width, depth, distance, temperature, temp, square metre, square meter, hectare, cubic metre, cubic meter, kilogram, mile, liter, litre, volume, latitude, longitude, lat, lon, dose, kwh,
  reading, humidity, size in m2, m2, m3, speed, percent, percentage, progress, discount, fat, protein, strength, deviation, vat, tax, tolerance, pressure, ph, rainfall, yield, output, tonnage, hours spent, dosage in mg`);

export const LONGTEXT =
  list(`note, description, detail, comment, message, instruction, step, ingredient, summary, agenda, remark, bio, body, content, answer, direction, method,
  requirement, justification, abstract, background, observation, symptom, diagnosis, feedback, allergy, term, scope, recommendation, takeaway, review text, mitigation, explanation,
  complaint, finding, minutes text, wording, text, what happened, anything unusual, transcript, history, biography, story, experience, motivation, special request, dietary requirement, problem, defect, homework, reason`);

export const DATES =
  list(`date, birthday, birthdate, dob, premiere, deadline, expiry, expiration, anniversary, day, joined, since, from, to, until, start, end, arrival, departure, due, hired, born, renewal, valid until,
  valid from, due back, return by, due by, ready by, drink by, use by, best before, till, til, withdrawal, deadline date, birth, purchased, date out, date back, begin, finish, check-in, check-out, in date, out date,
  issued, submitted, arrived, started, ended, commissioned, decommissioned, expires, intake, hire date, publish date, promised, ordered, shipped on, planted, issue, bought, founded, opened, released, out, back, last resurfaced, signed on`);

export const BOOLEANS =
  list(`done, payed, on time, out of order, complete, completed, paid, active, archived, approved, available, confirmed, published, verified, signed, attended, attending, vegetarian, vegan,
  gluten free, smoker, solved, digitised, digitized, billable, urgent, favourite, favorite, finished, resolved, fixed, sold, shipped, received, sent, reimbursed, insured, subscribed, enabled, remote, plus one, bought, packed, watched, read,
  renewed, cancelled, canceled, vaccinated, returned, closed, answered, contacted, present, certified, flagged, collected, redeemed, invoiced, delivered, chipped, reportable, electricity, breakfast, queen seen,
  picked up, called back, checked, cleaned, carried out, neutered, spayed, consent, passed, contract signed, responded, replied, occupied, furnished, exported, verified, consent form, claimed, settled, installed, tested, do not contact, loaned out`);

export const TEXTS =
  list(`name, title, subject, author, artist, publisher, composer, brand, make, model, plate, license plate, licence plate, serial number, serial no, sku, code, isbn, barcode, reference, ref, address, street, city, town, village, postcode, zip,
  country, region, location, place, room, shelf, rack, bin, cabinet, department, team, role, job, job title, position, occupation, company, employer, organisation, host, owner, manager, assignee, responsible, responsible person, contact, contact person, carrier, courier,
  inspector, auditor, driver, doctor, vet, teacher, trainer, coach, instructor, supervisor, buddy, reviewer, approver, requester, reporter, recipient, sender, borrower, holder, customer, client, supplier, vendor, manufacturer, maker, producer, employee,
  staff, colleague, product, item, article, material, color, colour, breed, species, strain, variety, topic, theme, skill, language, instrument, genre, vintage region, tag, badge number, badge, insurer, insurance, passport, iban, account, tax id, chip number, ear tag, lot, batch, batch number, version,
  cas number, hazard class, concentration, purpose, destination, station, hotel, flight number, opening hour, blood pressure, opposing party, court, area of law, file number, meter, line, map pin, pin, machine, vehicle, equipment, device, location, site, building, branch, warehouse, office, venue,
  party, time slot, slot, time window, age group, unit, currency, guest, spouse, emergency contact, school, grade, imei, serial, mix, element, squad, meet, captain, partner, lead, crew, technician, therapist, nurse, analyst, pilot, drone, battery, weather, imprint, edition, track, affiliation, scope of work, payment terms, notice period, bank, dosage, product name, last name, first name, surname, username, nickname, patient, student, pupil, member, visitor, farmer, sponsor, user, speaker, actor, act, garment, haulier, dock, lorry plate, kind of work, tooth number, patient code, bull, technician, seller, buyer, donor, lender, translator, language pair, cuisine, ward, bed, household, referral code, number, no, id, fault, damage, part, crop, field, paddock, stall, table number, trade, couple, frame number, gate, group, area, box, ear tag, ring number, release point, running number`);

/** Fields that are chosen from a few values; where a description names none, these are offered. */
export const CHOICES: Record<string, string[]> = {
  status: ["open", "in progress", "done"],
  state: ["open", "in progress", "done"],
  stage: ["new", "in progress", "done"],
  phase: ["planned", "in progress", "done"],
  priority: ["low", "medium", "high"],
  urgency: ["low", "medium", "high"],
  severity: ["low", "medium", "high"],
  importance: ["low", "medium", "high"],
  likelihood: ["low", "medium", "high"],
  impact: ["low", "medium", "high"],
  difficulty: ["easy", "medium", "hard"],
  condition: ["good", "worn", "broken"],
  outcome: ["open", "successful", "unsuccessful"],
  sex: ["female", "male"],
  gender: ["female", "male", "other"],
  frequency: ["daily", "weekly", "monthly"],
  rsvp: ["yes", "no", "maybe"],
  decision: ["pending", "approved", "declined"],
};

/** Words whose values may follow them without brackets: "status idea, drafting, sent". */
export const CHOICE_WORDS =
  list(`status, state, stage, phase, priority, urgency, severity, importance, likelihood, impact, difficulty, condition, outcome, sex, gender, frequency, rsvp, decision,
  type, kind, category, level, size, result, group, mood, class, species, track, reply, replied, risk, health, scale, stroke, distance, age, channel, membership, package, trade, area, currency, sport, voicing, diet, hazard, quarter,
  classification, rating, grade, language, sort, form, shift, colour, color, unit, injury type, how often, urgent, how urgent, available on, skill, discipline, tier, plan, format, direction, source, visibility, reason, role, season, weekday, day, method, payment method, answer, response, progress, position, shape, temperament, kind of work, cover, binding, fuel, transmission, working, equipment, marital status, employment, mode, environment, what kind, which kind`);
