/** Mails that the app sends by itself, made of a person's words. */
export { followInAutomations } from "./follow.ts";
export { sendNotices } from "./in-new-app.ts";
export { ABOUT_MAILS, noticeFrom } from "./notice.ts";
export { withoutPosts } from "./post.ts";
export { notice } from "./read-notice.ts";
