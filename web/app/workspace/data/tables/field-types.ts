/** What kinds of fields there are, as people call them. */
import type { ColumnType } from "@edgewright/contracts";

const LABELS: Record<ColumnType, string> = {
  text: "Text",
  longtext: "Long text",
  number: "Number",
  integer: "Whole number",
  decimal: "Number with exact decimals",
  money: "Amount of money",
  boolean: "Yes or no",
  date: "Date",
  datetime: "Date and time",
  time: "Time of day",
  duration: "Duration",
  select: "One of several options",
  multiselect: "Several options",
  reference: "A row of another table",
  references: "Several rows of another table",
  user: "A person",
  email: "E-mail address",
  phone: "Phone number",
  url: "Web address",
  rating: "Rating in stars",
  autonumber: "Number that counts up",
  json: "JSON",
  image: "Picture",
  file: "File",
  files: "Several files",
};

export const fieldTypeLabel = (type: ColumnType): string => LABELS[type];

export const FIELD_TYPES = Object.keys(LABELS) as ColumnType[];
