import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, line, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import {
  documentStates,
  openLabels,
  openPgpFingerprint,
  signaturePolicies,
  source,
  sourceDocument,
  sourceKinds,
  sourceRun,
  sourceStates,
  sourceTrusts,
  suggestion,
} from "./source.ts";
import { inHub, member } from "./who.ts";

const managers = [inHub("hub-administrator"), inHub("national-coordinator")] as const;

const named = {
  source: described(handle, { en: "short name of the source", ko: "출처의 짧은 이름" }),
};

const facts = {
  name: line(200),
  address: line(2000),
  interval: z.int().min(1).max(43_200),
  trust: wordOf(sourceTrusts),
  marking: wordOf(openLabels),
  signatures: wordOf(signaturePolicies),
  owner: handle,
};

const aboutOwner = {
  en: "handle of the organisation that is alerted when it breaks",
  ko: "고장 나면 경보를 받을 기관의 짧은 이름",
};

export const listSources = contract({
  name: "sources.listSources",
  method: "GET",
  path: "/sources",
  summary: { en: "List where advisories come from by themselves", ko: "권고문이 저절로 들어오는 출처 목록" },
  who: [member],
  input: z.object({
    ...paging(["source"]),
    kind: described(wordOf(sourceKinds).optional(), { en: "only sources of this kind", ko: "이 종류의 출처만" }),
    state: described(wordOf(sourceStates).optional(), { en: "only sources that stand so", ko: "이 상태인 출처만" }),
  }),
  output: pageOf(source),
});

export const showSource = contract({
  name: "sources.showSource",
  method: "GET",
  path: "/sources/{source}",
  summary: { en: "Show a source: how it fares, and why not", ko: "출처의 상태와 고장 이유 보기" },
  who: [member],
  input: z.object(named),
  output: source,
  errors: ["sources.unknown-source"],
});

export const addSource = contract({
  name: "sources.addSource",
  method: "POST",
  path: "/sources",
  summary: { en: "Add a source that advisories are fetched from", ko: "권고문을 수집할 출처 추가" },
  who: managers,
  input: z.object({
    source: described(handle, {
      en: "a short name for it, for good",
      ko: "출처에 붙일 짧은 이름. 나중에 바꿀 수 없습니다",
    }),
    kind: described(wordOf(sourceKinds), { en: "what it is", ko: "출처의 종류" }),
    name: described(facts.name.optional(), {
      en: "what people call it; left out: the short name",
      ko: "출처를 부르는 이름. 지정하지 않으면 짧은 이름",
    }),
    address: described(facts.address, {
      en: "an https:// address; of a CSAF provider its provider-metadata.json or its domain; a folder's full path",
      ko: "https:// 주소. CSAF 제공자는 provider-metadata.json의 주소나 도메인, 폴더는 전체 경로",
    }),
    interval: described(facts.interval.optional(), {
      en: "minutes from one run to the next; left out: as the kind suggests",
      ko: "수집 주기(분). 지정하지 않으면 종류에 맞는 값",
    }),
    trust: described(facts.trust.default("informative"), { en: "what is taken from it", ko: "이 출처에서 받는 범위" }),
    marking: described(facts.marking.default("GREEN"), {
      en: "what documents that bear no label count as; narrower ones are refused",
      ko: "표시가 없는 문서에 붙일 표시. 더 좁은 문서는 거부합니다",
    }),
    signatures: described(facts.signatures.default("required"), {
      en: "of a CSAF provider: whether its documents must be signed",
      ko: "CSAF 제공자의 문서 서명 방침",
    }),
    fingerprints: described(z.array(openPgpFingerprint).max(50).optional(), {
      en: "of a CSAF provider: fingerprints of the only keys to accept; left out: those that it shows first",
      ko: "CSAF 제공자에게서 받아들일 키의 지문. 지정하지 않으면 처음 내보인 키",
    }),
    owner: described(facts.owner.optional(), {
      en: `${aboutOwner.en}; left out: your own`,
      ko: `${aboutOwner.ko}. 지정하지 않으면 내 기관`,
    }),
    paused: described(z.boolean().default(false), {
      en: "add it without fetching, to test it first",
      ko: "수집하지 않은 채 추가할지 여부. 먼저 시험해 볼 수 있습니다",
    }),
  }),
  output: source,
  errors: ["sources.source-taken", "sources.bad-address", "sources.folder-forbidden", "members.unknown-organisation"],
  creates: true,
  records: ["source", "kind", "address", "trust", "marking", "signatures", "fingerprints"],
});

