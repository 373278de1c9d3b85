/** What sample rows are filled with: names of things by their kind, words by what a field is called. Data, read once. */

/** First name of a kind in `kinds.ts` | what such things are called, the first rows first. */
const NAMES = `
task | Send the newsletter, Book the meeting room, Review the budget draft, Renew the domain name, Prepare the onboarding pack, Update the price list, Call the insurance company, Plan the summer party
company | Northwind Traders, Bluebird Studio, Harbour & Co, Alpine Foods, Lumen Energy, Oak Street Books
supplier | Northwind Traders, Alpine Foods, Brightline Paper, Delta Fasteners, Green Valley Farm, Metro Tools
course | First aid at work, Excel for beginners, Public speaking, Food hygiene, Project basics
exam | Spring mid-term, Unit test 1, Final exam, Oral exam, Mock exam
homework | Essay on rivers, Fractions worksheet, Lab report, Reading log, French vocabulary
school trip | Science museum, Coastal walk, Botanical garden, City archive, Planetarium
book | The Old Harbour, A Field Guide to Clouds, Winter Bread, Letters from Nowhere, The Quiet Engine, Maps of the North
piece | Evening Hymn, Harbour Waltz, Spring Suite, Lullaby in G, Festival March
song | Paper Boats, Long Way Home, Northern Lights, Slow Morning, Glass River
film | The Lighthouse Keeper, Second Spring, Night Train, A Quiet Street, Salt and Snow
game | River Crossing, Market Day, Castle Keys, Dune Racers, Word Garden
recipe | Lemon chicken, Tomato soup, Apple crumble, Mushroom risotto, Lentil curry, Banana bread
ingredient | Flour, Butter, Eggs, Olive oil, Tomatoes, Basil
menu | Soup of the day, Grilled trout, Mushroom burger, Garden salad, Chocolate tart
restaurant | Casa Lina, The Blue Door, Noodle Yard, Olive & Thyme, Corner Bistro
room | Oak, Maple, Willow, Cedar, Birch
desk | A1, A2, B1, B2, C1
hall | Main hall, East court, Small gym, Garden room, Studio 2
event | Open day, Summer party, Customer breakfast, Autumn fair, Team offsite
talk | Small teams that ship, Maps for everyone, What birds hear, Repair as a habit, Plain words
project | Website relaunch, Office move, Spring campaign, Data clean-up, New price list
milestone | Kick-off, First draft, Pilot, Review, Launch
objective | Delight our customers, Ship twice as often, Grow in the north, Make onboarding easy
key result | Answer tickets within 4 hours, Reach 40 customers, Cut setup to 10 minutes, Release every week
kpi | Customers, Answer time, Returns, Visits, Orders
idea | Dark mode, Weekly summary by mail, Bulk import, A shorter form, Keyboard shortcuts, Shared calendars
decision | Move to monthly billing, Keep the current office, One tool for tickets, Hire a second designer
meeting | Weekly planning, Budget review, Design critique, Retrospective, Supplier call, Kick-off
note | Ideas for spring, Questions for the board, What we learnt, Reading list, Visit at the workshop
risk | Key supplier is late, Server outage, Staff shortage, Price of energy, Data loss
incident | Slip on the wet floor, Broken shelf, Near miss with the forklift, Small cut, Spilled paint
bug | Login fails on Safari, Totals are off by one, Menu overlaps on phones, Export has no header, Search ignores accents, Slow start page, Date is off by a day, Picture is not shown
ticket | Cannot sign in, Printer is offline, New laptop needed, Invoice is missing, Wi-Fi drops in room 4, Access to the archive
request | Extra monitor, Access to the archive, New chair, Copy of the contract, Change of address
change | New office hours, Other supplier, Second shift, Longer warranty
feedback | Anna Keller, Ben Ortiz, Chloe Martin, David Osei, Ella Novak
survey | Team pulse, Canteen menu, Visitor survey, Course evaluation
question | When do you open on Sundays?, May I bring my dog?, Where can we park?, How do I cancel?
checklist | Lock the back door, Check the fridge, Empty the bins, Count the till, Water the plants
repair | Replace the brake pads, New battery, Oil and filter, Fix the rear light, Replace a tyre, Adjust the clutch
maintenance | Oil change, Yearly service, Clean the filters, Check the brakes, Calibrate
inspection | Fire doors, First aid kits, Ladders, Playground, Kitchen
treatment | Vaccination, Check-up, Teeth, Worming, Bandage changed
machine | Lathe 2, Drill press, Band saw, Compressor, Laser cutter, Forklift
laptop | MacBook 14 Anna, ThinkPad 21, Projector hall A, iPad reception, Monitor 27 desk 4
licence | Design suite, Accounting, Video calls, Password manager, Map data
vehicle | Van 1, Van 2, Delivery truck, Pool car, Minibus
bike | City bike 1, City bike 2, Cargo bike, Mountain bike, Folding bike
delivery | Harbour & Co, Bluebird Studio, Alpine Foods, Corner Bistro, Casa Lina
route | North loop, Harbour, Old town, East valley
product | Desk lamp, Notebook A5, Water bottle, Oak shelf, Coffee beans 1 kg, Wool blanket, Tea set, Canvas bag
category | Office, Kitchen, Outdoor, Tools, Books
warehouse | Main store, North depot, Shelf A, Shelf B, Cold room
mold | M-101, M-102, M-117, M-130, M-142
sample | S-2041, S-2042, S-2043, S-2044, S-2045, S-2046
chemical | Acetone, Ethanol, Sodium chloride, Citric acid, Hydrogen peroxide
experiment | Growth at 22 °C, Dye stability, Yeast run 4, Filter test, Blank run
test case | Sign in with a new account, Export an empty list, Change the password, Undo a delete
measurement | Station 1, Station 2, Cellar, Roof, Garden
meter | Electricity main, Water cellar, Gas kitchen, Heat north wing
animal | Bella, Max, Luna, Charlie, Milo, Daisy
cow | Berta, Lotte, Heidi, Flora, Rosa
foster home | Keller family, Ortiz family, Martin household, Osei family
application | Anna Keller, Ben Ortiz, Chloe Martin, David Osei, Ella Novak
permit | Anna Keller, Ben Ortiz, Chloe Martin, David Osei
hive | Hive 1, Hive 2, Orchard hive, Meadow hive
plant | Fern, Rubber plant, Basil, Peace lily, Tomato, Lavender
bed | Bed 1, Bed 2, Greenhouse south, Herb corner
sighting | Kingfisher, Red kite, Barn owl, Grey heron, Skylark
email | Spring opening hours, Invitation to the open day, News from the workshop
deal | Website for Harbour & Co, Annual supply Alpine Foods, Training package, Office fit-out, Support contract, Pilot with Lumen
quote | Q-1041, Q-1042, Q-1043, Q-1044, Q-1045
tender | School kitchen, Town hall lighting, Library shelves, Bus shelters
order line | Desk lamp, Notebook A5, Oak shelf, Delivery, Assembly
expense | Train to the trade fair, Team lunch, Printer paper, Taxi from the airport, Design software, Hotel two nights, Postage, Coffee for the office
budget | Travel, Software, Office, Marketing, Training
funder | Riverside Foundation, City Arts Fund, Green Future Trust, Harbour Lottery
grant | Youth workshops, Green roofs, New instruments, Reading mentors
voucher | GV-2041, GV-2042, GV-2043, GV-2044, GV-2045
gift | Board game, Wool scarf, Cook book, Headphones, Plant pot
account | Current account, Savings, Petty cash, Card account
property | Mill Lane 12, Harbour View 3, Garden House, Station Road 8, Old Dairy
lease | L-2021, L-2022, L-2023, L-2024
order | Office chairs, Printer paper, Coffee beans, Safety gloves, Monitor arms, Cleaning supplies
contract | Office rent, Cleaning, Internet, Coffee machine, Copier lease
document | Floor plan, Safety sheet, Handbook, Price list, House rules
matter | M-2041, M-2042, M-2043, M-2044
deadline | Tax return, Grant report, Contract notice, Renew insurance
report | Quarterly report, Visitor numbers, Energy report, Annual review
article | How we pack, Five spring recipes, Meet the team, Behind the counter, Ten small repairs
episode | The first hundred days, A visit to the archive, Listening to bees, On the night train
journalist | Anna Keller, Ben Ortiz, Chloe Martin, David Osei
pitch sent | New exhibition, Anniversary, Summer programme
exhibit | Harbour at dawn, Clay jug, Portrait of a baker, Brass sextant, Woven belt
exhibitor | Bluebird Studio, Olive & Thyme, Oak Street Books, Lumen Energy
prop | Red umbrella, Oil lamp, Suitcase, Wooden chair, Letter
model train | Class 52 steam engine, Harbour tram, Grey coin 1901, Blue Mauritius print
frame | Aria 21, Nordic 5, Lina round, Metro slim
garment | Linen dress, Wool coat, Rain jacket, Silk scarf, Work apron
team | Design, Support, Sales, Operations, Finance
match | Spring cup round 1, Home game 4, Friendly, Semi-final
habit | Morning walk, Read 20 minutes, Drink water, Stretch, Write a page
playground | Mill Park, Harbour bridge, Station square, Elm street light 14
skill | First aid, Forklift, Welding, Spanish, Spreadsheets
platform | Web shop, Intranet, Mail server, Booking site, Archive
password | Web shop, Post office, Parcel service, Library card
mission | Spring cleaning, Open day, Stock count
policy document | Travel policy, Data protection, Expenses, Working from home
`;

