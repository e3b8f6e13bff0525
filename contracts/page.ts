import { z } from "zod";

/** The page of a list: how many, from where on, in which order. The default order is the first. */
export const paging = <const Sort extends readonly [string, ...string[]]>(sorts: Sort, longest = 200) => ({
  /** `next` of the page before. */
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(longest).default(50),
  sort: z.enum(sorts).default(() => sorts[0] as never),
});

/** A page: its items, and the cursor of the next one; null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