export const changeSource = contract({
  name: "sources.changeSource",
  method: "PATCH",
  path: "/sources/{source}",
  summary: { en: "Change a source", ko: "출처 변경" },
  who: managers,
  input: z.object({
    ...named,
    name: described(facts.name.optional(), { en: "what people call it", ko: "출처를 부르는 이름" }),
    address: described(facts.address.optional(), {
      en: "where it is fetched from; its keys are then accepted anew",
      ko: "수집할 주소. 바꾸면 키를 새로 받아들입니다",
    }),
    interval: described(facts.interval.optional(), { en: "minutes from one run to the next", ko: "수집 주기(분)" }),
    trust: described(facts.trust.optional(), { en: "what is taken from it", ko: "이 출처에서 받는 범위" }),
    marking: described(facts.marking.optional(), {
      en: "what documents that bear no label count as",
      ko: "표시가 없는 문서에 붙일 표시",
    }),
    signatures: described(facts.signatures.optional(), {
      en: "of a CSAF provider: whether its documents must be signed",
      ko: "CSAF 제공자의 문서 서명 방침",
    }),
    owner: described(facts.owner.optional(), aboutOwner),
  }),
  output: source,
  errors: ["sources.unknown-source", "sources.bad-address", "sources.folder-forbidden", "members.unknown-organisation"],
  records: ["name", "address", "interval", "trust", "marking", "signatures", "owner"],
});

export const removeSource = contract({
  name: "sources.removeSource",
  method: "DELETE",
  path: "/sources/{source}",
  summary: { en: "Remove a source; the advisories that it brought stay", ko: "출처 삭제. 들어온 권고문은 남습니다" },
  who: managers,
  input: z.object(named),
  output: source,
  errors: ["sources.unknown-source"],
});

export const pauseSource = contract({
  name: "sources.pauseSource",
  method: "POST",
  path: "/sources/{source}/pause",
  summary: { en: "Pause a source", ko: "출처 수집 멈추기" },
  who: managers,
  input: z.object(named),
  output: source,
  errors: ["sources.unknown-source"],
});

export const resumeSource = contract({
  name: "sources.resumeSource",
  method: "POST",
  path: "/sources/{source}/resume",
  summary: { en: "Let a paused source go on", ko: "멈춘 출처 다시 수집하기" },
  who: managers,
  input: z.object(named),
  output: source,
  errors: ["sources.unknown-source"],
});

export const fetchSource = contract({
  name: "sources.fetchSource",
  method: "POST",
  path: "/sources/{source}/fetch",
  summary: { en: "Fetch a source now", ko: "지금 출처 수집" },
  who: managers,
  input: z.object(named),
  output: source,
  errors: ["sources.unknown-source", "sources.paused"],
});

export const testSource = contract({
  name: "sources.testSource",
  method: "POST",
  path: "/sources/{source}/test",
  summary: {
    en: "Look at what a source would bring, and by which keys, without taking it",
    ko: "받지 않고 출처가 무엇을 어떤 키로 주는지 시험",
  },
  who: managers,
  input: z.object(named),
  output: source,
  errors: ["sources.unknown-source"],
});

export const listSourceRuns = contract({
  name: "sources.listSourceRuns",
  method: "GET",
  path: "/sources/{source}/runs",
  summary: { en: "List the runs of a source, the latest first", ko: "출처의 수집 이력(최신순)" },
  who: [member],
  input: z.object({ ...named, ...paging(["-started"]) }),
  output: pageOf(sourceRun),
  errors: ["sources.unknown-source"],
});

export const listSourceDocuments = contract({
  name: "sources.listSourceDocuments",
  method: "GET",
  path: "/sources/{source}/documents",
  summary: {
    en: "List the documents of a source, and why some were refused",
    ko: "출처의 문서와 거부한 이유 목록",
  },
  who: managers,
  input: z.object({
    ...named,
    ...paging(["document"]),
    state: described(wordOf(documentStates).optional(), {
      en: "only documents that were taken, or only those refused",
      ko: "받은 문서만, 또는 거부된 문서만",
    }),
  }),
  output: pageOf(sourceDocument),
  errors: ["sources.unknown-source"],
});

export const acceptSourceKeys = contract({
  name: "sources.acceptSourceKeys",
  method: "POST",
  path: "/sources/{source}/keys",
  summary: { en: "Accept the keys that a provider has come to sign with", ko: "제공자가 새로 쓰는 서명 키 받아들이기" },
  who: managers,
  input: z.object({
    ...named,
    fingerprints: described(z.array(openPgpFingerprint).min(1).max(50), {
      en: "fingerprints of the offered keys, compared by another way; keys that are not named are accepted no more",
      ko: "다른 경로로 대조한 새 키의 지문. 적지 않은 키는 더 받아들이지 않습니다",
    }),
  }),
  output: source,
  errors: ["sources.unknown-source", "sources.unknown-key"],
  agent: "never",
  fresh: true,
  records: ["fingerprints"],
});

export const suggestSources = contract({
  name: "sources.suggestSources",
  method: "GET",
  path: "/source-suggestions",
  summary: { en: "List well-known public sources that could be added", ko: "추가할 만한 공개 출처 목록" },
  who: managers,
  input: z.object({}),
  output: z.object({
    items: described(z.array(suggestion), {
      en: "public sources, ready to be added",
      ko: "바로 추가할 수 있는 공개 출처",
    }),
  }),
});
