import { z } from "zod";
import { described } from "./described.ts";

/** How many exposures a cause opened, moved to another state, and closed: of the organisations that the caller acts for. */
export const exposureCounts = z.object({
  opened: described(z.int(), { en: "exposures that are new", ko: "새로 생긴 노출 수" }),
  changed: described(z.int(), { en: "exposures that moved to another state", ko: "상태가 바뀐 노출 수" }),
  closed: described(z.int(), { en: "exposures that are open no more", ko: "닫힌 노출 수" }),
});

/** Something in a document that was not taken as it came. */
export const problem = z.object({
  code: described(z.string(), {
    en: "stable code; docs/errors.md says what each means",
    ko: "바뀌지 않는 코드. 뜻은 docs/errors.md",
  }),
  severity: described(z.enum(["error", "warning", "info"]), {
    en: "not taken (`error`), taken but for a part (`warning`), worth knowing (`info`)",
    ko: "받지 못함(`error`), 일부를 빼고 받음(`warning`), 참고(`info`)",
  }),
  message: described(z.object({ en: z.string(), ko: z.string() }), { en: "what was found", ko: "무엇이 문제인지" }),
  fix: described(z.object({ en: z.string(), ko: z.string() }), { en: "what to do about it", ko: "어떻게 하면 되는지" }),
  place: described(
    z.object({
      file: described(z.string().optional(), {
        en: "name of the file within an archive",
        ko: "압축 파일 안의 파일 이름",
      }),
      path: described(z.string().optional(), {
        en: "place in the structure, as a JSON Pointer (RFC 6901) or an XPath",
        ko: "구조 안의 위치(JSON Pointer, RFC 6901, 또는 XPath)",
      }),
      line: described(z.int().optional(), { en: "counted from 1", ko: "줄 번호(1부터)" }),
      column: described(z.int().optional(), { en: "counted from 1", ko: "칸 번호(1부터)" }),
      offset: described(z.int().optional(), { en: "bytes, counted from 0", ko: "바이트 위치(0부터)" }),
    }),
    { en: "where in the document", ko: "문서 안의 위치" },
  ),
});
