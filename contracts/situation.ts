import { z } from "zod";
import { contract } from "./contract.ts";
import { wordOf } from "./fields.ts";
import { region } from "./members.ts";
import { member } from "./who.ts";
import { sectors } from "./words.ts";

/**
 * Figures about several organisations: null where they would say too much of few. Five organisations that the viewer does
 * not see one by one, or none, stand behind each figure and behind whatever figures give when they are subtracted.
 */
export const figures = z.object({
  exposedOrganisations: z.int(),
  exposedAssets: z.int(),
  /** Open exposures by what is to be done (SSVC). */
  defer: z.int(),
  scheduled: z.int(),
  outOfCycle: z.int(),
  immediate: z.int(),
});

const cell = { organisations: z.int(), suppressed: z.boolean(), figures: figures.nullable() };

const tableOf = <Key extends z.ZodRawShape>(key: Key) =>
  z.object({ items: z.array(z.object({ ...key, ...cell })), total: z.object(cell) });

export const bySector = contract({
  name: "situation.bySector",
  method: "GET",
  path: "/situation/sectors",
  summary: { en: "Show how the country stands by sector", ko: "분야별 전국 현황 보기" },
  who: [member],
  input: z.object({}),
  output: tableOf({ sector: wordOf(sectors) }),
});

export const byRegion = contract({
  name: "situation.byRegion",
  method: "GET",
  path: "/situation/regions",
  summary: { en: "Show how the country stands by region", ko: "지역별 전국 현황 보기" },
  who: [member],
  input: z.object({}),
  output: tableOf({ region }),
});
