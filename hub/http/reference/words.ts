import type { Text } from "@bongsu/base";

/** What the page says around the contracts. */
export const words = {
  title: { en: "Bongsu hub API", ko: "봉수 허브 API" },
  skip: { en: "To the operations", ko: "기능 목록으로 건너뛰기" },
  guide: { en: "How it is used", ko: "사용 방법" },
  index: { en: "Index", ko: "차례" },
  document: { en: "OpenAPI document", ko: "OpenAPI 문서" },
  version: { en: "Version {version}", ko: "버전 {version}" },
  counts: { en: "{operations} operations in {capabilities} parts", ko: "{capabilities}개 영역, 기능 {operations}개" },
  who: { en: "Who", ko: "호출할 수 있는 사람" },
  scope: { en: "Key's scope", ko: "키 범위" },
  agent: { en: "Agents", ko: "에이전트" },
  "agent.free": { en: "may call it freely", ko: "자유롭게 호출" },
  "agent.ask": { en: "ask their person first", ko: "사람에게 먼저 확인" },
  "agent.never": { en: "may not call it", ko: "호출 금지" },
  condition: { en: "Condition", ko: "조건" },
  approval: { en: "takes effect when a second person consents", ko: "다른 한 사람이 승인해야 효력 발생" },
  fresh: { en: "a person must have signed in shortly before", ko: "사람은 방금 로그인한 상태여야 함" },
  creates: { en: "takes an Idempotency-Key", ko: "Idempotency-Key를 받음" },
  input: { en: "Input", ko: "입력" },
  noInput: { en: "Nothing.", ko: "없음." },
  field: { en: "Field", ko: "항목" },
  travels: { en: "In", ko: "위치" },
  "travels.path": { en: "path", ko: "경로" },
  "travels.query": { en: "query", ko: "쿼리" },
  "travels.body": { en: "body", ko: "본문" },
  "travels.bytes": { en: "body, as it is", ko: "본문 그대로" },
  type: { en: "Meaning and type", ko: "뜻과 형식" },
  required: { en: "required", ko: "필수" },
  bytes: { en: "file", ko: "파일" },
  orNull: { en: "or null", ko: "또는 null" },
  default: { en: "default {value}", ko: "기본값 {value}" },
  or: { en: "or", ko: "또는" },
  output: { en: "Output", ko: "출력" },
  file: { en: "A file of the type {type}.", ko: "{type} 형식의 파일." },
  stream: { en: "An event stream; the data of each event:", ko: "이벤트 스트림. 이벤트마다 다음 데이터:" },
  errors: { en: "Errors", ko: "오류" },
  common: { en: "and those that any operation may give", ko: "그 밖에 어느 기능에서나 날 수 있는 오류" },
  curl: { en: "curl", ko: "curl" },
  client: { en: "Client", ko: "클라이언트" },
  allErrors: { en: "What the errors mean", ko: "오류의 뜻" },
  errorsAbout: {
    en: "Codes stay the same from version to version. Words in ‹ › are filled in.",
    ko: "코드는 버전이 바뀌어도 그대로입니다. ‹ › 안의 낱말은 실제 값으로 채워집니다.",
  },
  otherLanguage: { en: "한국어", ko: "English" },
} satisfies Record<string, Text>;

export type Word = keyof typeof words;

