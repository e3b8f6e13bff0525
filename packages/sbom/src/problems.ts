import { defineProblems } from "@bongsu/base";

/** What can be wrong with a software bill of materials. Warnings: the rest of the document, and of the component, goes in. */
export const sbomProblems = defineProblems({
  "sbom.empty": {
    message: { en: "The document is empty.", ko: "문서가 비어 있습니다." },
    fix: { en: "Check that the file was written completely.", ko: "파일이 끝까지 저장되었는지 확인하십시오." },
  },
  "sbom.unknown-format": {
    message: {
      en: "This is no CycloneDX or SPDX document.",
      ko: "CycloneDX 문서도 SPDX 문서도 아닙니다.",
    },
    fix: {
      en: "Export the SBOM as CycloneDX (JSON, XML) or SPDX (JSON, tag-value).",
      ko: "SBOM을 CycloneDX(JSON, XML)나 SPDX(JSON, tag-value)로 내보내십시오.",
    },
  },
  "sbom.unsupported-format": {
    message: {
      en: "This document is written as {format}, which is not read.",
      ko: "{format} 형식으로 쓰인 문서라 읽을 수 없습니다.",
    },
    fix: {
      en: "Convert it to CycloneDX (JSON, XML) or SPDX (JSON, tag-value).",
      ko: "CycloneDX(JSON, XML)나 SPDX(JSON, tag-value)로 변환하십시오.",
    },
  },
  "sbom.unknown-version": {
    severity: "warning",
    message: {
      en: "{format} {version} is not known; the document was read as the nearest version.",
      ko: "{format} {version} 버전은 알지 못하여 가장 가까운 버전으로 읽었습니다.",
    },
    fix: {
      en: "Check what is missing, or export an older version.",
      ko: "빠진 것이 없는지 확인하거나 이전 버전으로 내보내십시오.",
    },
  },
  "sbom.missing": {
    severity: "warning",
    message: { en: "{name} is missing.", ko: "{name|이/가} 없습니다." },
    fix: { en: "Add it where the document is made.", ko: "문서를 만드는 곳에서 추가하십시오." },
  },
  "sbom.not-a-string": {
    severity: "warning",
    message: { en: "{name} must be a string, and is {found}.", ko: "{name|은/는} 문자열이어야 하는데 {found}입니다." },
    fix: { en: "Write it as text in quotes.", ko: "따옴표로 묶은 문자열로 쓰십시오." },
  },
  "sbom.not-a-number": {
    severity: "warning",
    message: { en: "{name} must be a number, and is {found}.", ko: "{name|은/는} 숫자여야 하는데 {found}입니다." },
    fix: { en: "Write it as a number without quotes.", ko: "따옴표 없이 숫자로 쓰십시오." },
  },
  "sbom.not-an-object": {
    severity: "warning",
    message: { en: "{name} must be an object, and is {found}.", ko: "{name|은/는} 객체여야 하는데 {found}입니다." },
    fix: { en: "Correct it by the format's schema.", ko: "형식의 스키마에 맞게 고치십시오." },
  },
  "sbom.not-an-array": {
    severity: "warning",
    message: { en: "{name} must be an array, and is {found}.", ko: "{name|은/는} 배열이어야 하는데 {found}입니다." },
    fix: { en: "Correct it by the format's schema.", ko: "형식의 스키마에 맞게 고치십시오." },
  },
  "sbom.unknown-value": {
    severity: "warning",
    message: {
      en: "{name} has a value that its format does not know: {value}.",
      ko: "{name} 값 {value|은/는} 형식에 없는 값입니다.",
    },
    fix: { en: "Use a value from the format's list.", ko: "형식이 정한 값 가운데 하나를 쓰십시오." },
  },
  "sbom.invalid-value": {
    severity: "warning",
    message: {
      en: "{name} is not written as its format demands: {value}.",
      ko: "{name} 값 {value|은/는} 형식이 정한 대로 쓰이지 않았습니다.",
    },
    fix: { en: "Correct it by the format's specification.", ko: "형식의 명세에 맞게 고치십시오." },
  },
  "sbom.invalid-purl": {
    severity: "warning",
    message: { en: "A package URL cannot be read.", ko: "패키지 URL을 읽을 수 없습니다." },
    fix: { en: "Correct it, or report it to the maker of the tool.", ko: "고치거나 도구 제작자에게 알리십시오." },
  },
  "sbom.irregular-purl": {
    severity: "info",
    message: {
      en: "A package URL departs from its specification, and was read all the same.",
      ko: "패키지 URL이 명세에서 벗어나지만 읽었습니다.",
    },
    fix: { en: "Report it to the maker of the tool.", ko: "도구 제작자에게 알리십시오." },
  },
  "sbom.extra-purl": {
    severity: "info",
    message: { en: "A second package URL was not used: {purl}.", ko: "두 번째 패키지 URL은 쓰지 않았습니다: {purl}." },
    fix: { en: "Give each component one package URL.", ko: "구성 요소마다 패키지 URL을 하나만 쓰십시오." },
  },
  "sbom.invalid-cpe": {
    severity: "warning",
    message: { en: "{cpe} is not a CPE name.", ko: "{cpe|은/는} CPE 이름이 아닙니다." },
    fix: { en: "Write it as cpe:2.3:… or cpe:/….", ko: "cpe:2.3:… 또는 cpe:/… 형태로 쓰십시오." },
  },
  "sbom.invalid-hash": {
    severity: "warning",
    message: { en: "{value} is not a hash of {algorithm}.", ko: "{value|은/는} {algorithm} 해시가 아닙니다." },
    fix: { en: "Write it as hexadecimal digits of the right length.", ko: "길이에 맞는 16진수로 쓰십시오." },
  },
  "sbom.duplicate-ref": {
    severity: "warning",
    message: {
      en: "{ref} names two elements of the document; the second was given another name.",
      ko: "{ref|이/가} 문서의 두 요소를 가리킵니다. 두 번째에는 다른 이름을 붙였습니다.",
    },
    fix: { en: "Give each element a name of its own.", ko: "요소마다 서로 다른 이름을 쓰십시오." },
  },
  "sbom.dangling-ref": {
    severity: "warning",
    message: { en: "{ref} names no element of the document.", ko: "{ref|이/가} 가리키는 요소가 문서에 없습니다." },
    fix: { en: "Add the element, or remove the reference.", ko: "요소를 추가하거나 참조를 지우십시오." },
  },
  "sbom.more-problems": {
    severity: "warning",
    message: {
      en: "{code}: {count} more are not listed.",
      ko: "{code}: {count}개가 더 있으나 나열하지 않았습니다.",
    },
    fix: { en: "Correct those listed, and read the document again.", ko: "나열된 것을 고친 뒤 다시 읽으십시오." },
  },
  "sbom.not-read": {
    severity: "info",
    message: {
      en: "Not read: {kind} ({count}).",
      ko: "읽지 않은 요소: {kind} {count}개.",
    },
    fix: {
      en: "Nothing needs to be done: they bear on no component's identity.",
      ko: "구성 요소 식별과 무관하므로 조치할 필요가 없습니다.",
    },
  },
  "sbom.tag-value": {
    severity: "warning",
    message: { en: "This line is no “Tag: value”: {line}.", ko: "“태그: 값” 형태가 아닌 줄입니다: {line}." },
    fix: {
      en: "Put text of several lines between <text> and </text>.",
      ko: "여러 줄 글은 <text>와 </text> 사이에 쓰십시오.",
    },
  },
  "sbom.unknown-tag": {
    severity: "warning",
    message: { en: "SPDX knows no tag {tag}.", ko: "SPDX에 {tag} 태그는 없습니다." },
    fix: { en: "Correct the tag.", ko: "태그를 고치십시오." },
  },
  "sbom.text-too-large": {
    message: {
      en: "One text is longer than the limit of {limit} characters.",
      ko: "글 하나가 허용 한도 {limit}자보다 깁니다.",
    },
    fix: { en: "Shorten it, or raise the limit.", ko: "글을 줄이거나 한도를 높이십시오." },
  },
  "sbom.truncated": {
    message: { en: "The document ends before it is complete.", ko: "문서가 끝나기 전에 끊겼습니다." },
    fix: { en: "Fetch or export the file again.", ko: "파일을 다시 받거나 내보내십시오." },
  },
  "sbom.too-large": {
    message: {
      en: "The document is larger than the limit of {limit} bytes.",
      ko: "문서가 허용 한도 {limit}바이트보다 큽니다.",
    },
    fix: { en: "Split it, or raise the limit.", ko: "문서를 나누거나 한도를 높이십시오." },
  },
  "sbom.encoding": {
    message: { en: "The text is not valid {encoding}.", ko: "올바른 {encoding} 텍스트가 아닙니다." },
    fix: { en: "Save the file as UTF-8.", ko: "파일을 UTF-8로 저장하십시오." },
  },
  "sbom.xml": {
    message: { en: "The XML is not well formed: {why}.", ko: "XML 문법에 맞지 않습니다: {why}." },
    fix: { en: "Export the document again.", ko: "문서를 다시 내보내십시오." },
  },
  "sbom.xml-twice": {
    severity: "warning",
    message: {
      en: "The element {name} stands more than once where it may stand once; the first was taken.",
      ko: "한 번만 올 수 있는 {name} 요소가 여러 번 나옵니다. 첫 번째만 받았습니다.",
    },
    fix: { en: "Keep one of them.", ko: "하나만 남기십시오." },
  },
  "sbom.xml-doctype": {
    message: {
      en: "The XML declares a document type, which can define entities; such documents are refused.",
      ko: "XML에 엔티티를 정의할 수 있는 문서 형식 선언(DOCTYPE)이 있어 받지 않습니다.",
    },
    fix: { en: "Remove the DOCTYPE declaration.", ko: "DOCTYPE 선언을 지우십시오." },
  },
  "sbom.xml-too-deep": {
    message: {
      en: "Elements are nested more than {limit} levels deep.",
      ko: "요소가 {limit}단계보다 깊게 중첩되어 있습니다.",
    },
    fix: { en: "Flatten the document, or raise the limit.", ko: "문서를 평평하게 하거나 한도를 높이십시오." },
  },
});
