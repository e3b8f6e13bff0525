import { meaningOf } from "./answer.ts";
import type { Call } from "./call.ts";
import { sessionCookie, withoutCookie } from "./cookies.ts";
import type { Library } from "./library.ts";
import { limits } from "./limits.ts";
import { accountProblems } from "./problems.ts";
import { told } from "./told.ts";

interface Passed {
  path: string;
  method?: "GET" | "POST";
  body?: object;
  /** The session goes along; otherwise the library sees nobody signed in, and opens a session. */
  asSession?: boolean;
  search?: string;
}

export interface Answered {
  status: number;
  body: Record<string, unknown>;
  location: string | null;
  setCookies: string[];
  response: Response;
}

/** The request for the library: of the caller's only the cookies; where it is from and how strong he is, as we know it. */
function requestFor(call: Call, { path, method = "POST", body, asSession = false, search = "" }: Passed): Request {
  const { setting, session, origin } = call;
  const keeps = asSession && session !== null;
  const cookie = keeps ? (call.cookie ?? "") : withoutCookie(call.cookie, sessionCookie(setting.cookies));
  const headers = new Headers({
    origin: setting.config.url,
    "user-agent": origin.agent,
    [told.address]: origin.address,
  });
  if (cookie !== "") headers.set("cookie", cookie);
  if (keeps) {
    headers.set(told.strength, session.strength);
    headers.set(told.since, session.createdAt.toISOString());
  }
  if (method === "POST") headers.set("content-type", "application/json");
  return new Request(`${setting.config.url}/api/auth${path}${search}`, {
    method,
    headers,
    ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
  });
}

const bodyOf = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** Has the library answer. Throws its refusals in our words; what it does not explain is `accounts.failed`. */
export async function pass(call: Call, library: Library, passed: Passed): Promise<Answered> {
  const response = await library.handle(requestFor(call, passed));
  const body = bodyOf(await response.text());
  if (response.status >= 400) {
    const code = meaningOf(body.code, "accounts.failed");
    if (code === "accounts.failed") {
      call.setting.log.error({ status: response.status, said: body.code, path: passed.path }, "sign-in: unexpected");
    }
    throw accountProblems.error(code, { ...limits.password, minutes: limits.session.fresh / 60_000 });
  }
  return {
    status: response.status,
    body,
    location: response.headers.get("location"),
    setCookies: response.headers.getSetCookie(),
    response,
  };
}
