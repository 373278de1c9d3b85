/** Currencies by their ISO 4217 codes. How many digits each has is kept here, since what is stored must not change with a runtime's tables. */
import { z } from "zod";

export const Currency = z.string().regex(/^[A-Z]{3}$/, "is a code of three capitals, such as EUR");

const DIGITS = new Map(
  Object.entries({
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
  }).flatMap(([digits, codes]) => codes.split(" ").map((code): [string, number] => [code, Number(digits)])),
);

/** Digits after the point: 2 of most. */
export const fractionDigits = (currency: string | undefined): number => DIGITS.get(currency ?? "") ?? 2;
