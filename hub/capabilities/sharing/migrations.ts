import type { Migration } from "../../platform/database/migrate.ts";
import { markedTable, markingColumns } from "./visibility/marking-columns.ts";
import { runAll } from "./visibility/migrations.ts";
import { policed } from "./visibility/policed.ts";
import { memberRole } from "./visibility/role.ts";
import { uuidPattern } from "./visibility/rule.ts";
import { isMember, setting } from "./visibility/settings.ts";

/**
 * Reports that members share. A revision keeps the marking under which it was written, so that history never shows a
 * wider audience what was said under a narrower one; and it is shown only to who may see the report as it is now.
 */
export const sharing: Migration = {
  name: "0010-sharing",
  up: (database) =>
    runAll(database, [
      `create table report (
        id uuid primary key, ${markingColumns},
        kind text not null check (kind in ('note', 'warning', 'question')),
        title text not null,
        text text not null,
        revision integer not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        withdrawn_at timestamptz,
        due_at timestamptz
      )`,
      "create index report_changed on report (changed_at, id)",
      "create index report_owner on report (owner, changed_at)",
      "create index report_due on report (due_at) where due_at is not null",
      ...markedTable("report"),
      `create table report_revision (
        report uuid not null,
        revision integer not null, ${markingColumns},
        action text not null,
        by_person uuid,
        kind text not null,
        title text not null,
        text text not null,
        at timestamptz not null,
        primary key (report, revision)
      )`,
      ...markedTable("report_revision", "exists (select 1 from report r where r.id = report_revision.report)"),
      `create table report_reference (
        report uuid not null,
        revision integer not null,
        position integer not null,
        kind text not null check (kind in ('report', 'vulnerability', 'asset')),
        target text collate "C" not null,
        target_id uuid,
        organisation uuid,
        primary key (report, revision, position)
      )`,
      "create index report_reference_target on report_reference (target_id) where target_id is not null",
      // What it points to has a policy of its own: where that shows nothing, there is no reference.
      ...policed(
        "report_reference",
        `exists (select 1 from report_revision r where r.report = report_reference.report and r.revision = report_reference.revision)
        and case kind
          when 'report' then exists (select 1 from report t where t.id = target_id)
          when 'asset' then organisation = any(${setting("inventories")})
          else true
        end`,
      ),
      // An event about a report is gone with it, from wherever the report is gone.
      ...markedTable(
        "event",
        `(subject <> 'report' or exists (
          select 1 from report r where r.id = case when subject = 'report' and subject_id ~ ${uuidPattern} then subject_id::uuid end))`,
      ),
      // Who shared it: the directory for members, and for everybody those who published something.
      `create view visibility.report_owner with (security_barrier = true) as
        select o.id, o.handle, o.name_en, o.name_ko from public.organisation o
        where ${isMember} or exists (
          select 1 from public.report r where r.owner = o.id and r.tlp = 'CLEAR'
            and (r.embargo_until is null or r.embargo_until <= ${setting("now")}))`,
      `grant select on visibility.report_owner to ${memberRole}`,
    ]),
};
