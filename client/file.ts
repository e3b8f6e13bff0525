import type { HubFile } from "./types.ts";

/** The name in `Content-Disposition` (RFC 6266, RFC 8187), without folders or what a file's name cannot hold. */
export function fileNameOf(header: string | null): string | null {
  const encoded = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header ?? "")?.[1];
  const plain = /filename\s*=\s*"?([^";]+)"?/i.exec(header ?? "")?.[1];
  let name = plain ?? "";
  try {
    if (encoded !== undefined) name = decodeURIComponent(encoded);
  } catch {
    // Not UTF-8: the plain name, if there is one.
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const clean = (name.split(/[/\\]/).at(-1) ?? "").replace(/[\u0000-\u001f\u007f:*?"<>|]/g, "").replace(/^\.+/, "");
  return clean.trim() === "" ? null : clean.trim().slice(0, 200);
}

export function fileOf(response: Response): HubFile {
  const { headers, body } = response;
  return {
    mediaType: headers.get("content-type") ?? "application/octet-stream",
    name: fileNameOf(headers.get("content-disposition")),
    stream: body ?? new Blob([]).stream(),
    bytes: async () => new Uint8Array(await response.arrayBuffer()),
    text: () => response.text(),
  };
}
