import { defineProblems } from "@bongsu/base";

/** What every operation may answer, whatever it does. */
export const kernelProblems = defineProblems({
  "http.invalid-input": {
    message: { en: "The input is not as it must be: {reason}.", ko: "입력이 올바르지 않습니다: {reason}." },
    fix: {
      en: "Correct the fields named in `errors`; the API reference shows what each takes.",
      ko: "`errors`에 적힌 항목을 고치십시오. 각 항목의 형식은 API 안내에 있습니다.",
    },
  },
  "http.invalid-body": {
    message: { en: "The request's body cannot be read: {reason}.", ko: "요청 본문을 읽을 수 없습니다: {reason}." },
    fix: {
      en: "Send JSON in UTF-8 with the content type application/json.",
      ko: "UTF-8로 된 JSON을 application/json 형식으로 보내십시오.",
    },
  },
  "http.too-large": {
    message: { en: "The body is larger than {limit} bytes.", ko: "본문이 {limit}바이트보다 큽니다." },
    fix: { en: "Send less at a time.", ko: "나누어 보내십시오." },
  },
  "http.too-slow": {
    message: {
      en: "The body did not arrive within {seconds} seconds.",
      ko: "본문이 {seconds}초 안에 도착하지 않았습니다.",
    },
    fix: { en: "Check the connection and send it again.", ko: "연결을 확인하고 다시 보내십시오." },
  },
  "http.head-too-large": {
    message: {
      en: "The request's address and headers are too long together.",
      ko: "요청의 주소와 헤더를 합한 길이가 너무 깁니다.",
    },
    fix: {
      en: "Send fewer or shorter parameters, headers and cookies.",
      ko: "매개변수, 헤더, 쿠키를 줄여 보내십시오.",
    },
  },
  "http.head-too-slow": {
    message: { en: "The request did not arrive in time.", ko: "요청이 제때 도착하지 않았습니다." },
    fix: { en: "Check the connection and send it again.", ko: "연결을 확인하고 다시 보내십시오." },
  },
  "http.unreadable-request": {
    message: {
      en: "This is no request that can be read: its first line, address, host or headers are malformed.",
      ko: "읽을 수 없는 요청입니다. 첫 줄, 주소, 호스트 또는 헤더의 형식이 잘못되었습니다.",
    },
    fix: { en: "Send it by HTTP/1.1 as RFC 9112 has it.", ko: "HTTP/1.1(RFC 9112)의 형식으로 보내십시오." },
  },
  "http.unsupported-encoding": {
    message: {
      en: "The content encoding {encoding} is not taken.",
      ko: "콘텐츠 인코딩 {encoding|은/는} 받지 않습니다.",
    },
    fix: { en: "Send the body as it is, or with gzip.", ko: "그대로 보내거나 gzip으로 압축해 보내십시오." },
  },
  "http.not-found": {
    message: { en: "There is nothing here.", ko: "찾을 수 없습니다." },
    fix: {
      en: "Check the address. What you may not see is not there for you either.",
      ko: "주소를 확인하십시오. 볼 수 없는 것은 없는 것과 같습니다.",
    },
  },
  "http.method-not-allowed": {
    message: { en: "This address does not take {method}.", ko: "이 주소는 {method|을/를} 받지 않습니다." },
    fix: { en: "Use one of: {allowed}.", ko: "다음 중 하나를 쓰십시오: {allowed}." },
  },
  "http.not-signed-in": {
    message: { en: "You are not signed in.", ko: "로그인하지 않았습니다." },
    fix: {
      en: "Sign in, or send a valid API key as `Authorization: Bearer …`.",
      ko: "로그인하거나 유효한 API 키를 `Authorization: Bearer …`로 보내십시오.",
    },
  },
  "http.second-factor-needed": {
    message: { en: "A password alone is not enough here.", ko: "비밀번호만으로는 쓸 수 없습니다." },
    fix: {
      en: "Add a passkey or an authenticator app in your profile first.",
      ko: "먼저 프로필에서 패스키나 인증 앱을 등록하십시오.",
    },
  },
  "http.sign-in-again": {
    message: {
      en: "This needs a sign-in of the last {minutes} minutes.",
      ko: "최근 {minutes}분 안의 로그인이 필요합니다.",
    },
    fix: { en: "Sign in again, then repeat it.", ko: "다시 로그인한 뒤 시도하십시오." },
  },
  "http.not-permitted": {
    message: { en: "Your role does not allow this ({operation}).", ko: "현재 역할로는 할 수 없습니다({operation})." },
    fix: {
      en: "It needs: {needed}. Ask your organisation's administrator.",
      ko: "필요한 역할: {needed}. 기관 관리자에게 요청하십시오.",
    },
  },
  "http.scope-missing": {
    message: { en: "This API key lacks the scope {scope}.", ko: "이 API 키에는 {scope} 범위가 없습니다." },
    fix: { en: "Make a key with that scope.", ko: "그 범위를 가진 키를 만드십시오." },
  },
  "http.forged": {
    message: { en: "The request came from another site.", ko: "다른 사이트에서 온 요청입니다." },
    fix: {
      en: "Call it from the hub's own pages, or with an API key.",
      ko: "허브의 화면에서 또는 API 키로 호출하십시오.",
    },
  },
  "http.too-many-requests": {
    message: { en: "Too many requests.", ko: "요청이 너무 많습니다." },
    fix: { en: "Wait {seconds} seconds.", ko: "{seconds}초 뒤에 다시 시도하십시오." },
  },
  "http.changed-meanwhile": {
    message: { en: "It has changed since you read it.", ko: "읽은 뒤에 다른 변경이 있었습니다." },
    fix: { en: "Read it again and repeat your change.", ko: "다시 읽고 변경하십시오." },
  },
  "http.key-reused": {
    message: {
      en: "This idempotency key was used for another request.",
      ko: "이 멱등 키는 다른 요청에 쓰였습니다.",
    },
    fix: { en: "Use a new key for each new request.", ko: "새 요청마다 새 키를 쓰십시오." },
  },
  "http.invalid-key": {
    message: { en: "The Idempotency-Key is not usable.", ko: "Idempotency-Key를 쓸 수 없습니다." },
    fix: { en: "Send 8 to 200 printable characters, a UUID for example.", ko: "UUID처럼 8~200자의 문자를 보내십시오." },
  },
  "http.invalid-cursor": {
    message: { en: "This cursor was not given by this list.", ko: "이 목록이 준 커서가 아닙니다." },
    fix: { en: "Begin again without a cursor.", ko: "커서 없이 처음부터 시작하십시오." },
  },
  "http.busy": {
    message: { en: "The hub cannot do this right now.", ko: "지금은 처리할 수 없습니다." },
    fix: { en: "Try again in {seconds} seconds.", ko: "{seconds}초 뒤에 다시 시도하십시오." },
  },
  "http.unexpected": {
    message: { en: "Something went wrong inside the hub.", ko: "허브 내부에서 오류가 났습니다." },
    fix: {
      en: "Nothing was half-done. Give your administrator the number of this request: {request}.",
      ko: "절반만 처리된 것은 없습니다. 요청 번호 {request|을/를} 관리자에게 알려 주십시오.",
    },
  },
});
