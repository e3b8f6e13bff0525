import { reportPdf as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { noteForeign } from "../../../inventories/index.ts";
import { korea, memberProblems } from "../../../members/index.ts";
import { languageFor } from "../export.ts";
import type { Occasion } from "../report/facts.ts";
import { loadFonts } from "../report/fonts.ts";
import { organisationReport } from "../report/organisation-report.ts";
import { organisationFacts } from "../report/read-organisation.ts";
import { statusFacts } from "../report/read-status.ts";
import { statusReport } from "../report/status-report.ts";

interface Named {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
  /** Whether the caller sees what it runs, or only how it stands. */
  components: boolean;
}

/** As far as the caller sees how it stands; who does not see that is told that there is none. */
async function organisationNamed(seen: Executor, handle: string): Promise<Named> {
  const { rows } = await sql<Named>`
    select id, handle, name_en, name_ko, coalesce(id = any(visibility.inventories()), false) as components
    from organisation where handle = ${handle} and (id = any(visibility.inventories()) or id = any(visibility.statuses()))
  `.execute(seen);
  const [row] = rows;
  if (row === undefined) throw memberProblems.error("members.unknown-organisation", { handle });
  return row;
}

/** What is told is read before the answer begins, so that the document is of one moment. */
export const reportPdf = operation(contract, async (context, input) => {
  const { organisation: handle, sector, days, tlp, zone = korea.zone } = input;
  const { now } = context;
  const occasion: Occasion = { language: languageFor(input.language, context.actor), zone, at: now, days, tlp };
  const { handles, write } = await context.seen(async (seen) => {
    const named = handle === undefined ? null : await organisationNamed(seen, handle);
    if (named?.components === true) {
      const name = { en: named.name_en, ko: named.name_ko };
      const facts = await organisationFacts(seen, { id: named.id, name }, now, days);
      return {
        handles: [named.handle],
        write: async function* () {
          yield* organisationReport(await loadFonts(), facts, occasion);
        },
      };
    }
    const only = named === null ? { sector } : { organisation: named.id };
    const { facts, handles } = await statusFacts(seen, only);
    const about = named === null ? null : occasion.language === "ko" ? named.name_ko : named.name_en;
    return {
      handles,
      write: async function* () {
        yield* statusReport(await loadFonts(), facts, occasion, about);
      },
    };
  });
  context.note({ details: { organisationCount: handles.length } });
  noteForeign(context, handles);
  const subject = handle ?? sector ?? "status";
  return {
    mediaType: "application/pdf",
    name: `bongsu-report-${subject}-${now.toISOString().slice(0, 10)}.pdf`,
    chunks: write(),
  };
});
