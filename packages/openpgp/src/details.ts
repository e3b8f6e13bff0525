import { fillText, type Params, type Text } from "@bongsu/base";

/** What exactly is wrong, for the end of a problem's sentence. */
export const details = {
  "armor-not-base64": { en: "the armor is not Base64", ko: "아머가 Base64가 아님" },
  "armor-unended": { en: "the armor does not end", ko: "아머가 끝나지 않음" },
  "past-end": { en: "a length goes beyond the end", ko: "길이 값이 끝을 넘음" },
  "after-end": { en: "something follows the end", ko: "끝난 뒤에 내용이 더 있음" },
  "number-length": { en: "a number is not as long as it says", ko: "수의 길이가 표시와 다름" },
  "no-packet": { en: "no packet begins here", ko: "패킷이 시작되지 않음" },
  "packet-endless": { en: "a packet has no length", ko: "길이가 없는 패킷" },
  "packet-in-parts": { en: "a packet comes in parts", ko: "나뉘어 있는 패킷" },
  "packet-type": { en: "it holds a packet of type {type}", ko: "유형 {type}의 패킷이 들어 있음" },
  "no-primary": { en: "it does not begin with a public key", ko: "공개 키로 시작하지 않음" },
  "key-version": { en: "a key of version {version}", ko: "버전 {version}의 키" },
  "key-length": { en: "a key is too long", ko: "지나치게 긴 키" },
  "key-point": { en: "a key is no point of its curve", ko: "곡선 위의 점이 아닌 키" },
  "signature-version": { en: "a signature of version {version}", ko: "버전 {version}의 서명" },
  "signature-time": { en: "a signature does not say when it was made", ko: "시각이 없는 서명" },
  "signature-salt": { en: "a signature's salt has another length", ko: "솔트 길이가 맞지 않는 서명" },
  bytes: { en: "more than {limit} bytes", ko: "{limit}바이트 초과" },
  packets: { en: "more than {limit} packets", ko: "패킷 {limit}개 초과" },
  keys: { en: "more than {limit} keys", ko: "키 {limit}개 초과" },
  "self-signatures": { en: "more than {limit} self-signatures", ko: "자체 서명 {limit}개 초과" },
  signatures: { en: "more than {limit} signatures", ko: "서명 {limit}개 초과" },
  attempts: { en: "more than {limit} checks", ko: "확인 {limit}회 초과" },
  "no-self-signature": { en: "it has not signed itself", ko: "자체 서명이 없음" },
  "not-for-signing": { en: "its owner did not mean it for signing", ko: "소유자가 서명용으로 정하지 않음" },
  "not-bound": { en: "no primary key binds it", ko: "주 키에 묶여 있지 않음" },
  "not-signed-back": { en: "it has not confirmed its primary key", ko: "주 키를 확인하는 서명이 없음" },
  "critical-notation": { en: "a notation", ko: "표기(notation)" },
  "critical-subpacket": { en: "subpacket {type}", ko: "하위 패킷 {type}" },
  "hash-number": { en: "hash {number}", ko: "해시 {number}" },
} as const satisfies Record<string, Text>;

export type Detail = keyof typeof details;

export const detailText = (detail: Detail, params: Params = {}): Text => fillText(details[detail], params);

/** For names that are the same in every language. */
export const sameText = (name: string): Text => ({ en: name, ko: name });
