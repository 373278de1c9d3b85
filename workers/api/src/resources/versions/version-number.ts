/** A version's number in a path. */
import { z } from "zod";

export const VersionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "is a version's number, such as 3")
  .transform(Number);
