import type { Text } from "@bongsu/base";

/** What the document says in its own words. */
export const texts = {
  about: {
    en: "People and machines use a Bongsu hub by the same operations. Keys, errors, pages, repeated requests and events are explained at /api.",
    ko: "사람과 기계가 같은 기능으로 봉수 허브를 씁니다. 키, 오류, 페이지, 반복 요청, 이벤트는 /api에서 설명합니다.",
  },
  bearer: { en: "An API key of a service account", ko: "서비스 계정의 API 키" },
  basic: {
    en: "For programs that know no Bearer: any user name, and an API key as the password",
    ko: "Bearer를 쓸 수 없는 프로그램용: 사용자 이름은 아무것이나, 비밀번호는 API 키",
  },
  cookie: {
    en: "A person's session in the browser; requests that change something must come from the hub's own pages",
    ko: "브라우저의 로그인 세션. 변경하는 요청은 허브의 화면에서만 받습니다.",
  },
  language: { en: "language of `title` and `detail` in problems", ko: "문제 문서의 `title`과 `detail` 언어" },
  idempotencyKey: {
    en: "8 to 200 printable characters, new for each new request: repeated within 24 hours, it gives the first answer again and does nothing",
    ko: "새 요청마다 새로 만드는 8~200자의 값. 24시간 안에 같은 값으로 다시 보내면 첫 응답을 그대로 돌려주고 아무것도 하지 않습니다.",
  },
  ifMatch: {
    en: "entity tag of what was read: nothing is changed where it is another by now",
    ko: "읽었을 때의 엔터티 태그. 그사이 바뀌었으면 아무것도 변경하지 않습니다.",
  },
  ifNoneMatch: { en: "entity tag of what is here already", ko: "이미 가지고 있는 것의 엔터티 태그" },
  lastEventId: { en: "number of the last event that was received", ko: "마지막으로 받은 이벤트의 번호" },
  done: { en: "Done", ko: "처리됨" },
  created: { en: "Created", ko: "만들어짐" },
  unchanged: { en: "Not changed since", ko: "그 뒤로 바뀌지 않음" },
  file: { en: "The file", ko: "파일" },
  stream: { en: "Events, one after the other, for as long as you listen", ko: "연결을 유지하는 동안 이어지는 이벤트" },
  etag: { en: "Entity tag of the answer", ko: "응답의 엔터티 태그" },
  replayed: { en: "`true` where this is the answer to an earlier request", ko: "앞선 요청의 응답이면 `true`" },
  problems: {
    en: "How many parts of the input were not taken as they came",
    ko: "입력 가운데 그대로 받지 못한 부분의 수",
  },
  requestId: { en: "Number of the request, for the hub's administrator", ko: "허브 관리자에게 알릴 요청 번호" },
  retryAfter: { en: "Seconds to wait", ko: "기다릴 시간(초)" },
  authenticate: { en: "How to say who you are", ko: "인증 방법" },
  refused: { en: "Not done", ko: "처리하지 않음" },
  who: { en: "May be called by: {who}.", ko: "호출할 수 있는 사람: {who}." },
  scope: { en: "Scope of an API key: `{scope}`.", ko: "API 키의 범위: `{scope}`." },
  approval: { en: "Takes effect when a second person consents.", ko: "다른 한 사람이 승인해야 효력이 생깁니다." },
  fresh: { en: "A person must have signed in shortly before.", ko: "사람이 쓰려면 방금 로그인했어야 합니다." },
} satisfies Record<string, Text>;
