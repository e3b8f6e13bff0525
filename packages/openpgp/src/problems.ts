import { defineProblems, type Params, type Problem, type Text } from "@bongsu/base";

const askPublisher = {
  en: "Do not rely on the document. Fetch document and signature again; if it stays so, ask the publisher over another way.",
  ko: "이 문서를 믿지 마십시오. 문서와 서명을 다시 가져오고, 그래도 같으면 다른 경로로 발행처에 확인하십시오.",
};
const askForNewSignature = {
  en: "Ask the publisher to sign the document anew with a key that is in use.",
  ko: "발행처에 현재 쓰는 키로 문서를 다시 서명해 달라고 요청하십시오.",
};
const askForStronger = {
  en: "Ask the publisher to sign with Ed25519, ECDSA (P-256, P-384, P-521) or RSA of at least 2048 bits, and SHA-256 or longer.",
  ko: "발행처에 Ed25519, ECDSA(P-256, P-384, P-521) 또는 2048비트 이상 RSA와 SHA-256 이상의 해시로 서명해 달라고 요청하십시오.",
};
const giveSignature = {
  en: "Give the detached signature that the publisher offers beside the document (.asc or .sig).",
  ko: "발행처가 문서 옆에 제공하는 분리 서명 파일(.asc 또는 .sig)을 지정하십시오.",
};
const giveKey = {
  en: "Give the publisher's OpenPGP public key, armored or binary, as `gpg --export` writes it.",
  ko: "발행처의 OpenPGP 공개 키를 `gpg --export`로 내보낸 형식(아머 또는 바이너리)으로 지정하십시오.",
};

/** What can be wrong with keys and with signatures. */
export const openpgpProblems = defineProblems({
  "openpgp.not-a-key": {
    message: {
      en: "This is not a file of OpenPGP public keys: {detail}.",
      ko: "OpenPGP 공개 키 파일이 아닙니다: {detail}.",
    },
    fix: giveKey,
  },
  "openpgp.no-key": {
    message: {
      en: "The file holds no OpenPGP public key of version 4 or 6 that can be read.",
      ko: "파일에 읽을 수 있는 버전 4 또는 6의 OpenPGP 공개 키가 없습니다.",
    },
    fix: giveKey,
  },
  "openpgp.secret-key": {
    message: { en: "The file holds a secret key.", ko: "파일에 비밀 키가 들어 있습니다." },
    fix: {
      en: "Nothing was kept of it. Give the public key only (`gpg --export`), and have the owner replace the key if others saw the file.",
      ko: "아무것도 저장하지 않았습니다. 공개 키만 지정하십시오(`gpg --export`). 다른 사람이 파일을 보았다면 소유자가 키를 교체해야 합니다.",
    },
  },
  "openpgp.key-too-large": {
    message: { en: "The file of keys goes beyond a limit: {detail}.", ko: "키 파일이 한도를 넘습니다: {detail}." },
    fix: {
      en: "Give the publisher's key without the signatures of others (`gpg --export --export-options export-minimal`).",
      ko: "다른 사람의 서명을 뺀 발행처의 키를 지정하십시오(`gpg --export --export-options export-minimal`).",
    },
  },
  "openpgp.unreadable": {
    message: { en: "The signature cannot be read: {detail}.", ko: "서명을 읽을 수 없습니다: {detail}." },
    fix: giveSignature,
  },
  "openpgp.too-large": {
    message: { en: "The signature goes beyond a limit: {detail}.", ko: "서명이 한도를 넘습니다: {detail}." },
    fix: giveSignature,
  },
  "openpgp.no-signature": {
    message: {
      en: "The file holds no signature of a document.",
      ko: "파일에 문서에 대한 서명이 없습니다.",
    },
    fix: giveSignature,
  },
  "openpgp.unknown-key": {
    message: {
      en: "The signature is by the key {key}, which is not among the publisher's.",
      ko: "서명한 키 {key|이/가} 발행처의 키 가운데 없습니다.",
    },
    fix: {
      en: "Fetch the publisher's keys again, and compare the fingerprint over another way before the key is trusted.",
      ko: "발행처의 키를 다시 가져오고, 키를 신뢰하기 전에 다른 경로로 지문을 대조하십시오.",
    },
  },
  "openpgp.wrong-signature": {
    message: {
      en: "The signature is not one of this document by the key {key}.",
      ko: "이 문서에 대한 키 {key}의 서명이 아닙니다.",
    },
    fix: askPublisher,
  },
  "openpgp.expired-key": {
    message: {
      en: "The key {key} had expired when it signed at {signed}.",
      ko: "키 {key|은/는} 서명 시각({signed})에 이미 만료되어 있었습니다.",
    },
    fix: {
      en: "Fetch the publisher's keys again: the key may have been prolonged. Otherwise ask for a signature by a key that is in use.",
      ko: "키의 유효 기간이 연장되었을 수 있으니 발행처의 키를 다시 가져오십시오. 그렇지 않으면 현재 쓰는 키로 서명해 달라고 요청하십시오.",
    },
  },
  "openpgp.revoked-key": {
    message: { en: "The key {key} was revoked by its owner.", ko: "키 {key|은/는} 소유자가 폐기했습니다." },
    fix: askForNewSignature,
  },
  "openpgp.may-not-sign": {
    message: {
      en: "The key {key} is not one that may sign documents: {detail}.",
      ko: "키 {key|은/는} 문서에 서명할 수 있는 키가 아닙니다: {detail}.",
    },
    fix: askForNewSignature,
  },
  "openpgp.expired-signature": {
    message: {
      en: "The signature of {signed} by the key {key} has expired.",
      ko: "키 {key|이/가} {signed}에 한 서명은 만료되었습니다.",
    },
    fix: askForNewSignature,
  },
  "openpgp.not-yet-valid": {
    message: {
      en: "The signature by the key {key} says that it was made at {signed}: later than now, or before the key was.",
      ko: "키 {key}의 서명에 적힌 시각 {signed|이/가} 현재보다 늦거나 키를 만든 때보다 이릅니다.",
    },
    fix: {
      en: "Compare this machine's clock with the time. If it is right, ask the publisher to sign anew.",
      ko: "이 시스템의 시계가 맞는지 확인하십시오. 맞다면 발행처에 다시 서명해 달라고 요청하십시오.",
    },
  },
  "openpgp.weak-algorithm": {
    message: {
      en: "The signature is made by {detail}, which proves nothing any more.",
      ko: "서명에 쓰인 {detail|은/는} 더 이상 증명력이 없는 방식입니다.",
    },
    fix: askForStronger,
  },
  "openpgp.unsupported": {
    message: {
      en: "The signature is made by {detail}, which is not checked here.",
      ko: "서명에 쓰인 {detail|은/는} 여기에서 확인하지 않는 방식입니다.",
    },
    fix: askForStronger,
  },
  "openpgp.not-understood": {
    message: {
      en: "The signature makes a critical condition that is not known here: {detail}.",
      ko: "서명에 여기에서 알지 못하는 필수 조건이 있습니다: {detail}.",
    },
    fix: {
      en: "Ask the publisher to sign without critical notations and extensions.",
      ko: "발행처에 필수(critical) 표기와 확장 없이 서명해 달라고 요청하십시오.",
    },
  },
});

/** A problem whose sentence ends in a detail, in either language. */
export function detailed(code: keyof typeof openpgpProblems.table, params: Params, detail: Text): Problem {
  const english = openpgpProblems.problem(code, { ...params, detail: detail.en });
  const { message } = openpgpProblems.problem(code, { ...params, detail: detail.ko });
  return { ...english, message: { en: english.message.en, ko: message.ko } };
}
