import { magic, signatureLength } from "./frame.ts";
import { type BundleHeader, parseHeader } from "./header.ts";
import { isSignedBy, type SigningKey } from "./keys.ts";
import { type BundleLimits, bundleLimits } from "./limits.ts";
import { type FrameLine, manifestOf } from "./manifest.ts";
import { bundleProblems } from "./problems.ts";
import { type Frame, frameAt, requireMagic } from "./scan.ts";
import { readWhole, type Source } from "./source.ts";

/** A bundle whose every byte is what its hub signed. */
export interface VerifiedBundle {
  header: BundleHeader;
  /** All frames but header and trailer, in their order. */
  frames: FrameLine[];
  /** Records of each kind of frame. */
  records: Partial<Record<FrameLine["kind"], number>>;
}

const damaged = (source: Source, offset: number, reason: string) =>
  bundleProblems.error("bundles.damaged", { offset, reason }, { file: source.name, offset });

/** The header frame with its header. What it says is not yet proven: see `verifyBundle`. */
export async function headerFrame(
  source: Source,
  limits: BundleLimits,
): Promise<{ header: BundleHeader; frame: Frame }> {
  await requireMagic(source);
  const frame = await frameAt(source, magic.length, limits);
  const header = frame.head.kind === "H" && !frame.head.sealed ? await parseHeader(frame.payload) : null;
  if (header === null || frame.head.plain !== frame.head.length) throw damaged(source, magic.length, "header");
  return { header, frame };
}

/** What the file says of itself; nothing of it is proven. Throws `bundles.*`. */
export const readHeader = async (source: Source, limits: BundleLimits = bundleLimits): Promise<BundleHeader> =>
  (await headerFrame(source, limits)).header;

/**
 * First pass over a bundle: every frame's hash, then the trailer's signature over all of them with the header's key, if
 * `trusts` says yes to its id (which is its thumbprint), then that nothing follows. Until it returns, nothing of the
 * file may be used. Throws `bundles.not-a-bundle`, `bundles.truncated`, `bundles.damaged`, `bundles.too-large`,
 * `bundles.untrusted`, `bundles.signature-wrong`.
 */
export async function verifyBundle(
  source: Source,
  trusts: (keyId: string) => Promise<boolean>,
  options: { limits?: BundleLimits; onFrame?: (end: number) => void } = {},
): Promise<VerifiedBundle> {
  const { limits = bundleLimits, onFrame } = options;
  const { header, frame } = await headerFrame(source, limits);
  const { id: keyId, jwk: key } = header.key;
  if (!(await trusts(keyId))) throw bundleProblems.error("bundles.untrusted", { key: keyId }, { file: source.name });
  const lines = [frame.line];
  let [at, total] = [frame.end, 0];
  for (;;) {
    const next = await frameAt(source, at, limits);
    const { kind, plain, sealed } = next.head;
    if (kind === "T") return { ...(await close(source, header, key, lines, next)), header };
    total += plain;
    if (kind === "H" || sealed !== (header.encryption !== null)) throw damaged(source, at, "order");
    const exceeded = lines.length > limits.frames ? "frames" : total > limits.total ? "total" : null;
    if (exceeded !== null) {
      const [value, limit] = [exceeded === "frames" ? lines.length : total, limits[exceeded]];
      throw bundleProblems.error(
        "bundles.too-large",
        { offset: at, what: exceeded, value, limit },
        { file: source.name },
      );
    }
    lines.push(next.line);
    at = next.end;
    onFrame?.(at);
  }
}

async function close(source: Source, header: BundleHeader, key: SigningKey, lines: FrameLine[], trailer: Frame) {
  const manifest = manifestOf(header, lines);
  const { payload, line, end } = trailer;
  const isSame = payload.length === manifest.length && payload.every((byte, index) => byte === manifest[index]);
  if (!isSame || trailer.head.sealed) throw damaged(source, line.offset, "manifest");
  const signature = await readWhole(source, end, signatureLength);
  if (!(await isSignedBy(key, manifest, signature))) {
    throw bundleProblems.error("bundles.signature-wrong", { key: header.key.id }, { file: source.name });
  }
  if (end + signatureLength !== source.size) throw damaged(source, end + signatureLength, "something follows the end");
  const frames = lines.slice(1);
  const records: VerifiedBundle["records"] = {};
  for (const one of frames) records[one.kind] = (records[one.kind] ?? 0) + one.records;
  return { frames, records };
}
