import { defineProblems } from "@bongsu/base";

/** What can go wrong with a mail. */
export const mailProblems = defineProblems({
  "mail.bad-address": {
    message: { en: "“{address}” is not a mail address.", ko: "“{address|”은/는} 메일 주소가 아닙니다." },
    fix: { en: "Give one address, as in name@example.kr.", ko: "name@example.kr처럼 주소 하나를 입력하십시오." },
  },
  "mail.unreachable": {
    message: {
      en: "The mail server does not take mail now: {reason}.",
      ko: "메일 서버가 지금 메일을 받지 않습니다: {reason}.",
    },
    fix: {
      en: "Check that it runs and that BONGSU_SMTP_URL names it. The mail is tried again.",
      ko: "메일 서버가 실행 중인지, BONGSU_SMTP_URL이 맞는지 확인하십시오. 메일은 다시 보냅니다.",
    },
  },
  "mail.refused": {
    message: { en: "The mail server refused the mail: {reason}.", ko: "메일 서버가 메일을 거절했습니다: {reason}." },
    fix: {
      en: "Check the address, and the account in BONGSU_SMTP_URL and BONGSU_MAIL_FROM.",
      ko: "받는 주소와 BONGSU_SMTP_URL의 계정, BONGSU_MAIL_FROM을 확인하십시오.",
    },
  },
  "mail.not-encrypted": {
    message: {
      en: "The mail server offers no encryption that can be trusted: {reason}.",
      ko: "메일 서버가 신뢰할 수 있는 암호화를 제공하지 않습니다: {reason}.",
    },
    fix: {
      en: "Let it offer STARTTLS with a valid certificate, or use smtps://. For a server inside your own network, `?tls=optional` at the end of BONGSU_SMTP_URL lets mail go in the clear.",
      ko: "유효한 인증서로 STARTTLS를 제공하게 하거나 smtps://를 쓰십시오. 내부망의 서버라면 BONGSU_SMTP_URL 끝에 `?tls=optional`을 붙여 암호화하지 않고 보낼 수 있습니다.",
    },
  },
});
