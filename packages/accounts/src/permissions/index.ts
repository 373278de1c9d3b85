/** The table of permissions on its own, for the front end: it says why a button is off by the same rules that the API keeps. */
export * from "../actor.ts";
export * from "../can.ts";
