import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { testHub } from "../../../../testing/hub.ts";
import { eventLogOf } from "../../../http/events/log.ts";
import type { Actor } from "../../../kernel/index.ts";

onBothDatabases(
  "what happens in a circle is told to those in it, and to whom it concerns",
  async (database, context) => {
    const { organisation, person, ask, hub, settle } = await testHub(database, context);
    const names = ["bank", "telecom", "invited", "outside"] as const;
    type Name = (typeof names)[number];
    const people = new Map<Name, { id: string; cookie: string }>();
    for (const name of names) {
      const of = await organisation(name);
      people.set(name, await person(name, [{ of, role: "organisation-administrator" }]));
    }
    const call = async (who: Name, method: string, path: string, json?: object): Promise<string> => {
      const cookie = people.get(who)?.cookie ?? "";
      const { status, body } = await ask(`/api/v1${path}`, { method, cookie, ...(json === undefined ? {} : { json }) });
      assert.ok(status < 300, `${who} ${method} ${path}: ${JSON.stringify(body)}`);
      return body.handle;
    };
    const actors = names.map(
      (name): Actor => ({
        kind: "person",
        person: people.get(name)?.id ?? "",
        name,
        language: "ko",
        session: "",
        strength: "passkey",
        signedInAt: new Date(0),
        held: [],
      }),
    );
    const log = eventLogOf(hub);
    let after = 0;
    /** What each of them has heard since the last time. */
    const heard = async () => {
      await settle();
      const numbers = await log.numbersAfter(after, 100);
      after = numbers.at(-1) ?? after;
      const visible = await log.visible(actors, numbers);
      return Object.fromEntries(names.map((name, index) => [name, (visible[index] ?? []).map(({ kind }) => kind)]));
    };
    const ring = await call("bank", "POST", "/circles", {
      organisation: "bank",
      handle: "ring",
      name: { en: "Ring", ko: "모임" },
      listed: false,
    });
    const nobody = { bank: [], telecom: [], invited: [], outside: [] };
    assert.deepEqual(await heard(), nobody);
    await call("bank", "POST", `/circles/${ring}/invitations`, { member: "telecom" });
    assert.deepEqual(await heard(), { ...nobody, telecom: ["circles.invited"] });
    await call("telecom", "PUT", `/circles/${ring}/members/telecom`);
    assert.deepEqual(await heard(), { ...nobody, bank: ["circles.joined"], telecom: ["circles.joined"] });
    await call("bank", "POST", `/circles/${ring}/invitations`, { member: "invited" });
    assert.deepEqual(await heard(), { ...nobody, invited: ["circles.invited"] });
    await call("telecom", "DELETE", `/circles/${ring}/members/telecom`);
    assert.deepEqual(await heard(), { ...nobody, bank: ["circles.left"], telecom: ["circles.left"] });
    await call("bank", "PATCH", `/circles/${ring}`, { description: "For those who stay" });
    assert.deepEqual(await heard(), { ...nobody, bank: ["circles.changed"] });
  },
);
