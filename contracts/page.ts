import { z } from "zod";
import { described } from "./described.ts";

/** The page of a list: how many, from where on, in which order. The default order is the first. */
export const paging = <const Sort extends readonly [string, ...string[]]>(sorts: Sort, longest = 200) => ({
  cursor: described(z.string().max(500).optional(), {
    en: "`next` of the page before",
    ko: "앞 페이지의 `next` 값",
  }),
  limit: described(z.int().min(1).max(longest).default(50), {
    en: "how many to a page",
    ko: "한 페이지의 개수",
  }),
  sort: described(
    z.enum(sorts).default(() => sorts[0] as never),
    {
      en: "in which order; with a hyphen before it, the latest or largest first",
      ko: "정렬 순서. 붙임표가 앞에 있으면 최신순 또는 큰 순서",
    },
  ),
});

/** A page: its items, and the cursor of the next one; null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: described(z.array(item), { en: "what is on this page", ko: "이 페이지의 항목" }),
    next: described(z.string().nullable(), {
      en: "`cursor` of the next page; null at the end",
      ko: "다음 페이지의 `cursor`. 끝이면 null",
    }),
  });
