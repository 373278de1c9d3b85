/** What the page does when its access is another: the app hears of a new role; an end is shown, and the workspace around it may open it anew. */
import type { AccessEnd } from "@edgewright/contracts";
import { tellFrame } from "./frame.ts";
import { showNotice } from "./overlay.ts";

/** As `ACCESS_CLOSE` of contracts, which would bring zod into every page. */
export const END_BY_CODE: Readonly<Record<number, AccessEnd>> = { 4401: "signed_out", 4403: "no_access", 4409: "changed" };

const NOTICES: Record<Exclude<AccessEnd, "changed">, { title: string; message: string }> = {
  signed_out: {
    title: "You are signed out",
    message: "Sign in to Edgewright again, then open the app from its workspace.",
  },
  no_access: {
    title: "You have no access to this app any more",
    message: "You do not belong to it any more, its link was ended, or it was deleted. What you see is not kept up to date.",
  },
};

export function accessEnded(why: AccessEnd): void {
  if (why === "changed") {
    window.dispatchEvent(new Event("edgewright:role"));
    return;
  }
  showNotice({ ...NOTICES[why], where: "" });
  tellFrame({ type: "edgewright:ended" });
}
