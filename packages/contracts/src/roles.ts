/** The roles of people, from the highest to the lowest. Apart from the schema, which a page of the workspace does without. */
export const ROLES = ["admin", "editor", "viewer"] as const;
