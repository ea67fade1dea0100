/**
 * AES-256-GCM of bundle parts by WebCrypto. It lives in the frame's main thread, because in
 * Chromium the workers of a sandboxed frame have no `crypto.subtle`; the work itself runs off it.
 */
import { letGo } from "./buffers.ts";
import type { CryptoPart } from "./wire.ts";

export class PartCrypto {
  #imported: { raw: Uint8Array; key: Promise<CryptoKey> } | null = null;

  /** False on a plain-http page, which is no secure context. */
  static available(): boolean {
    return typeof crypto.subtle?.encrypt === "function";
  }

  /** Ciphertext and tag, or plaintext; rejects when the tag does not fit. */
  async part(part: CryptoPart): Promise<Uint8Array<ArrayBuffer>> {
    const key = await this.#key(part.key);
    const algorithm = { name: "AES-GCM", iv: part.nonce, tagLength: 128 };
    try {
      const bytes = part.encrypt
        ? await crypto.subtle.encrypt(algorithm, key, part.data)
        : await crypto.subtle.decrypt(algorithm, key, part.data);
      return new Uint8Array(bytes);
    } finally {
      letGo(part.data);
    }
  }

  /** Lets go of the key. */
  forget(): void {
    this.#imported?.raw.fill(0);
    this.#imported = null;
  }

  #key(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
    const known = this.#imported;
    if (known && known.raw.length === raw.length && known.raw.every((byte, i) => byte === raw[i])) return known.key;
    const key = crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    this.#imported = { raw, key };
    return key;
  }
}
