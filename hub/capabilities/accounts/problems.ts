import { defineProblems } from "@bongsu/base";

export const accountProblems = defineProblems({
  "accounts.wrong-credentials": {
    message: {
      en: "The e-mail address or the password is wrong.",
      ko: "이메일 주소 또는 비밀번호가 올바르지 않습니다.",
    },
    fix: {
      en: "Try again, or have the password reset. With a passkey neither is needed.",
      ko: "다시 입력하거나 비밀번호를 재설정하십시오. 패스키로 로그인하면 둘 다 필요하지 않습니다.",
    },
  },
  "accounts.wrong-password": {
    message: { en: "The current password is wrong.", ko: "현재 비밀번호가 올바르지 않습니다." },
    fix: { en: "Enter it again.", ko: "다시 입력하십시오." },
  },
  "accounts.wrong-code": {
    message: {
      en: "The code is wrong, used already or out of time.",
      ko: "코드가 올바르지 않거나 이미 사용되었거나 만료되었습니다.",
    },
    fix: {
      en: "Enter the next code that the app shows, and check the device's clock; or use a recovery code.",
      ko: "인증 앱에 표시되는 다음 코드를 입력하고 기기의 시각을 확인하십시오. 복구 코드를 쓸 수도 있습니다.",
    },
  },
  "accounts.wrong-passkey": {
    message: { en: "The passkey was not accepted.", ko: "패스키를 확인하지 못했습니다." },
    fix: {
      en: "Try again, or sign in another way.",
      ko: "다시 시도하거나 다른 방법으로 로그인하십시오.",
    },
  },
  "accounts.passkey-refused": {
    message: {
      en: "The passkey could not be registered: it must be kept on the device and verify its user (PIN, fingerprint, face).",
      ko: "패스키를 등록하지 못했습니다. 기기에 저장되고 사용자를 확인(PIN, 지문, 얼굴)하는 패스키여야 합니다.",
    },
    fix: {
      en: "Try again, or use another device or security key.",
      ko: "다시 시도하거나 다른 기기 또는 보안 키를 쓰십시오.",
    },
  },
  "accounts.too-many-passkeys": {
    message: { en: "There are {count} passkeys already.", ko: "패스키가 이미 {count}개 있습니다." },
    fix: { en: "Remove one that is no longer used.", ko: "쓰지 않는 패스키를 삭제하십시오." },
  },
  "accounts.unknown-passkey": {
    message: { en: "There is no such passkey.", ko: "그런 패스키가 없습니다." },
    fix: { en: "Look at the list of your passkeys.", ko: "패스키 목록을 확인하십시오." },
  },
  "accounts.too-many-tries": {
    message: {
      en: "Too many wrong tries: sign-in waits for {minutes} minutes.",
      ko: "잘못된 시도가 너무 많아 {minutes}분 동안 로그인할 수 없습니다.",
    },
    fix: {
      en: "Wait, or sign in with a passkey or single sign-on.",
      ko: "잠시 기다리거나 패스키 또는 통합 로그인을 이용하십시오.",
    },
  },
  "accounts.sign-in-expired": {
    message: { en: "This sign-in took too long or was given up.", ko: "로그인 절차가 만료되었거나 중단되었습니다." },
    fix: { en: "Begin again.", ko: "처음부터 다시 로그인하십시오." },
  },
  "accounts.suspended": {
    message: { en: "This account is suspended.", ko: "정지된 계정입니다." },
    fix: { en: "Ask your organisation's administrator.", ko: "소속 기관의 관리자에게 문의하십시오." },
  },
  "accounts.not-signed-in": {
    message: { en: "Nobody is signed in.", ko: "로그인하지 않았습니다." },
    fix: { en: "Sign in.", ko: "로그인하십시오." },
  },
  "accounts.sign-in-again": {
    message: {
      en: "This asks for a sign-in of the last {minutes} minutes.",
      ko: "최근 {minutes}분 안에 로그인해야 할 수 있는 작업입니다.",
    },
    fix: { en: "Sign in again.", ko: "다시 로그인하십시오." },
  },
  "accounts.second-factor-needed": {
    message: {
      en: "A password alone is not enough: a second factor is needed.",
      ko: "비밀번호만으로는 부족합니다. 2단계 인증이 필요합니다.",
    },
    fix: {
      en: "Set up an authenticator app or a passkey, or sign in with the one that you have.",
      ko: "인증 앱이나 패스키를 등록하거나, 이미 등록한 것으로 로그인하십시오.",
    },
  },
  "accounts.second-factor-exists": {
    message: { en: "An authenticator app is set up already.", ko: "인증 앱이 이미 등록되어 있습니다." },
    fix: { en: "Remove it first to set up another.", ko: "다른 앱을 등록하려면 먼저 삭제하십시오." },
  },
  "accounts.no-second-factor": {
    message: { en: "No authenticator app is set up.", ko: "등록된 인증 앱이 없습니다." },
    fix: { en: "Set one up first.", ko: "먼저 인증 앱을 등록하십시오." },
  },
  "accounts.password-too-short": {
    message: {
      en: "A password has {shortest} to {longest} characters.",
      ko: "비밀번호는 {shortest}자에서 {longest}자까지여야 합니다.",
    },
    fix: { en: "Several words in a row are easy to remember.", ko: "여러 낱말을 이어 쓰면 기억하기 쉽습니다." },
  },
  "accounts.password-too-common": {
    message: {
      en: "This password is among the first that an attacker tries.",
      ko: "공격자가 가장 먼저 시도하는 비밀번호입니다.",
    },
    fix: {
      en: "Choose one without well-known words, keyboard rows, repetitions and years.",
      ko: "널리 쓰이는 낱말, 자판 배열, 반복, 연도를 피해서 정하십시오.",
    },
  },
  "accounts.password-too-personal": {
    message: {
      en: "This password is made of the name, the e-mail address or the hub's name.",
      ko: "이름, 이메일 주소 또는 허브 이름으로 만든 비밀번호입니다.",
    },
    fix: { en: "Choose one that others cannot guess.", ko: "다른 사람이 짐작할 수 없는 것으로 정하십시오." },
  },
  "accounts.link-invalid": {
    message: { en: "This link is used, expired or withdrawn.", ko: "이미 사용했거나 만료되었거나 취소된 링크입니다." },
    fix: { en: "Ask for a new one.", ko: "새 링크를 요청하십시오." },
  },
  "accounts.unknown-invitation": {
    message: { en: "There is no such open invitation.", ko: "그런 초대가 없거나 이미 끝났습니다." },
    fix: { en: "Look at the list of invitations.", ko: "초대 목록을 확인하십시오." },
  },
  "accounts.unknown-session": {
    message: { en: "There is no such session.", ko: "그런 세션이 없습니다." },
    fix: {
      en: "Look at the list of sessions: it may have ended.",
      ko: "세션 목록을 확인하십시오. 이미 끝났을 수 있습니다.",
    },
  },
  "accounts.unknown-person": {
    message: { en: "There is no such person.", ko: "그런 사람이 없습니다." },
    fix: { en: "Look at the list of people.", ko: "구성원 목록을 확인하십시오." },
  },
  "accounts.set-up-code-wrong": {
    message: {
      en: "The set-up code is wrong, expired or was tried too often.",
      ko: "설정 코드가 올바르지 않거나 만료되었거나 너무 여러 번 시도되었습니다.",
    },
    fix: {
      en: "Enter the code that the console shows; start the hub again for a new one.",
      ko: "콘솔에 표시된 코드를 입력하십시오. 허브를 다시 시작하면 새 코드가 나옵니다.",
    },
  },
  "accounts.set-up-already": {
    message: { en: "The hub is set up already.", ko: "허브가 이미 설정되어 있습니다." },
    fix: {
      en: "Sign in, or ask an administrator for an invitation.",
      ko: "로그인하거나 관리자에게 초대를 요청하십시오.",
    },
  },
  "accounts.not-invited": {
    message: {
      en: "Single sign-on knows you, but this hub has no account and no invitation for your e-mail address.",
      ko: "통합 로그인은 확인되었지만, 이 허브에는 해당 이메일 주소의 계정이나 초대가 없습니다.",
    },
    fix: {
      en: "Ask your organisation's administrator for an invitation.",
      ko: "소속 기관의 관리자에게 초대를 요청하십시오.",
    },
  },
  "accounts.single-sign-on-failed": {
    message: { en: "Single sign-on did not succeed.", ko: "통합 로그인에 실패했습니다." },
    fix: {
      en: "Begin again; if it stays, an administrator finds the reason in the log.",
      ko: "다시 시도하십시오. 계속되면 관리자가 로그에서 원인을 확인할 수 있습니다.",
    },
  },
  "accounts.single-sign-on-unavailable": {
    message: {
      en: "Single sign-on is not set up, or its provider does not answer.",
      ko: "통합 로그인이 설정되지 않았거나 제공자가 응답하지 않습니다.",
    },
    fix: { en: "Sign in another way, or try again later.", ko: "다른 방법으로 로그인하거나 나중에 다시 시도하십시오." },
  },
  "accounts.foreign-origin": {
    message: { en: "The request does not come from the hub's own pages.", ko: "허브의 화면에서 보낸 요청이 아닙니다." },
    fix: { en: "Open the hub at {url}.", ko: "{url} 주소로 허브를 여십시오." },
  },
  "accounts.invalid-request": {
    message: { en: "The request cannot be read: {reason}.", ko: "요청을 읽을 수 없습니다: {reason}." },
    fix: { en: "Correct it and send it again.", ko: "고쳐서 다시 보내십시오." },
  },
  "accounts.unknown-route": {
    message: { en: "There is nothing at this address.", ko: "이 주소에는 아무것도 없습니다." },
    fix: { en: "Check the address and the method.", ko: "주소와 메서드를 확인하십시오." },
  },
  "accounts.failed": {
    message: { en: "Sign-in failed for a reason of ours.", ko: "내부 문제로 처리하지 못했습니다." },
    fix: { en: "Try again; if it stays, tell an administrator.", ko: "다시 시도하고, 계속되면 관리자에게 알리십시오." },
  },
});

export type AccountCode = keyof typeof accountProblems.table;
