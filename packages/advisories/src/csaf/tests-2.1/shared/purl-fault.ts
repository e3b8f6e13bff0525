import { BongsuError } from "@bongsu/base";
import { parsePurl } from "@bongsu/versions";

/** What is wrong with a package URL by ECMA-427 and the definition of its type; null where nothing is. */
export function purlFault(purl: string): string | null {
  try {
    parsePurl(purl);
    return null;
  } catch (error) {
    return error instanceof BongsuError ? error.problem.message.en : "it cannot be read";
  }
}
