/** Operations on one's own account. */
import type { Operation } from "../../http/operation.ts";
import { deleteMe } from "./delete-me.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endOwnSession } from "./end-own-session.ts";
import { getDeletion } from "./get-deletion.ts";
import { getMe } from "./get-me.ts";
import { getOwnSignIn } from "./get-own-sign-in.ts";
import { getSignIn } from "./get-sign-in.ts";
import { listOwnSessions } from "./list-own-sessions.ts";
import { readPicture } from "./read-picture.ts";
import { removeOwnPicture } from "./remove-own-picture.ts";
import { setOwnPicture } from "./set-own-picture.ts";

export const ACCOUNTS: readonly Operation[] = [
  getMe,
  getSignIn,
  listOwnSessions,
  endOwnSession,
  endOtherSessions,
  getOwnSignIn,
  setOwnPicture,
  removeOwnPicture,
  readPicture,
  getDeletion,
  deleteMe,
];
