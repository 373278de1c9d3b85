/** An address that the app's page loads, where it stands in the source. Found in scripts, style sheets and index.html. */
import type { HostKind } from "@edgewright/contracts";

/** `style`: a style sheet, which the policy counts to fonts. `script` and `object` may come from the app itself at most. */
export type AddressUse = HostKind | "style" | "script" | "object";

/** `whole` false: it goes on with what is only known when the app runs. */
export type Address = { use: AddressUse; address: string; whole: boolean; line: number };
