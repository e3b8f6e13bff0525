import { inOrganisation } from "@bongsu/contracts";
import { formatTlp, tlps } from "@bongsu/markings";
import { z } from "zod";
import { type AnyApprovable, approvable } from "../approvals/index.ts";
import { applyWidening } from "./reports/mark.ts";

const uuids = z.array(z.uuid());

const marking = z.object({
  tlp: z.enum(tlps).nullable(),
  audience: z.object({ organisations: uuids, circles: uuids }),
  named: uuids,
  embargoUntil: z.iso.datetime().nullable(),
});

const payload = z.object({
  report: z.uuid(),
  revision: z.int(),
  owner: z.uuid(),
  from: marking,
  to: marking,
  reasons: z.array(
    z.enum([
      "wider-label",
      "more-organisations",
      "more-circles",
      "more-named",
      "shorter-embargo",
      "other-owner",
      "other-author",
    ]),
  ),
  requestedFor: z.uuid(),
  requestedBy: z.uuid().nullable(),
  requestedAt: z.iso.datetime(),
});

type Described = z.output<typeof marking>;

const label = ({ tlp }: Described, none: string): string => (tlp === null ? none : formatTlp(tlp));

const audience = ({ audience: { organisations, circles }, named }: Described) => ({
  en: `${circles.length} circles, ${organisations.length} organisations, ${named.length} people`,
  ko: `공유 그룹 ${circles.length}개, 기관 ${organisations.length}개, ${named.length}명`,
});

/**
 * A wider marking of a report. It is described without the report's title: who decides on requests need not be somebody
 * who sees it; who consents has to.
 */
export const widening: AnyApprovable = approvable({
  kind: "widen-marking",
  who: [inOrganisation("reporter")],
  payload,
  describe: ({ report, from, to }) => ({
    en: `The report ${report} becomes ${label(to, "unmarked")} (${audience(to).en}); it was ${label(from, "unmarked")} (${audience(from).en}).`,
    ko: `보고 ${report}의 공유 범위를 ${label(from, "표시 없음")}(${audience(from).ko})에서 ${label(to, "표시 없음")}(${audience(to).ko})로 넓힙니다.`,
  }),
  perform: async (context, { payload: request, requestedBy }) => {
    const second = context.actor.kind === "person" ? [context.actor.person] : [];
    const { event } = await applyWidening(context.database, request, [requestedBy, ...second], context.now);
    await context.emit(event);
  },
});
