import { defineProblems } from "@bongsu/base";

/**
 * What can go wrong when the hub fetches or calls an address. Whoever gave the address may read these, so they tell
 * nothing about the networks around the hub: a name that does not exist and one that is inside read the same.
 */
export const netProblems = defineProblems({
  "net.bad-url": {
    message: { en: "“{url}” cannot be fetched.", ko: "“{url|”은/는} 가져올 수 있는 주소가 아닙니다." },
    fix: {
      en: "Give an https:// address without a user name or a password in it.",
      ko: "사용자 이름과 비밀번호가 들어 있지 않은 https:// 주소를 입력하십시오.",
    },
  },
  "net.not-encrypted": {
    message: { en: "{host} was asked for without encryption.", ko: "{host|을/를} 암호화하지 않고 요청했습니다." },
    fix: { en: "Use its https:// address.", ko: "https:// 주소를 쓰십시오." },
  },
  "net.port-forbidden": {
    message: { en: "Port {port} may not be called.", ko: "{port}번 포트는 호출할 수 없습니다." },
    fix: { en: "Use 443, 80 or a port above 1024.", ko: "443, 80 또는 1024보다 큰 포트를 쓰십시오." },
  },
  "net.address-forbidden": {
    message: { en: "{host} is not a public address.", ko: "{host|은/는} 공개된 주소가 아닙니다." },
    fix: {
      en: "Check the spelling. Addresses inside a network can be called only when the hub's administrator lists them (BONGSU_ALLOW_PRIVATE_ADDRESSES).",
      ko: "주소를 확인하십시오. 내부망 주소는 허브 관리자가 BONGSU_ALLOW_PRIVATE_ADDRESSES에 등록해야 호출할 수 있습니다.",
    },
  },
  "net.unreachable": {
    message: { en: "{host} does not answer.", ko: "{host|이/가} 응답하지 않습니다." },
    fix: { en: "Check that it runs, and try again later.", ko: "실행 중인지 확인하고 나중에 다시 시도하십시오." },
  },
  "net.untrusted": {
    message: {
      en: "The certificate of {host} is not to be trusted.",
      ko: "{host}의 인증서를 신뢰할 수 없습니다.",
    },
    fix: {
      en: "Renew it, or add the authority that issued it (NODE_EXTRA_CA_CERTS).",
      ko: "인증서를 갱신하거나, 발급한 인증 기관을 추가하십시오(NODE_EXTRA_CA_CERTS).",
    },
  },
  "net.timeout": {
    message: { en: "{host} took too long.", ko: "{host}의 응답이 너무 오래 걸렸습니다." },
    fix: { en: "Try again later.", ko: "나중에 다시 시도하십시오." },
  },
  "net.too-large": {
    message: { en: "The answer of {host} is too large.", ko: "{host}의 응답이 너무 큽니다." },
    fix: {
      en: "At most {bytes} bytes are taken, also after unpacking.",
      ko: "압축을 푼 뒤에도 {bytes}바이트까지만 받습니다.",
    },
  },
  "net.bad-answer": {
    message: { en: "The answer of {host} cannot be read.", ko: "{host}의 응답을 읽을 수 없습니다." },
    fix: { en: "Check that the address is the right one.", ko: "올바른 주소인지 확인하십시오." },
  },
  "net.too-many-redirects": {
    message: { en: "{host} redirects too often.", ko: "{host|이/가} 너무 여러 번 다른 주소로 넘깁니다." },
    fix: { en: "Give the final address.", ko: "마지막 주소를 직접 입력하십시오." },
  },
  "net.redirect-forbidden": {
    message: {
      en: "{host} redirects to where the request may not follow.",
      ko: "{host|이/가} 요청을 넘길 수 없는 주소로 보냅니다.",
    },
    fix: {
      en: "Give the final address: a redirect may not leave encryption, and what is sent is not handed to another host.",
      ko: "마지막 주소를 직접 입력하십시오. 암호화하지 않는 주소로 옮길 수 없고, 보내는 내용을 다른 호스트에 넘기지 않습니다.",
    },
  },
});
