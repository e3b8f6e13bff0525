import assert from "node:assert/strict";
import { test } from "node:test";
import { Reading } from "../reading.ts";
import { isEpss, readEpss } from "./read.ts";

const read = (text: string) => readEpss(text, new Reading("epss.csv"));

test("reads scores with the date of the comment line", () => {
  const { epss, problems } = read(
    "#model_version:v2025.03.14,score_date:2025-08-25T12:55:00Z\ncve,epss,percentile\nCVE-1999-0001,0.01061,0.76827\r\nCVE-2024-12345,1.1e-4,0\n",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(epss, [
    { id: "CVE-1999-0001", epss: { probability: 0.01061, percentile: 0.76827, date: "2025-08-25" } },
    { id: "CVE-2024-12345", epss: { probability: 0.00011, percentile: 0, date: "2025-08-25" } },
  ]);
});

test("reads the older date form, a file without a comment line, and one without a last line break", () => {
  assert.equal(
    read("#model_version:v2022.01.01,score_date:2022-02-04T00:00:00+0000\ncve,epss,percentile\nCVE-1999-0001,0,0")
      .epss[0]?.epss.date,
    "2022-02-04",
  );
  assert.equal(read("cve,epss,percentile\nCVE-1999-0001,0.5,0.5").epss[0]?.epss.date, null);
});

test("reports every line that is not a score, with its number", () => {
  const lines = [
    "cve,epss,percentile",
    "CVE-1999-0001,0.5",
    "CVE-1999-0001,0.5,2",
    "CVE-1999-0001,-0.5,0.5",
    "CVE-1999-0001,0x1,0.5",
    "=cmd(),0.5,0.5",
    "CVE-1999-0001,,0.5",
    "CVE-1999-0002,0.5,0.5",
  ];
  const { epss, problems } = read(lines.join("\n"));
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place.file, place.line]),
    [2, 3, 4, 5, 6, 7].map((line) => ["advisories.csv-line", "epss.csv", line]),
  );
  assert.equal(epss.length, 1);
});

test("a file of nothing but faults lists a thousand and counts the rest", () => {
  const { problems } = read("x\n".repeat(5000));
  assert.equal(problems.length, 1001);
  assert.match(problems.at(-1)?.message.en ?? "", /^4000 further/);
});

test("is recognised by its first line", () => {
  assert.ok(isEpss("#model_version:v2025.03.14,score_date:2025-08-25T12:55:00Z\n"));
  assert.ok(isEpss("cve,epss,percentile\n"));
  assert.ok(!isEpss("cve,score\n"));
});
