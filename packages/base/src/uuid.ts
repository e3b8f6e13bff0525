import { defineProblems } from "./problem.ts";

export const uuidProblems = defineProblems({
  "uuid.time": {
    message: {
      en: "{time} is not a time that a UUID can carry.",
      ko: "{time|은/는} UUID에 담을 수 없는 시각입니다.",
    },
    fix: {
      en: "Give whole milliseconds since 1970, from 0 to 281474976710655.",
      ko: "1970년부터 센 밀리초를 0부터 281474976710655까지의 정수로 주십시오.",
    },
  },
  "uuid.random": {
    message: {
      en: "A UUID needs 10 random bytes, not {length}.",
      ko: "UUID에는 난수 10바이트가 필요한데 {length}바이트입니다.",
    },
    fix: { en: "Give 10 bytes from a secure random source.", ko: "안전한 난수원에서 얻은 10바이트를 주십시오." },
  },
});

const latest = 2 ** 48 - 1;

/**
 * A UUID of version 7 (RFC 9562 section 5.7): later ones sort after earlier ones. Takes milliseconds since 1970 and 10
 * random bytes, of which the six bits of version and variant are overwritten. Throws `uuid.time`, `uuid.random`.
 */
export function uuidv7(time: number, random: Uint8Array): string {
  if (!Number.isInteger(time) || time < 0 || time > latest) throw uuidProblems.error("uuid.time", { time });
  if (random.length !== 10) throw uuidProblems.error("uuid.random", { length: random.length });
  const [a = 0, b = 0, c = 0, ...rest] = random;
  const hex = [
    time.toString(16).padStart(12, "0"),
    ...[0x70 | (a & 0x0f), b, 0x80 | (c & 0x3f), ...rest].map((byte) => byte.toString(16).padStart(2, "0")),
  ].join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is written as a UUID (RFC 9562 section 4), of any version. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** The milliseconds since 1970 that a UUID of version 7 carries; null for any other text. */
export function uuidTime(text: string): number | null {
  if (!isUuid(text) || text[14] !== "7" || !/[89ab]/i.test(text[19] ?? "")) return null;
  return Number.parseInt(text.slice(0, 8) + text.slice(9, 13), 16);
}