export const PEOPLE =
  "Anna Keller, Ben Ortiz, Chloe Martin, David Osei, Ella Novak, Finn Larsen, Grace Lee, Hugo Silva, Ines Rossi, Jonas Weber".split(", ");
export const COMPANIES =
  "Northwind Traders, Bluebird Studio, Harbour & Co, Alpine Foods, Lumen Energy, Oak Street Books, Corner Bistro, Metro Tools".split(", ");

/** Field | values. The first line whose words the field's label has, as whole words, gives them. */
const WORDS = `
department, dept, team, squad, unit of work | Design, Support, Sales, Operations, Finance
role, job title, position, job, occupation | Designer, Project lead, Accountant, Technician, Support engineer
address, street | 12 Mill Lane, 3 Harbour View, 48 Station Road, 7 Garden Street, 21 Old Market
city, town, hometown | Bristol, Lyon, Porto, Bergen, Graz
country | France, Portugal, Norway, Austria, Ireland
postcode, zip | 1010, 4050, 6900, 8004
region, area, district, county, zone | North, Harbour, Old town, East valley
room, classroom | Oak, Maple, Willow, Cedar
shelf, rack, bin, cabinet, slot, aisle, drawer | A1, A2, B1, C4
location, place, where, site, venue, position on site, storage | Main building, Workshop, Store room, Reception, Yard
floor | Ground floor, First floor, Second floor
station, line | North, Centre, Harbour, East
brand, make, manufacturer, maker, producer | Bosch, Makita, Siemens, Philips, Honda
model | S-200, Pro 14, X3, Compact, Series 5
temper, temperament, character, behaviour, behavior, personality | Calm, Playful, Shy, Needs patience
goal, goals, aim | Get fitter, Learn the basics, Be ready by spring, Save time
exercise, exercises | Squats, Bench press, Rowing, Deadlift, Plank
scene | Arrival, Night walk, The letter, Chase
object, artwork, exhibit, work of art | Harbour at dawn, Clay jug, Portrait of a baker, Brass sextant, Woven belt
breed | Border collie, Labrador, Beagle, Mixed breed, Terrier
species, animal, bird | Dog, Cat, Rabbit, Parrot, Hamster
strain, variety | Early, Classic, Red, Late
genre, theme, style | Fiction, History, Adventure, Comedy
cuisine | Italian, Vietnamese, French, Turkish
color, colour | Blue, Grey, Green, Black, White
size | S, M, L, XL
material | Oak, Steel, Cotton, Glass
unit | pcs, kg, l, box
language | English, French, German, Spanish
instrument | Violin, Piano, Flute, Guitar
skill, skills | First aid, Driving, Cooking, Spanish, Sound
topic, subject | Planning, Maths, English, Safety, Budget
class, grade, class group | 5A, 5B, 6A, 6C
purpose, occasion | Client visit, Training, Delivery, Team day
destination | Lyon, Porto, Bergen, Graz
reason, cause, defect, symptom, problem | Worn part, Planned check, Request by a customer, Noise when starting
result, outcome, finding | All in order, Small repair needed, To be checked again
product, article, item, goods, part | Desk lamp, Notebook A5, Oak shelf, Coffee beans 1 kg, Wool blanket
vehicle, car, van | Van 1, Pool car, Delivery truck, Minibus
machine, device, equipment, tool | Lathe 2, Drill press, Compressor, Band saw
project | Website relaunch, Office move, Spring campaign, Data clean-up
medicine, medication, drug, vaccine, treatment | Paracetamol, Ibuprofen, Vitamin D, Antihistamine
dose, dosage | 1 tablet, 5 ml, 2 tablets, 10 ml
allergy, allergies | None, Nuts, Lactose, Pollen
diet, dietary requirement, dietary requirements | None, Vegetarian, Vegan, Gluten free
category, type, kind, sort | Standard, Large, Seasonal, Special
frequency, interval, how often | Every week, Every two weeks, Every month
party, insurer, bank, provider, funder | Northwind Traders, Riverside Bank, Lumen Energy, Harbour Insurance
court | District court, Town court
weather | Sunny, Cloudy, Light rain, Windy
score | 2:1, 0:0, 3:2, 1:1
home team, away team, team name, opponent | Harbour FC, Old Town, Riverside, North End
ingredients | 400 g tomatoes, 1 onion, 2 cloves of garlic, olive oil|500 g flour, 300 ml water, yeast, salt|2 lemons, 600 g chicken, thyme|4 apples, 150 g butter, sugar, cinnamon
steps, method, instructions, directions | Prepare everything. Cook slowly for 20 minutes. Serve warm.|Mix, rest for an hour, bake for 40 minutes.|Chop, fry gently, season to taste.
description, details, detail, summary, abstract, content, body, text | A first description of what this is about.|Short and to the point, with all that matters.|More details follow after the next meeting.|Agreed with everybody involved.
message, feedback, comment, comments, review | Very helpful, thank you.|Easy to find, but the form was long.|Could you open earlier on Saturdays?|All went well.
ID, passport | 4821 0093, 5120 7741, 3388 1204
time slot, slot | 09:00–10:00, 10:00–11:00, 14:00–15:00, 15:00–16:00
tag, tags, keyword, keywords | new, popular, seasonal, local
attendees, participants, members, crew | Anna, Ben and Chloe|David and Ella|Everybody|Finn, Grace and Hugo
`;

