import { BongsuError, type Language, type Text } from "@bongsu/base";
import { isRecord } from "../io/record.ts";

/** Signs in and asks as a browser does: by a session's cookie, from the hub's own origin. */
export class Browser {
  private readonly url: string;
  private readonly language: Language;
  private readonly cookies = new Map<string, string>();

  constructor(url: string, language: Language) {
    this.url = url;
    this.language = language;
  }

  /** Posts JSON; gives the answer's. Throws the hub's problem. */
  async post(path: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": this.language,
        origin: this.url,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      body: JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const answer: unknown = await response.json().catch(() => null);
    if (!isRecord(answer)) throw new Error(`${this.url}: ${response.status}`);
    if (!response.ok)
      throw new BongsuError({
        ...(answer as { code: string; message: Text; fix: Text }),
        severity: "error",
        place: {},
      });
    return answer;
  }
}
