import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

/** The head of a CBOR item (RFC 8949 §3): major type and length. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}

/** As much of CBOR as an authenticator speaks. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([name, item]) => [cbor(name), cbor(item)])]);
}

const sha256 = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array): string => Buffer.from(data).toString("base64url");

/** Bits of authenticator data (WebAuthn level 3 §6.1). */
const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

interface Credential {
  id: Buffer;
  key: KeyObject;
  counter: number;
}

/** An authenticator with its browser, in software: P-256 keys, no attestation, discoverable credentials. */
export class Authenticator {
  readonly #credentials = new Map<string, Credential>();
  /** The page that the browser shows; another than the hub's own for a phishing page. */
  origin: string;
  /** False: the user only touches it, with neither PIN nor fingerprint. */
  verifiesUser: boolean;

  constructor({ origin, verifiesUser = true }: { origin: string; verifiesUser?: boolean }) {
    this.origin = origin;
    this.verifiesUser = verifiesUser;
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  #authenticatorData(rpId: string, counter: number, attested: Uint8Array = new Uint8Array()): Buffer {
    const bits = flags.present | (this.verifiesUser ? flags.verified : 0) | (attested.length > 0 ? flags.attested : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([bits]), count, attested]);
  }

  /** `navigator.credentials.create`, in its JSON form (§5.1.3). */
  create(options: { challenge: string; rp: { id: string } }): object {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const id = randomBytes(32);
    this.#credentials.set(options.rp.id, { id, key: privateKey, counter: 0 });
    // COSE_Key (RFC 9053 §7.1): EC2, ES256, P-256.
    const cose = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(cose)]);
    const attestation = new Map<string, Cbor>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", this.#authenticatorData(options.rp.id, 0, attested)],
    ]);
    return {
      id: base64url(id),
      rawId: base64url(id),
      type: "public-key",
      response: {
        clientDataJSON: base64url(this.#clientData("webauthn.create", options.challenge)),
        attestationObject: base64url(cbor(attestation)),
        transports: ["internal"],
      },
      authenticatorAttachment: "platform",
      clientExtensionResults: {},
    };
  }

  /** `navigator.credentials.get`, in its JSON form (§5.1.4). */
  get(options: { challenge: string; rpId: string }): object {
    const credential = this.#credentials.get(options.rpId);
    if (credential === undefined) throw new Error(`no passkey for ${options.rpId}`);
    credential.counter += 1;
    const clientData = this.#clientData("webauthn.get", options.challenge);
    const data = this.#authenticatorData(options.rpId, credential.counter);
    const signature = createSign("sha256").update(data).update(sha256(clientData)).sign(credential.key);
    return {
      id: base64url(credential.id),
      rawId: base64url(credential.id),
      type: "public-key",
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: null,
      },
      authenticatorAttachment: "platform",
      clientExtensionResults: {},
    };
  }
}