/** Of a longer text that has no words of its own. */
export const NOTES = [
  "Agreed by phone, details follow.",
  "Ask again next week.",
  "Please check before the next visit.",
  "Everything as usual.",
  "Needs a second look.",
];

/** Fields that hold a person's name, and an organization's. */
export const PERSON =
  /\b(?:by|whom?|owner|assignee|assigned|responsible|manager|supervisor|lead|teacher|tutor|coach|trainer|instructor|driver|doctor|vet|nurse|therapist|technician|mechanic|author|artist|composer|speaker|contact|requester|requested|reporter|reviewer|approver|host|inspector|auditor|employee|staff|colleague|member|volunteer|borrower|holder|guest|visitor|patient|student|pupil|child|parent|guardian|person|people|name|player|tenant|buyer|seller|recipient|sender|donor|analyst|captain|partner|helper|buddy|pilot|photographer|customer|passenger|attendee|applicant|candidate)\b/i;
export const ORGANIZATION =
  /\b(?:company|companies|client|supplier|vendor|employer|organi[sz]ation|institution|firm|garage|agency|school|publisher|outlet|exhibitor|sponsor|shop|store)\b/i;

const linesOf = (text: string): [string, string][] =>
  text
    .trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(" | ")), line.slice(line.indexOf(" | ") + 3)]);

