/** Ids: a prefix that names the kind, and a UUIDv7 that sorts by time (TypeID). */
import { typeid } from "typeid-js";

export type IdPrefix =
  | "org"
  | "usr"
  | "prj"
  | "ver"
  | "ses"
  | "job"
  | "msg"
  | "row"
  | "req"
  | "aud"
  | "out"
  | "key"
  | "mem"
  | "inv"
  | "acc"
  | "sin"
  | "vrf"
  | "qst"
  | "cal"
  | "rai"
  | "tfa"
  | "pky"
  | "tok"
  | "dom"
  | "snp"
  | "mal";

export const newId = (prefix: IdPrefix): string => typeid(prefix).toString();
