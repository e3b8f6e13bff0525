import { importAssets as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { organisationSeen, readRegister, writeRegister } from "../../inventories/index.ts";
import { lockMatching } from "../locks.ts";
import { tellMoved } from "../moved.ts";
import { problemsShown } from "../told.ts";

export const importAssets = operation(contract, async (context, { organisation: handle, check, document }) => {
  const { database, clock } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  const read = readRegister(document);
  await lockMatching(database, "inventory");
  const taken = await writeRegister(database, clock, organisation, read.rows, check);
  const problems = [...read.problems, ...taken.problems];
  for (const problem of problems) context.warn(problem);
  const [added, changed] = [taken.added.length, taken.changed.length];
  const counts = { added, changed, unchanged: taken.unchanged };
  context.note({ subject: { kind: "organisation", id: organisation }, details: counts });
  if (!check && added + changed > 0) {
    await context.emit({
      kind: "inventories.changed",
      organisation,
      subject: { kind: "organisation", id: organisation },
      data: { change: "register", added, changed },
    });
  }
  const exposures = await tellMoved(context, organisation, check ? [] : taken.moved);
  return { ...counts, exposures, ...problemsShown(problems) };
});
