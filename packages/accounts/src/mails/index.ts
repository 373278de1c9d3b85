/** Every mail the platform sends, one file each. */
export { changeAddressMail, verifyNewAddressMail } from "./change-address.ts";
export { confirmAddressMail } from "./confirm-address.ts";
export { type Invitation, inviteMail } from "./invite.ts";
export { composeMail } from "./layout.ts";
export { resetPasswordMail } from "./reset-password.ts";
export { type SecurityNotice, securityNoticeMail } from "./security-notice.ts";
export { signInLinkMail } from "./sign-in-link.ts";
export { signUpAgainMail } from "./sign-up-again.ts";
