/** What a change of `data/schema.json` would do to the rows that are there, before it is done. */
import { z } from "zod";

/** `lossy`: values would be out of sight, kept aside. A person must agree. `impossible`: nothing of what is there would be left; it is not done. */
export const DataEffect = z.enum(["safe", "lossy", "impossible"]);
export type DataEffect = z.infer<typeof DataEffect>;

/** One of the values that do not fit; `row` is its id. */
export const Misfit = z.object({ row: z.string(), value: z.string() });
export type Misfit = z.infer<typeof Misfit>;

export const DataStep = z.object({
  /** Names the step, for whoever agrees to it, such as `contacts.phone removed`. */
  key: z.string(),
  effect: DataEffect,
  /** A sentence with counts. Sample rows do not count. */
  says: z.string(),
  /** Some of the values that do not fit, of those that whoever asks may see. */
  misfits: z.array(Misfit),
});
export type DataStep = z.infer<typeof DataStep>;

/** The steps in the order in which they would be done; none: the rows stay as they are. */
export const DataPlan = z.object({ steps: z.array(DataStep) });
export type DataPlan = z.infer<typeof DataPlan>;

/** The keys of steps that a person agrees to. */
export const Accepted = z.array(z.string().max(200)).max(500);

/** The steps that keep a change from being made: those that cannot be done, and those that lose what nobody has agreed to lose. */
export const stepsInTheWay = ({ steps }: DataPlan, accepted: readonly string[]): DataStep[] =>
  steps.filter(({ effect, key }) => effect === "impossible" || (effect === "lossy" && !accepted.includes(key)));

/** A change of tables as it happened: by a version that went live, or by a rollback of rows. `version` null: it was by none. */
export const TableChange = z.object({
  at: z.string(),
  type: z.enum(["tables", "rolled_back"]),
  says: z.array(z.string()),
  version: z.number().int().nullable(),
});
export type TableChange = z.infer<typeof TableChange>;

/** `by`: the version's author. */
export const TableChangeList = z.object({ items: z.array(TableChange.extend({ by: z.string().nullable() })) });
export type TableChangeList = z.infer<typeof TableChangeList>;
