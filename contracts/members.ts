import { z } from "zod";
import { contract } from "./contract.ts";
import { handle, instant, text, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";
import { criticalities, sectors, sizes } from "./words.ts";

/** ISO 3166-2. */
export const region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/);

/** An organisation as every member may know it. */
export const organisation = z.object({
  handle,
  name: text(200),
  sector: wordOf(sectors),
  region,
  size: wordOf(sizes),
  criticality: wordOf(criticalities),
  /** Handle of the organisation that it is a part of. */
  parent: handle.nullable(),
  status: z.enum(["active", "suspended", "left"]),
  since: instant,
});

export const listOrganisations = contract({
  name: "members.listOrganisations",
  method: "GET",
  path: "/organisations",
  summary: { en: "List the member organisations", ko: "회원 기관 목록" },
  who: [member],
  input: z.object({
    ...paging(["handle", "-since"]),
    /** A part of its handle or of its name. */
    search: z.string().max(100).optional(),
    sector: wordOf(sectors).optional(),
    region: region.optional(),
    status: organisation.shape.status.optional(),
  }),
  output: pageOf(organisation),
});

export const showOrganisation = contract({
  name: "members.showOrganisation",
  method: "GET",
  path: "/organisations/{organisation}",
  summary: { en: "Show an organisation", ko: "기관 보기" },
  who: [member],
  input: z.object({ organisation: handle }),
  output: organisation,
  errors: ["members.unknown-organisation"],
});