const names = new Map(linesOf(NAMES).map(([kind, values]) => [kind, values.split(", ")]));
/** Kinds of people; each is called by their name. */
const OF_PEOPLE = new Set(
  "contact customer applicant employee member volunteer student teacher child parent guest visitor patient tenant feedback journalist".split(
    " ",
  ),
);

/** What things of a kind are called, by the kind's first name. */
export const namesOfKind = (kind: string): readonly string[] | undefined => (OF_PEOPLE.has(kind) ? PEOPLE : names.get(kind));
export const isKindOfPeople = (kind: string): boolean => OF_PEOPLE.has(kind);

const words = linesOf(WORDS).map(
  ([fields, values]) =>
    [new RegExp(`\\b(?:${fields.split(", ").join("|")})\\b`, "i"), values.split(values.includes("|") ? "|" : ", ")] as const,
);

export const wordsFor = (label: string): readonly string[] | undefined => words.find(([pattern]) => pattern.test(label))?.[1];

/** Field | least, greatest, and in steps of what. The first that fits. */
const NUMBERS: [RegExp, number, number, number][] = [
  [/\b(?:rent|salary|wage|lease)\b/i, 650, 3200, 50],
  [/\b(?:budget|funding|grant|turnover|revenue|deal|value|requested|planned)\b/i, 1500, 24000, 500],
  [/\b(?:deposit|total|balance|insurance)\b/i, 40, 900, 5],
  [/\bfee\b|\b(?:hourly|day|daily) (?:rate|price)\b|\bprice per\b/i, 12, 80, 2],
  [/\b(?:price|cost|amount|sum|spent|paid|charge|fine|tip|donation|refund)\b/i, 6, 240, 1.5],
  [/\b(?:rating|stars?|satisfaction)\b/i, 3, 5, 1],
  [/\bscore|points|grade|mark\b/i, 55, 98, 1],
  [/\bbirth|born\b/i, 1962, 2004, 1],
  [/\byear\b/i, 2008, 2025, 1],
  [/\bage\b/i, 8, 64, 1],
  [/\b(?:mileage|odometer|km (?:start|end))\b/i, 12000, 118000, 350],
  [/\b(?:reorder|minimum|min|threshold|warn)/i, 5, 15, 5],
  [/\b(?:stock|quantity|qty|on hand|count|number of (?:pieces|items)|amount left)\b/i, 2, 60, 1],
  [/\b(?:capacity|seats|places|max|maximum)\b/i, 6, 40, 2],
  [/\bhours?\b/i, 1, 8, 0.5],
  [/\b(?:minutes|duration|length|mins)\b/i, 15, 120, 5],
  [/\b(?:servings|guests|people|persons|adults|children|participants|party size|headcount)\b/i, 2, 8, 1],
  [/\b(?:temperature|temp)\b/i, 4, 24, 0.5],
  [/\bhumidity\b/i, 38, 72, 1],
  [/\bpages?\b/i, 120, 420, 4],
  [/\b(?:km|distance|miles)\b/i, 3, 42, 0.5],
  [/\b(?:weight|kg)\b/i, 2, 48, 0.5],
  [/\b(?:lit(?:er|re)s?|volume|milk)\b/i, 8, 60, 0.5],
  [/\b(?:area|m2|size)\b/i, 24, 160, 2],
  [/\b(?:rooms?|bedrooms?|bathrooms?|floors?)\b/i, 1, 4, 1],
];

/** `null` where the name says nothing. */
export const rangeFor = (label: string): readonly [least: number, greatest: number, step: number] | null => {
  const found = NUMBERS.find(([pattern]) => pattern.test(label));
  return found ? [found[1], found[2], found[3]] : null;
};
