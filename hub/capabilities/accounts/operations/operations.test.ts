import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { testHub } from "../../../../testing/hub.ts";

onBothDatabases(
  "an administrator invites, sees and revokes; hub roles are not his to give",
  async (database, context) => {
    const hub = await testHub(database, context);
    const kt = await hub.organisation("kt");
    const { cookie } = await hub.person("Kim", [{ of: kt, role: "organisation-administrator" }]);
    const path = "/api/v1/organisations/kt/invitations";
    const made = await hub.ask(path, { cookie, json: { email: "Lee@Example.org", role: "analyst", language: "ko" } });
    assert.equal(made.status, 201);
    assert.equal(made.body.email, "lee@example.org");
    const list = await hub.ask(path, { cookie });
    assert.deepEqual(
      list.body.items.map(({ email }: { email: string }) => email),
      ["lee@example.org"],
    );
    const grand = await hub.ask(path, { cookie, json: { email: "a@example.org", role: "auditor" } });
    assert.equal(grand.body.code, "http.not-permitted");
    const bank = await hub.organisation("bank");
    const stranger = await hub.person("Park", [{ of: bank, role: "organisation-administrator" }]);
    const foreign = await hub.ask(`${path}/${made.body.id}`, { method: "DELETE", cookie: stranger.cookie });
    assert.equal(foreign.status, 403);
    assert.equal((await hub.ask(`${path}/${made.body.id}`, { method: "DELETE", cookie })).status, 200);
    assert.deepEqual((await hub.ask(path, { cookie })).body.items, []);
  },
);

onBothDatabases(
  "who is suspended is out at once, and an old session does not come back with him",
  async (database, context) => {
    const hub = await testHub(database, context);
    const kt = await hub.organisation("kt");
    const boss = await hub.person("Boss", [{ of: kt, role: "hub-administrator" }]);
    const { cookie, id } = await hub.person("Kim", [{ of: kt, role: "analyst" }]);
    assert.equal((await hub.ask("/api/v1/me", { cookie })).status, 200);
    const status = (word: string) =>
      hub.ask(`/api/v1/people/${id}/status`, { method: "PUT", cookie: boss.cookie, json: { status: word } });
    assert.equal((await status("suspended")).status, 200);
    assert.equal((await status("active")).status, 200);
    assert.equal((await hub.ask("/api/v1/me", { cookie })).status, 401);
  },
);

onBothDatabases(
  "an administrator signs somebody out, and takes lost factors away; both are in the trail",
  async (database, context) => {
    const hub = await testHub(database, context);
    const kt = await hub.organisation("kt");
    const boss = await hub.person("Boss", [{ of: kt, role: "hub-administrator" }]);
    const { cookie, id } = await hub.person("Kim", [{ of: kt, role: "analyst" }]);
    const ended = await hub.ask(`/api/v1/people/${id}/sessions`, { method: "DELETE", cookie: boss.cookie });
    assert.deepEqual(ended.body, { ended: 1 });
    assert.equal((await hub.ask("/api/v1/me", { cookie })).status, 401);
    assert.equal(
      (await hub.ask(`/api/v1/people/${id}/factors`, { method: "DELETE", cookie: boss.cookie })).status,
      200,
    );
    const { rows } = await sql<{ operation: string }>`
    select operation from audit_entry where subject = ${id} and outcome = 'done' order by operation
  `.execute(database.kysely);
    assert.deepEqual(
      new Set(rows.map(({ operation }) => operation)),
      new Set(["accounts.endSessionsOf", "accounts.factors-removed", "accounts.removeFactors"]),
    );
  },
);
