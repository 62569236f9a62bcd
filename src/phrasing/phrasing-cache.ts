import type { Keyv } from 'keyv';
import { PhrasedOutput } from './phrased.ts';

/** Phrasings are kept so long, in ms. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1_000;

/** Phrasings that passed the guard, redacted as they came from the model. A cache that fails is an empty one, and is told of. */
export interface PhrasingCache {
  read(key: string): Promise<PhrasedOutput | undefined>;
  write(key: string, output: PhrasedOutput): Promise<void>;
}

export const phrasingCache = (keyv: Keyv, onFailure: (error: unknown) => void): PhrasingCache => ({
  async read(key) {
    try {
      return PhrasedOutput.safeParse(await keyv.get(key)).data;
    } catch (error) {
      onFailure(error);
      return undefined;
    }
  },
  async write(key, output) {
    try {
      await keyv.set(key, output, KEEP_MS);
    } catch (error) {
      onFailure(error);
    }
  },
});