/** How the API is used, for whoever meets it for the first time. Between backticks stands code. */
export const guide: readonly { id: string; title: Text; text: Text; code?: string }[] = [
  {
    id: "first-call",
    title: { en: "The first call", ko: "첫 호출" },
    text: {
      en: "An organisation's administrator makes a service account and a key for it; the key is shown once. Send it as `Authorization: Bearer …`, or as the password of Basic with any user name. A key does what its service account's role and its own scopes allow, and no more.",
      ko: "기관 관리자가 서비스 계정과 그 키를 만듭니다. 키는 한 번만 보입니다. `Authorization: Bearer …`로 보내거나, Basic 인증의 비밀번호로 보냅니다(사용자 이름은 아무것이나). 키로는 서비스 계정의 역할과 키의 범위가 허용하는 일만 할 수 있습니다.",
    },
    code: 'curl {url}/api/v1/me \\\n  -H "Authorization: Bearer $BONGSU_KEY"',
  },
  {
    id: "values",
    title: { en: "How values are written", ko: "값을 쓰는 법" },
    text: {
      en: "Organisations and circles are named by a handle: 2 to 64 small letters, digits and hyphens, a letter first. Most else is named by an id of 36 characters. Times are ISO 8601; answers are in UTC. A list in the query is repeated: `?rating=high&rating=critical`. With PATCH, what is left out stays as it is.",
      ko: "기관과 모임은 짧은 이름으로 가리킵니다. 영문 소문자로 시작하고 소문자, 숫자, 붙임표로 된 2~64자입니다. 나머지는 대부분 36자의 식별자로 가리킵니다. 시각은 ISO 8601로 쓰며 응답은 UTC입니다. 쿼리의 목록은 `?rating=high&rating=critical`처럼 되풀이합니다. PATCH에서 지정하지 않은 항목은 그대로 남습니다.",
    },
  },
  {
    id: "pages",
    title: { en: "Pages", ko: "페이지" },
    text: {
      en: "Lists come in pages. Give `next` of one page as `cursor` of the following call, with the same filters; at the end `next` is null. What is added or removed meanwhile neither repeats nor hides a row.",
      ko: "목록은 페이지로 나뉘어 옵니다. 같은 조건에 앞 페이지의 `next`를 `cursor`로 넣어 다음 페이지를 받고, 끝에서는 `next`가 null입니다. 그사이 항목이 늘거나 줄어도 행이 겹치거나 빠지지 않습니다.",
    },
  },
  {
    id: "problems",
    title: { en: "Errors", ko: "오류가 날 때" },
    text: {
      en: "The answer is a problem document (RFC 9457) with a stable `code`, and `message` and `fix` in both languages. With `http.invalid-input`, `errors` names every field by its JSON Pointer. What you may not see answers as if it were not there.",
      ko: "문제 문서(RFC 9457)로 답합니다. 바뀌지 않는 `code`가 있고 `message`와 `fix`는 두 언어로 옵니다. `http.invalid-input`이면 `errors`가 잘못된 항목을 JSON Pointer로 모두 알려 줍니다. 볼 수 없는 것은 없는 것과 똑같이 답합니다.",
    },
  },
  {
    id: "repeating",
    title: { en: "Repeating a request safely", ko: "안전하게 다시 보내기" },
    text: {
      en: "What creates takes an `Idempotency-Key`: the same key within 24 hours gives the first answer again (`Idempotency-Replayed: true`). On 429 and 503 wait as many seconds as `Retry-After` says.",
      ko: "만드는 요청에는 `Idempotency-Key`를 붙일 수 있습니다. 24시간 안에 같은 키로 다시 보내면 첫 응답을 그대로 돌려줍니다(`Idempotency-Replayed: true`). 429와 503에는 `Retry-After`의 초만큼 기다리십시오.",
    },
  },
  {
    id: "versions-of-things",
    title: { en: "Two people at the same thing", ko: "동시에 고칠 때" },
    text: {
      en: "Every JSON answer has an `ETag`. Send it back as `If-None-Match` and nothing comes where nothing changed (304); send it as `If-Match` with a change and nothing is overwritten that you have not seen (412).",
      ko: "JSON 응답에는 `ETag`가 있습니다. `If-None-Match`로 보내면 바뀌지 않았을 때 본문 없이 답하고(304), 변경에 `If-Match`로 보내면 그사이 남이 고친 것을 덮어쓰지 않습니다(412).",
    },
  },
  {
    id: "event-stream",
    title: { en: "Events as they happen", ko: "이벤트 받기" },
    text: {
      en: "`GET /api/v1/events` is an event stream (server-sent events). Each event has a number; come back with the last one as `Last-Event-ID` and nothing is missed.",
      ko: "`GET /api/v1/events`는 이벤트 스트림(server-sent events)입니다. 이벤트마다 번호가 있어, 마지막 번호를 `Last-Event-ID`로 보내며 다시 연결하면 빠짐없이 이어집니다.",
    },
    code: 'curl -N {url}/api/v1/events \\\n  -H "Authorization: Bearer $BONGSU_KEY"',
  },
];
