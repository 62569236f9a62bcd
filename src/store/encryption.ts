import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Our own keys, newest first: the newest encrypts, all of them decrypt. */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #newest: string | undefined;

  /** @param keys 32 bytes each. */
  constructor(keys: readonly Buffer[]) {
    this.#keys = new Map(keys.map((key) => [keyId(key), key]));
    [this.#newest] = this.#keys.keys();
  }

  get isEmpty(): boolean {
    return this.#newest === undefined;
  }

  /**
   * The text as `key id.nonce, ciphertext and tag`, to be opened only with the same `binding`. Null without a key.
   * Nonces are random, which is safe for some four thousand million texts a key.
   */
  seal(text: string, binding: string): string | null {
    const key = this.#newest === undefined ? undefined : this.#keys.get(this.#newest);
    if (key === undefined) return null;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(binding));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.#newest}.${sealed.toString('base64url')}`;
  }

  /** The text again. Null when its key is not there, or it was changed or moved. */
  open(sealed: string, binding: string): string | null {
    const [id = '', payload = ''] = sealed.split('.', 2);
    const key = this.#keys.get(id);
    const bytes = Buffer.from(payload, 'base64url');
    if (key === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(binding))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** Was it sealed with the newest key? */
  isCurrent(sealed: string): boolean {
    return sealed.split('.', 1)[0] === this.#newest;
  }
}

/** A short name of a key that tells nothing about it. */
const keyId = (key: Buffer): string =>
  createHash('sha256').update('rolefit key id').update(key).digest('hex').slice(0, 12);
