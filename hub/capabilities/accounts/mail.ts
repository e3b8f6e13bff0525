import type { Language, Params, Text } from "@bongsu/base";
import { fill } from "@bongsu/base";
import type { Executor } from "../../platform/database/database.ts";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  language: Language;
}

/** Sends mail; with a transaction, if and only if that is through (where the mailer can). */
export interface Mail {
  send(letter: Letter, transaction?: Executor): Promise<void>;
}

interface Template {
  subject: Text;
  body: Text;
}

const letters = {
  invitation: {
    subject: { en: "Invitation to Bongsu: {organisation}", ko: "봉수 초대: {organisation}" },
    body: {
      en: "You are invited to {hub} for {organisation} ({role}).\n\nOpen this link to accept, until {until} (UTC):\n{link}\n\nIt works once. If you did not expect it, do nothing.",
      ko: "{hub} 봉수 허브의 {organisation}({role})에 초대되었습니다.\n\n다음 링크를 열어 수락하십시오. {until}(UTC)까지 유효합니다.\n{link}\n\n링크는 한 번만 쓸 수 있습니다. 짐작 가는 데가 없으면 무시하십시오.",
    },
  },
  reset: {
    subject: { en: "Bongsu: reset your password", ko: "봉수: 비밀번호 재설정" },
    body: {
      en: "Somebody, you we hope, asked to reset the password of {email} at {hub}.\n\nOpen this link within an hour:\n{link}\n\nIt works once. The second factor stays as it is. If it was not you, do nothing.",
      ko: "{hub}에서 {email} 계정의 비밀번호 재설정이 요청되었습니다.\n\n한 시간 안에 다음 링크를 여십시오.\n{link}\n\n링크는 한 번만 쓸 수 있으며 2단계 인증은 그대로 유지됩니다. 본인이 요청하지 않았다면 무시하십시오.",
    },
  },
  emailChange: {
    subject: { en: "Bongsu: confirm your new address", ko: "봉수: 새 이메일 주소 확인" },
    body: {
      en: "Open this link within two hours to make {email} your address at {hub}:\n{link}\n\nIf it was not you, do nothing.",
      ko: "{hub}에서 사용할 이메일 주소를 {email|으로/로} 바꾸려면 두 시간 안에 다음 링크를 여십시오.\n{link}\n\n본인이 요청하지 않았다면 무시하십시오.",
    },
  },
  lockedOut: {
    subject: { en: "Bongsu: sign-in to your account waits", ko: "봉수: 계정 로그인이 잠시 제한되었습니다" },
    body: {
      en: "After several wrong passwords or codes, sign-in by password to {email} at {hub} waits until {until} (UTC). Last from: {address}.\n\nPasskeys and single sign-on still work. If it was not you, sign in with a passkey or reset your password, and tell your administrator.",
      ko: "잘못된 비밀번호나 코드가 여러 번 입력되어 {hub}의 {email} 계정은 {until}(UTC)까지 비밀번호로 로그인할 수 없습니다. 마지막 시도 위치: {address}.\n\n패스키와 통합 로그인은 계속 쓸 수 있습니다. 본인이 아니라면 패스키로 로그인하거나 비밀번호를 재설정하고 관리자에게 알리십시오.",
    },
  },
  changed: {
    subject: { en: "Bongsu: your account was changed", ko: "봉수: 계정 정보가 변경되었습니다" },
    body: {
      en: "At {at} (UTC) your account {email} at {hub} was changed: {what}\n\nIf it was not you, tell your administrator at once.",
      ko: "{at}(UTC)에 {hub}의 {email} 계정이 변경되었습니다: {what}\n\n본인이 아니라면 즉시 관리자에게 알리십시오.",
    },
  },
} satisfies Record<string, Template>;

/** What a notice of a change says was changed. */
export const changes = {
  password: { en: "a new password was set.", ko: "비밀번호가 새로 설정되었습니다." },
  app: { en: "an authenticator app was set up.", ko: "인증 앱이 등록되었습니다." },
  appRemoved: { en: "the authenticator app was removed.", ko: "인증 앱이 삭제되었습니다." },
  passkey: { en: "a passkey was added.", ko: "패스키가 추가되었습니다." },
  passkeyRemoved: { en: "a passkey was removed.", ko: "패스키가 삭제되었습니다." },
  recoveryCode: { en: "a recovery code was used to sign in.", ko: "복구 코드로 로그인했습니다." },
  recoveryCodes: { en: "new recovery codes were made.", ko: "복구 코드가 새로 만들어졌습니다." },
  email: { en: "it has another e-mail address now.", ko: "이메일 주소가 바뀌었습니다." },
  factors: {
    en: "an administrator removed its passkeys and authenticator app.",
    ko: "관리자가 패스키와 인증 앱을 삭제했습니다.",
  },
} satisfies Record<string, Text>;

export type Change = keyof typeof changes;

const minuteOf = (date: Date): string => date.toISOString().slice(0, 16).replace("T", " ");

type Value = string | Date | Text;

const inLanguage = (values: Record<string, Value>, language: Language): Params =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value instanceof Date) return [name, minuteOf(value)];
      return [name, typeof value === "string" ? value : value[language]];
    }),
  );

/** A letter in both languages, the reader's own first. Line breaks in values cannot forge lines of it. */
export function letter(
  kind: keyof typeof letters,
  to: { email: string; language: Language },
  values: Record<string, Value>,
): Letter {
  const { subject, body } = letters[kind];
  const order: Language[] = to.language === "ko" ? ["ko", "en"] : ["en", "ko"];
  const filled = (template: Text, language: Language) => fill(template[language], clean(inLanguage(values, language)));
  return {
    to: to.email,
    subject: filled(subject, to.language),
    text: `${order.map((language) => filled(body, language)).join("\n\n—\n\n")}\n`,
    language: to.language,
  };
}

const clean = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String(value).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ")]),
  );
