/** The words by which people ask for changes of an app. Data. */

export type Act =
  | "add"
  | "remove"
  | "rename"
  | "change"
  | "move"
  | "show"
  | "hide"
  | "only"
  | "sort"
  | "group"
  | "split"
  | "mark"
  | "allow"
  | "undo"
  | "redo";

/** What stands before the wish and says nothing of it. */
export const POLITE =
  /^(?:(?:and|also|then|but|so|now|next|plus|oh no|oh|no(?=[,:;.!-]| +-)|(?:i|we) (?:meant|mean)(?: that| to say)?|what i meant (?:is|was)(?: that)?|rather|oops|ups|whoops|sorry|ugh|argh|wait|ok(?:ay)?|yes|hey|hi|hello|hmm|well|actually|please|pls|plz|maybe|just|finally|again|instead(?=,)|first(?= (?:add|of))|after that|one more thing|by the way|btw|let'?s|let us|go ahead and|could we|can we|may we|(?:can|could|would|will) you(?: please)?|(?:i|we)(?:'d| would) (?:really )?(?:like|love|prefer)(?: you)? to|(?:i|we) (?:also |really |still )?(?:want|need|have)(?: you)? to|it would be (?:nice|good|great|useful|helpful) (?:to|if (?:we|you|i) (?:could|can))|would be (?:nice|good|great) to|is it possible to|are you able to|i think (?:we should)?|we should(?= )|you should|make sure (?:to|that)|how about|what about|why not|why don'?t (?:we|you)|try to|feel free to)[,:;.!-]*\s+)+/i;

/** Verbs in the form in which a wish begins with them, longest first. */
export const ACT_WORDS: Record<Act, string> = {
  undo: "undo|revert|roll back|rollback|take (?:that|it|this|the last change) back|take back|put (?:it|that|everything) back|go back|return to|step back|restore|bring back",
  redo: "redo|undo the undo|do (?:it|that) again|put the change back|bring (?:it|that) back",
  remove:
    "remove|delete|drop|get rid of|throw (?:it|them|that) out|take (?:it|them|that) (?:out|away|off)|leave (?:it|them|that) out|throw out|throw away|throw|take(?= (?!it |them |that )[^.;]{2,60} (?:away|off|out)(?: again)?(?: (?:from|of) [^,.;]{2,40})?$)|take out|take away|lose|ditch|scrap|kill|cut|strike|erase|eliminate|do without|do away with|discard|(?:i|we|you) (?:do not|don'?t|no longer|never) (?:need|want|use|have)|(?:do not|don'?t|no longer) (?:need|want|use)|no more|no need for|without",
  rename: "rename|relabel|retitle|re-?name|call|name|entitle|title|label",
  hide: "hide|leave out|don'?t show|do not show|stop showing|exclude|skip|filter out|keep out",
  only: "only show|show only|show just|just show|only display|display only|limit|restrict|filter|narrow",
  sort: "sort|order|arrange|rank|re-?sort",
  group: "group|cluster|bundle",
  split: "split|separate|divide|break",
  mark: "mark|highlight|flag|emphasi[sz]e|colou?r-code",
  move: "move|reorder|re-order|put|place|shift|swap|rearrange|start|open",
  show: "show|display|see|view|visuali[sz]e|plot|draw|look at|present|list|chart|graph",
  allow: "let|allow|permit|restrict|forbid|prevent|prohibit|share|publish|unshare|close|lock|protect",
  change: "change|make|turn|convert|switch|set|replace|use|transform|swap|paint|colou?r|tint|adjust|update|modify|pick|choose|go with",
  add: "add|have|need(?= [\\w -]{2,30}(?::| with ))|put in|put|include|insert|create|introduce|track|record|log|store|keep track of|keep|capture|note down|write down|write in|jot down|note|save|append|attach|set up|build|give|make|extend|enter|bring in|know|(?:i|we) (?:also |still |really |now |do )*(?:need|want|track|record|log|note|keep|store|miss|would like)|(?:i|we) also have|(?:an? )?(?:new |another |extra |additional )?(?:fields?|columns?)(?= (?:for|called|named|with|\"|'))|(?:i|we)'d (?:also )?like|there (?:is|are|should be|must be)(?: also)?|there'?s",
};

/** Kinds of screens by their words. */
export const KIND_WORDS: [RegExp, "board" | "calendar" | "chart" | "form" | "list"][] = [
  [/\b(?:kanban(?: board)?|boards?|pipeline|swim ?lanes?)\b/i, "board"],
  [/\b(?:calendars?|month view|schedule view|agenda)\b/i, "calendar"],
  [/\b(?:charts?|graphs?|diagrams?|plots?|pie|bars|histogram|statistics|stats|trend ?line)\b/i, "chart"],
  [/\bforms?\b/i, "form"],
  [/\b(?:lists?|tables?|grid)\b/i, "list"],
];

export const SCREEN_WORD = /\b(?:screens?|pages?|views?|tabs?|sections?|menu|navigation|nav|start page|home ?page|sidebar)\b/i;

/** What the answer to a type may be called; told by `saidType` as well. */
export const TYPE_WORDS: [RegExp, string][] = [
  [/\b(?:whole numbers?|integers?)\b/i, "integer"],
  [/\b(?:decimal|decimals|decimal number|numbers?|numeric)\b/i, "number"],
  [/\b(?:money|currency|amount of money|euros?|dollars?|pounds?)\b/i, "money"],
  [/\b(?:percent(?:age)?|%)/i, "percent"],
  [/\b(?:check ?box(?:es)?|yes[ -/]+(?:or )?no|tick ?box|boolean|toggle|true[ /]+false|on[ /]+off)\b/i, "boolean"],
  [
    /\b(?:date and time|date-?time|timestamp|date with (?:a )?time|time (?:too|as well|of day)|(?:also|have|with|include) (?:a |the )?time)\b/i,
    "datetime",
  ],
  [/\b(?:date|day)\b/i, "date"],
  [/\b(?:long text|multi-?line|several lines|text ?area|paragraphs?|longer text)\b/i, "longtext"],
  [/\b(?:plain text|free text|text|single line|string)\b/i, "text"],
  [/\b(?:link|url|web address)\b/i, "url"],
  [/\b(?:e-?mail address|e-?mail)\b/i, "email"],
];

export const DOWN =
  /\b(?:desc(?:ending)?|newest|latest|most recent|recent|highest|largest|biggest|greatest|most expensive|dearest|longest|best|reverse|z ?(?:-|to) ?a|new(?:er)? ones|high to low)\b/i;
export const UP =
  /\b(?:asc(?:ending)?|oldest|earliest|soonest|nearest|lowest|smallest|cheapest|least|shortest|worst|a ?(?:-|to) ?z|alphabetical(?:ly)?|alphabet|low to high|next ones?)\b/i;

export const PRONOUN = /\b(?:it|that|this|them|these|those|the same|there)\b/i;

/** Who may do something. */
export const AUDIENCES: [RegExp, "anyone" | "member" | "owner"][] = [
  [
    /\b(?:their own|his own|her own|one's own|own (?:entries|rows|records)|whoever (?:added|made|created|wrote|entered)|(?:who|that) (?:added|made|created|wrote|entered|owns?) (?:it|them)|the ones? who \w+ (?:it|them)|the (?:creator|author)s?)\b/i,
    "owner",
  ],
  [
    /\b(?:nobody outside|no one outside|no outsiders?|only (?:members|colleagues|the team|our team|us|staff)|members only|team only|internal(?:ly)? only|just (?:us|the team|members))\b/i,
    "member",
  ],
  [
    /\b(?:anyone|anybody|everyone|everybody|visitors?|outsiders?|the public|public(?:ly)?|people outside|the world|the web|the internet|strangers|guests|without (?:an? )?(?:account|login|log(?:ging)?[ -]?in|sign(?:ing)?[ -]?in))\b/i,
    "anyone",
  ],
  [/\b(?:members?|colleagues?|the team|our team|staff|employees|people|users?|we|us)\b/i, "member"],
];

export const ACTIONS: [RegExp, "read" | "create" | "update" | "delete"][] = [
  [/\b(?:sees?|seen|reads?|views?|viewed|look at|open|access|visible|readable|shown to)\b/i, "read"],
  [/\b(?:adds?|added by|creates?|created by|enters?|entered by|submit|post|insert|new)\b/i, "create"],
  [/\b(?:changes?|changed by|edits?|edited by|updates?|updated by|modify|correct|alter|touch|writes?|editable|changeable)\b/i, "update"],
  [/\b(?:delete|remove|erase|deletable|deleted|removed)\b/i, "delete"],
];

/** Icons that an app may have, by what people call them. */
export const ICONS = `
bike: bike, bicycle, cycle
trophy: trophy, cup, award
car: car, vehicle
truck: truck, lorry, van
house: house, home
heart: heart, love
star: star
rocket: rocket
book-open: book
library: library, books
dog: dog
cat: cat
paw-print: paw, paw print, pet, animal
sprout: sprout, plant, leaf, garden
tree-pine: tree, fir
flower: flower
sun: sun
moon: moon
cloud: cloud
flame: flame, fire
zap: lightning, bolt, flash
wrench: wrench, spanner, tool
hammer: hammer
key: key
lock: lock, padlock
bell: bell
calendar-days: calendar
clock: clock, watch
timer: timer, stopwatch
camera: camera, photo
music: music, note, musical note
film: film, movie
gamepad-2: game, gamepad, controller
coffee: coffee, mug, tea
pizza: pizza
utensils: fork, cutlery, food, restaurant
chef-hat: chef hat, chef, cook
cake: cake
wine: wine
beer: beer
apple: apple, fruit
shopping-cart: cart, trolley, shopping cart
shopping-bag: bag, shopping bag
wallet: wallet, purse
banknote: money, cash, banknote
receipt: receipt, bill
credit-card: card, credit card
gift: gift, present
users: people, users, team, group
user: person, user
graduation-cap: graduation cap, school, cap
briefcase: briefcase, suitcase, work
building-2: building, office, company
factory: factory
landmark: bank, museum, landmark
stethoscope: stethoscope, doctor
pill: pill, medicine
microscope: microscope
flask-conical: flask, lab, beaker, test tube
dumbbell: dumbbell, gym, weights
plane: plane, airplane, aeroplane
ship: ship, boat
sailboat: sailboat, sailing boat
train-front: train
map-pin: pin, place, location, map
globe: globe, world, earth
flag: flag
target: target, goal
lightbulb: bulb, light bulb, lamp, idea
bug: bug, beetle
box: box, package, parcel
boxes: boxes, stock
archive: archive
file-text: file, document, paper
folder: folder
clipboard-list: clipboard
list-checks: checklist, list, ticks
square-check: check, tick, checkmark, tick mark
mail: mail, envelope, letter
phone: phone, telephone
message-square: message, chat, speech bubble
megaphone: megaphone, loudspeaker
life-buoy: life buoy, lifebuoy, help
palette: palette, paint
scissors: scissors
shirt: shirt, t-shirt, clothes
crown: crown
gem: gem, diamond
ghost: ghost
smile: smile, smiley, face
puzzle: puzzle
music-2: quaver
laptop: laptop, computer
server: server
layers: layers, stack
layout-grid: grid, squares
party-popper: party, confetti
handshake: handshake
anchor: anchor
bed: bed, hotel
fish: fish
bird: bird
rabbit: rabbit, bunny
tractor: tractor, farm
wheat: wheat, grain
`;

/** Clauses that call something needless: "the phone number isn't needed", "no notes". */
export const NEEDLESS =
  /\s+(?:(?:is|are)(?:n'?t| not| no longer)|(?:does|do)(?:n'?t| not) (?:have to|need to) be) (?:really |so |that |very |any ?more )?(?:needed|important|necessary|used|relevant|wanted|interesting|required here|there)(?: any ?more)?$|\s+(?:can|may|should|must) go(?: away)?$|\s+(?:is|are) (?:superfluous|useless|pointless|too much|unnecessary|redundant)$/i;

/** What people write for the usual names of fields. */
export const SHORT_FOR: Record<string, string> = {
  prio: "priority",
  desc: "description",
  descr: "description",
  qty: "quantity",
  tel: "phone",
  mail: "email",
  "e mail": "email",
  dob: "date of birth",
  addr: "address",
  telephone: "phone",
  "phone number": "phone",
  "telephone number": "phone",
  "e mail address": "email",
  cost: "price",
  state: "status",
};
