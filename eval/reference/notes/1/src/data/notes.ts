import type { Edit } from "../lib/shared-text";

export type Note = { title: string };
export type EditRow = Edit & { note: string };
