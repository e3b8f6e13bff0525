import { defineProblems } from "../problem.ts";

/** What can be wrong with a JSON text (RFC 8259). */
export const jsonProblems = defineProblems({
  "json.too-large": {
    message: {
      en: "The document is larger than the limit of {limit} bytes.",
      ko: "문서가 허용 한도 {limit}바이트보다 큽니다.",
    },
    fix: { en: "Split it, or raise the limit.", ko: "문서를 나누거나 한도를 높이십시오." },
  },
  "json.value-too-large": {
    message: {
      en: "One value is larger than the limit of {limit} bytes.",
      ko: "값 하나가 허용 한도 {limit}바이트보다 큽니다.",
    },
    fix: { en: "Split the value, or raise the limit.", ko: "값을 나누거나 한도를 높이십시오." },
  },
  "json.rest-too-large": {
    message: {
      en: "What stands beside the document's lists is larger than the limit of {limit} bytes.",
      ko: "목록을 뺀 나머지 부분이 허용 한도 {limit}바이트보다 큽니다.",
    },
    fix: { en: "Raise the limit, or remove what is not needed.", ko: "한도를 높이거나 필요 없는 부분을 지우십시오." },
  },
  "json.too-deep": {
    message: {
      en: "Objects and arrays are nested more than {limit} levels deep.",
      ko: "객체와 배열이 {limit}단계보다 깊게 중첩되어 있습니다.",
    },
    fix: { en: "Flatten the document, or raise the limit.", ko: "문서를 평평하게 하거나 한도를 높이십시오." },
  },
  "json.too-many-values": {
    message: {
      en: "The document has more than {limit} values.",
      ko: "문서에 값이 {limit}개보다 많습니다.",
    },
    fix: { en: "Split it, or raise the limit.", ko: "문서를 나누거나 한도를 높이십시오." },
  },
  "json.encoding": {
    message: { en: "The text is not valid {encoding}.", ko: "올바른 {encoding} 텍스트가 아닙니다." },
    fix: { en: "Save the file as UTF-8.", ko: "파일을 UTF-8로 저장하십시오." },
  },
  "json.encoding-unsupported": {
    message: {
      en: "The text is written in {encoding}, which is not read.",
      ko: "텍스트가 {encoding} 인코딩으로 쓰여 있어 읽을 수 없습니다.",
    },
    fix: { en: "Save the file as UTF-8.", ko: "파일을 UTF-8로 저장하십시오." },
  },
  "json.empty": {
    message: { en: "The document is empty.", ko: "문서가 비어 있습니다." },
    fix: { en: "Check that the file was written completely.", ko: "파일이 끝까지 저장되었는지 확인하십시오." },
  },
  "json.truncated": {
    message: {
      en: "The document ends in the middle of a value.",
      ko: "값이 끝나기 전에 문서가 끊겼습니다.",
    },
    fix: { en: "Fetch or export the file again.", ko: "파일을 다시 받거나 내보내십시오." },
  },
  "json.trailing": {
    message: {
      en: "{found} stands after the end of the document.",
      ko: "문서가 끝난 뒤에 {found|이/가} 있습니다.",
    },
    fix: {
      en: "Keep one JSON value per file.",
      ko: "파일 하나에 JSON 값 하나만 두십시오.",
    },
  },
  "json.expected-value": {
    message: { en: "A value belongs here, not {found}.", ko: "값이 있어야 할 자리에 {found|이/가} 있습니다." },
    fix: {
      en: "Write an object, array, string in double quotes, number, true, false or null.",
      ko: "객체, 배열, 큰따옴표 문자열, 숫자, true, false, null 가운데 하나를 쓰십시오.",
    },
  },
  "json.expected-key": {
    message: {
      en: "A member's name in double quotes belongs here, not {found}.",
      ko: "큰따옴표로 묶은 이름이 있어야 할 자리에 {found|이/가} 있습니다.",
    },
    fix: {
      en: "Quote the name; leave no comma after the last member.",
      ko: "이름을 큰따옴표로 묶고, 마지막 항목 뒤의 쉼표는 지우십시오.",
    },
  },
  "json.expected-colon": {
    message: { en: "A colon belongs here, not {found}.", ko: "콜론이 있어야 할 자리에 {found|이/가} 있습니다." },
    fix: { en: "Write a colon after the member's name.", ko: "이름 뒤에 콜론을 쓰십시오." },
  },
  "json.expected-comma": {
    message: {
      en: "A comma or the closing bracket belongs here, not {found}.",
      ko: "쉼표나 닫는 괄호가 있어야 할 자리에 {found|이/가} 있습니다.",
    },
    fix: {
      en: "Separate items by commas and close each bracket with its own kind.",
      ko: "항목을 쉼표로 구분하고 괄호를 같은 종류로 닫으십시오.",
    },
  },
  "json.control-character": {
    message: {
      en: "A string contains an unescaped control character ({found}).",
      ko: "문자열에 이스케이프하지 않은 제어 문자({found})가 있습니다.",
    },
    fix: { en: "Escape it, as in \\n or \\u0000.", ko: "\\n, \\u0000처럼 이스케이프하십시오." },
  },
  "json.escape": {
    message: {
      en: "A string contains an escape that JSON does not know ({found}).",
      ko: "문자열에 JSON이 모르는 이스케이프({found})가 있습니다.",
    },
    fix: {
      en: 'Use \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits.',
      ko: '\\" \\\\ \\/ \\b \\f \\n \\r \\t 또는 \\u와 16진수 네 자리를 쓰십시오.',
    },
  },
  "json.number": {
    message: { en: "{found} is not a number that JSON allows.", ko: "{found}: JSON에서 쓸 수 없는 숫자입니다." },
    fix: {
      en: "Write digits without leading zeros, with digits on both sides of a decimal point.",
      ko: "앞에 0을 붙이지 말고, 소수점 양쪽에 숫자를 쓰십시오.",
    },
  },
  "json.not-json": {
    message: {
      en: "{found} cannot be written as JSON.",
      ko: "{found|은/는} JSON으로 쓸 수 없습니다.",
    },
    fix: {
      en: "Use strings, finite numbers, true, false, null, arrays and plain objects only.",
      ko: "문자열, 유한한 숫자, true, false, null, 배열, 일반 객체만 쓰십시오.",
    },
  },
  "json.duplicate-key": {
    message: {
      en: "The member {key} stands twice in the same object.",
      ko: "같은 객체 안에 {key|이/가} 두 번 나옵니다.",
    },
    fix: { en: "Keep one of the two.", ko: "둘 가운데 하나만 남기십시오." },
  },
});
