import { createHash } from 'node:crypto';
import { ClearStateStore, type InstallURLOptions, InvalidStateError, type StateStore } from '@slack/oauth';
import { z } from 'zod';
import { HOUSE } from '../store/house.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** Who began to install the app has this long to finish, in seconds. */
export const STATE_LIFE_SECONDS = 10 * 60;

/** States that were used, until they would be too old anyway. Nothing is kept of those that are not used. */
const USED_STATE = defineKind({
  kind: 'used-state',
  version: 1,
  forgetPerson: 'holds no person',
  schema: z.object({}),
  ttlMs: 2 * STATE_LIFE_SECONDS * 1000,
});

/** Signed states, as Slack's package makes them, that can be used once. */
export class InstallStates implements StateStore {
  readonly #signed: ClearStateStore;
  readonly #store: Store;

  constructor(secret: string, store: Store) {
    this.#signed = new ClearStateStore(secret, STATE_LIFE_SECONDS);
    this.#store = store;
  }

  generateStateParam(options: InstallURLOptions, now: Date): Promise<string> {
    return this.#signed.generateStateParam(options, now);
  }

  /** @throws InvalidStateError when it is not ours, too old, or was used before. */
  async verifyStateParam(now: Date, state: string): Promise<InstallURLOptions> {
    const options = await this.#signed.verifyStateParam(now, state);
    const id = createHash('sha256').update(state).digest('hex');
    const used = this.#store.documents(USED_STATE, HOUSE);
    await this.#store.exclusive(`install-state:${id}`, async () => {
      if ((await used.read(id)) !== undefined) throw new InvalidStateError('The state was used before.');
      await used.write(id, {});
    });
    return options;
  }
}
