/** Operations on conversation. */
import type { Operation } from "../../http/operation.ts";
import { getSession } from "./get-session.ts";
import { joinStream } from "./join-stream.ts";
import { listEvents } from "./list-events.ts";
import { sendMessage } from "./send-message.ts";
import { startSession } from "./start-session.ts";

export const CONVERSATION: readonly Operation[] = [startSession, getSession, sendMessage, listEvents, joinStream];
