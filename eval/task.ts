/** The shape of a task file: what is asked for, and the acceptance steps by which the app is judged. See docs/evals.md. */
import { z } from "zod";
import { matches } from "./judge/words.ts";

/** A regular expression that must be found as whole words, in whatever case: `Add|New|Create`. */
const Words = z
  .string()
  .min(1)
  .refine((text) => matches(text) !== null, "is not a regular expression");

/** `true` and `false` tick boxes; `today`, `today+3` and `today+1 10:00` become dates as the field wants them. */
const Value = z.union([z.string(), z.number(), z.boolean()]);
const Fields = z.record(Words, Value).refine((fields) => Object.keys(fields).length > 0, "names no field");

/** Who looks: the person who had the app built (an admin), a colleague (an editor) in a browser of their own, or a visitor with the share link. */
export const Participant = z.enum(["first", "colleague", "visitor"]);
export type Participant = z.infer<typeof Participant>;

const step = <T extends string, S extends z.ZodRawShape>(name: T, shape: S) =>
  z.strictObject({ do: z.literal(name), in: Participant.default("first"), ...shape });

/** `near` and `apart` mean: in the smallest part of the page that holds `near`, and before it grows to hold `apart`. */
const place = { near: Words.optional(), apart: Words.optional() };
const Kind = z.enum(["text", "button", "field", "heading", "chart", "image"]);

const SingleStep = z.discriminatedUnion("do", [
  /** Goes to a screen of the app; content where there is but one screen and it has that heading. */
  step("go", { to: Words }),
  step("reload", {}),
  step("press", { what: Words, ...place }),
  step("fill", { fields: Fields }),
  /** Types key by key into what the field already holds, and leaves it there without a Save. */
  step("type", { field: Words, text: z.string().min(1), at: z.enum(["start", "end"]).default("end") }),
  /** Opens the form if it is not there, fills it and saves it. */
  step("add", { fields: Fields, open: Words.optional(), save: Words.optional() }),
  /** Changes fields of an item where it stands, or in its form. */
  step("change", { item: Words, apart: Words.optional(), fields: Fields }),
  step("remove", { item: Words, apart: Words.optional() }),
  /** Ticks or unticks an item's own box. */
  step("tick", { item: Words, apart: Words.optional(), on: z.boolean().default(true) }),
  /** Drags an item to a column of a board, or moves it there by its field. `apart` names the other columns. */
  step("move", { item: Words, to: Words, apart: Words, field: Words }),
  step("see", { text: Words, kind: Kind.default("text"), ...place }),
  step("miss", { text: Words, kind: Kind.default("text"), ...place }),
  /** A number, however it is written: 1,250.5 and 1250.50 are the same. Its sign is left to the words around it. */
  step("amount", { is: z.number(), near: Words, apart: Words.optional() }),
  /** How many separate places of the page show the text. */
  step("count", { text: Words, is: z.number().int().min(0) }),
  /** The texts are read in this order. */
  step("order", { texts: z.array(Words).min(2) }),
  /** What the agent said at the end of this turn. */
  step("reply", { text: Words }),
]);
export type SingleStep = z.infer<typeof SingleStep>;

/** Several people's steps at the same time. */
const Together = step("together", { steps: z.array(SingleStep).min(2) });
export const Step = z.discriminatedUnion("do", [...SingleStep.options, Together]);
export type Step = z.infer<typeof Step>;

export const Turn = z.strictObject({
  prompt: z.string().min(1),
  /** Answers to questions that hold these words; any other question is left to the agent. */
  answers: z.record(Words, z.string()).default({}),
  /** The prompt asks for what loses values of rows, and whoever is asked agrees to it. */
  loses: z.boolean().default(false),
  accept: z.array(Step).min(1),
});
export type Turn = z.infer<typeof Turn>;

export const Task = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "holds small letters, digits and single hyphens only"),
  name: z.string().min(1),
  level: z.number().int().min(1).max(5),
  /** The first turn builds the app, the others change it. Rows stay between them. */
  turns: z.array(Turn).min(1),
});
export type Task = z.infer<typeof Task>;

export const TaskFile = z.array(Task).min(1).superRefine(uniqueIds);

function uniqueIds(tasks: Task[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of tasks.entries()) {
    if (seen.has(id)) context.addIssue({ code: "custom", path: [index, "id"], message: `"${id}" is used twice` });
    seen.add(id);
  }
}
