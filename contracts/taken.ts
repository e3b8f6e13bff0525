import { z } from "zod";

/** How many exposures a cause opened, moved to another state, and closed: of the organisations that the caller acts for. */
export const exposureCounts = z.object({ opened: z.int(), changed: z.int(), closed: z.int() });

/** Something in a document that was not taken as it came. */
export const problem = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.object({ en: z.string(), ko: z.string() }),
  fix: z.object({ en: z.string(), ko: z.string() }),
  place: z.object({
    file: z.string().optional(),
    path: z.string().optional(),
    line: z.int().optional(),
    column: z.int().optional(),
    offset: z.int().optional(),
  }),
});
