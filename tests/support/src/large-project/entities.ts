/** What the large project keeps: the tables of a company that does a bit of everything. */

export type Entity = { /** Singular, written together: "purchaseOrder". */ name: string; fields: string[] };

const WORDS: Record<string, string> = {
  customer: "name email phone city segment",
  invoice: "number customer dueDate amount paid",
  payment: "invoice receivedOn amount method",
  product: "sku title price stock category",
  supplier: "name contact country rating",
  purchaseOrder: "number supplier orderedOn total received",
  warehouse: "name address capacity manager",
  shipment: "tracking carrier shippedOn weight delivered",
  employee: "name role department startDate",
  department: "name lead budget floor",
  vehicle: "plate make mileage inspection",
  repair: "vehicle garage cost doneOn",
  booking: "room person startsAt endsAt",
  room: "name seats floor projector",
  ticket: "subject priority status assignee",
  article: "title body author published",
  campaign: "title channel spend startsOn",
  lead: "name source score owner",
  deal: "title stage value closesOn",
  contract: "party signedOn expiresOn value",
  asset: "serial model purchasedOn location",
  license: "software seats renewsOn price",
  expense: "merchant category amount spentOn",
  trip: "traveller destination departsOn returnsOn",
  vacation: "employee from until approved",
  timesheet: "employee project hours workedOn",
  project: "title client deadline budget",
  milestone: "project title reachedOn done",
  risk: "title likelihood impact mitigation",
  audit: "scope auditor heldOn result",
  training: "topic trainer heldOn seats",
  certificate: "holder issuer issuedOn expiresOn",
  survey: "title audience opensOn closesOn",
  answer: "survey person score comment",
  recipe: "title servings minutes course",
  ingredient: "name unit price allergen",
  menu: "title servedOn price guests",
  event: "title venue startsAt guests",
  guest: "name email diet attending",
  donation: "donor amount givenOn purpose",
  member: "name joinedOn plan active",
  subscription: "member plan price renewsOn",
  device: "name firmware seenAt battery",
  reading: "device takenAt temperature humidity",
};

export const ENTITIES: Entity[] = Object.entries(WORDS).map(([name, fields]) => ({ name, fields: fields.split(" ") }));

export const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
export const spaced = (word: string): string => word.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
export const plural = (word: string): string => (word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`);
