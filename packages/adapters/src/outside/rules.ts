/** The rules of this platform for addresses outside, from its environment. */
import { z } from "zod";
import { addressesOverHttps } from "../dns/addresses-over-https.ts";
import { DEFAULT_DNS_URL } from "../dns/query-dns.ts";
import { isOwnMachine, type OutsideRules } from "./address.ts";

export const OUTSIDE_VARIABLES = {
  /** Whether organizations may name servers inside a network. Unset: on one's own machine yes, elsewhere no. */
  LOCAL_ADDRESSES: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["true", "false"], "LOCAL_ADDRESSES must be true or false").optional(),
  ),
};

type Variables = { APP_URL: string; PREVIEW_ORIGIN?: string; DNS_URL?: string; LOCAL_ADDRESSES?: "true" | "false" };

export const outsideRules = ({ APP_URL, PREVIEW_ORIGIN, DNS_URL, LOCAL_ADDRESSES }: Variables): OutsideRules => ({
  local: LOCAL_ADDRESSES === undefined ? isOwnMachine(APP_URL) : LOCAL_ADDRESSES === "true",
  own: PREVIEW_ORIGIN === undefined ? [APP_URL] : [APP_URL, PREVIEW_ORIGIN],
  lookUp: addressesOverHttps({ url: DNS_URL ?? DEFAULT_DNS_URL }),
});
