/** Armors bytes (RFC 9580 §6.2) as tools of all kinds do: width, line ending, headers and checksum differ. */
export interface Dress {
  width: number;
  lineEnd: "\n" | "\r\n";
  headers: readonly string[];
  /** Four characters behind `=`, right or wrong. */
  checksum: string | null;
  around: readonly [string, string];
}

export const plainDress: Dress = { width: 64, lineEnd: "\n", headers: [], checksum: null, around: ["", ""] };

export function armor(label: string, bytes: Uint8Array, dress: Partial<Dress> = {}): string {
  const { width, lineEnd, headers, checksum, around } = { ...plainDress, ...dress };
  const base64 = Buffer.from(bytes).toString("base64");
  const lines = base64.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
  const body = [...headers, "", ...lines, ...(checksum === null ? [] : [`=${checksum}`])];
  const block = [`-----BEGIN PGP ${label}-----`, ...body, `-----END PGP ${label}-----`];
  return [around[0], ...block, around[1]].join(lineEnd);
}
