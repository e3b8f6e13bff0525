import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { inTransaction } from "./transaction.ts";

onBothDatabases(
  "a statement that is kept prepared goes on when its table gets another column",
  async ({ kysely, requests }) => {
    await sql`create table thing (id integer primary key)`.execute(kysely);
    await sql`insert into thing values (1)`.execute(kysely);
    const read = () =>
      inTransaction({ kysely: requests }, async (transaction) => {
        const { rows } = await sql<object>`select * from thing where id = ${1}`.execute(transaction);
        return rows;
      });
    for (let time = 0; time < 12; time += 1) assert.deepEqual(await read(), [{ id: 1 }]);
    await sql`alter table thing add column name text`.execute(kysely);
    // On every connection of the pool.
    const after = await Promise.all(Array.from({ length: 20 }, read));
    for (const rows of after) assert.deepEqual(rows, [{ id: 1, name: null }]);
  },
);

onBothDatabases("more different statements than are kept are answered all the same", async ({ requests }) => {
  for (let number = 0; number < 600; number += 1) {
    const { rows } = await sql<{ n: number }>`select ${sql.lit(number)}::int + ${1}::int as n`.execute(requests);
    assert.equal(rows[0]?.n, number + 1);
  }
});
