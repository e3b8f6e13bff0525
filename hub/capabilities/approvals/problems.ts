import { defineProblems } from "@bongsu/base";

export const approvalProblems = defineProblems({
  "approvals.unknown-approval": {
    message: { en: "There is no such request for consent.", ko: "그런 승인 요청이 없습니다." },
    fix: { en: "List the requests that you may see.", ko: "볼 수 있는 승인 요청의 목록을 확인하십시오." },
  },
  "approvals.already-requested": {
    message: { en: "The same waits for a second person already.", ko: "같은 요청이 이미 승인을 기다리고 있습니다." },
    fix: { en: "Have it decided, or withdraw it first.", ko: "먼저 승인을 받거나 취소하십시오." },
  },
  "approvals.already-decided": {
    message: { en: "The request was decided already: {state}.", ko: "이미 처리된 요청입니다: {state}." },
    fix: { en: "Make a new request where it is still wanted.", ko: "아직 필요하면 새로 요청하십시오." },
  },
  "approvals.expired": {
    message: { en: "The request has expired.", ko: "요청이 만료되었습니다." },
    fix: { en: "Make a new request where it is still wanted.", ko: "아직 필요하면 새로 요청하십시오." },
  },
  "approvals.not-permitted-alone": {
    message: {
      en: "The second person must be another one, with the right to do the same.",
      ko: "같은 권한을 가진 다른 사람이 승인해야 합니다.",
    },
    fix: { en: "Ask a colleague with that role.", ko: "그 역할을 가진 동료에게 요청하십시오." },
  },
  "approvals.not-permitted-other": {
    message: { en: "Only who made the request may withdraw it.", ko: "요청한 사람만 취소할 수 있습니다." },
    fix: { en: "Decline it instead.", ko: "대신 거절하십시오." },
  },
  "approvals.not-permitted-to-machines": {
    message: { en: "Consent is for people to ask and to give.", ko: "승인은 사람만 요청하고 결정할 수 있습니다." },
    fix: { en: "Sign in as a person.", ko: "사람으로 로그인하십시오." },
  },
  "approvals.requester-left": {
    message: {
      en: "Who asked for it no longer has the right to.",
      ko: "요청한 사람이 더 이상 그 권한을 갖고 있지 않습니다.",
    },
    fix: {
      en: "Decline it; somebody with the right may ask anew.",
      ko: "거절하고, 권한이 있는 사람이 새로 요청하십시오.",
    },
  },
});
