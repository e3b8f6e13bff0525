import type { NudgeSubject } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { nameKey, vulnerabilitiesNamed } from "../../advisories/index.ts";
import { campaignSeen } from "../campaign/views.ts";
import { campaignProblems } from "../problems.ts";
import { among } from "../standing/board.ts";

/** What a nudge is about, and of whom it can ask something: a condition over `b`, the board. */
export interface Subject {
  kind: NudgeSubject;
  /** Name of the vulnerability, id of the campaign; empty in general. */
  about: string;
  title: { en: string; ko: string } | null;
  hasSomethingOpen: RawBuilder<unknown>;
}

/** Throws `campaigns.two-subjects`, `.unknown-vulnerability`, `.unknown-campaign`, `.ended-already`. */
export async function subjectOf(
  seen: Executor,
  { vulnerability, campaign }: { vulnerability?: string | undefined; campaign?: string | undefined },
): Promise<Subject> {
  if (vulnerability !== undefined && campaign !== undefined) throw campaignProblems.error("campaigns.two-subjects");
  if (vulnerability !== undefined) {
    const [name] = await vulnerabilitiesNamed(seen, [nameKey(vulnerability)]);
    if (name === undefined) throw campaignProblems.error("campaigns.unknown-vulnerability", { name: vulnerability });
    return {
      kind: "vulnerability",
      about: name,
      title: { en: name, ko: name },
      hasSomethingOpen: among(
        sql`select e.organisation from visibility.exposed_organisation e where e.vulnerability = ${name}`,
      ),
    };
  }
  if (campaign !== undefined) {
    const { id, title_en, title_ko, ended_at } = await campaignSeen(seen, campaign);
    if (ended_at !== null) throw campaignProblems.error("campaigns.ended-already");
    return {
      kind: "campaign",
      about: id,
      title: { en: title_en, ko: title_ko },
      hasSomethingOpen: among(sql`select a.organisation from visibility.campaign_organisation a
        where a.campaign = ${id} and a.standing in ('silent', 'new', 'working', 'unknown')`),
    };
  }
  return { kind: "general", about: "", title: null, hasSomethingOpen: sql`true` };
}
