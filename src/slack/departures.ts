import { z } from 'zod';
import { describeError } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';
import { HOUSE } from '../store/house.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { INSTALLATION, INSTALLATION_ID } from './installation.ts';

/** A workspace that removed the app, and whose documents wait to be erased; kept together, so that a sweep reads no others. */
const DEPARTURE = defineKind({
  kind: 'departure',
  version: 1,
  forgetPerson: 'holds no person',
  schema: z.object({
    /** Ms since 1970. */
    leftAt: z.number(),
    /** The enterprise of the team, whose installation may still be there. */
    enterprise: z.string().optional(),
  }),
});

const SWEEP_EVERY_MS = 60 * 60 * 1000;

export interface DeparturesParts {
  store: Store;
  log: Logger;
  /** How long documents are kept after a workspace has gone, in ms. */
  eraseAfterMs: number;
  /** Ms since 1970. */
  now: () => number;
}

/** The key under which the installation of a workspace, and its erasure, change; see `Store.exclusive`. */
export const ownerKey = (owner: string): string => `installation:${owner}`;

/** Workspaces that removed the app: their documents are erased when their time has come, unless they are back by then. */
export class Departures {
  readonly #parts: DeparturesParts;
  #stopping = false;
  #sweep: Promise<void> = Promise.resolve();

  constructor(parts: DeparturesParts) {
    this.#parts = parts;
  }

  /** Notes that a workspace left now. */
  async record(workspace: string, enterprise?: string): Promise<void> {
    const leftAt = this.#parts.now();
    await this.#all.write(workspace, { leftAt, ...(enterprise === undefined ? {} : { enterprise }) });
    this.#parts.log.info({ workspace }, 'a workspace removed the app');
  }

  /** Whether a workspace has left and not come back. */
  async has(workspace: string): Promise<boolean> {
    return (await this.#all.read(workspace)) !== undefined;
  }

  /** A workspace is back: nothing of it is erased. */
  async cancel(workspace: string): Promise<void> {
    await this.#all.remove(workspace);
  }

  /**
   * Erases what is due; how many workspaces. Several processes may do so at once. A workspace that cannot be erased now is
   * logged, holds up no other, and is tried again by the next sweep.
   * @throws StoreError when those who left cannot be read.
   */
  async sweep(): Promise<number> {
    const { eraseAfterMs, now } = this.#parts;
    let erased = 0;
    for await (const { id, value } of this.#all.list()) {
      if (this.#stopping) break;
      if (value.leftAt + eraseAfterMs <= now() && (await this.#eraseOrLog(id))) erased += 1;
    }
    return erased;
  }

  /** Sweeps now and every hour. Gives what ends it, once the sweep in hand is done. */
  start(): () => Promise<void> {
    const sweep = (): void => {
      this.#sweep = this.sweep().then(
        () => undefined,
        (error: unknown) =>
          this.#parts.log.error({ failure: describeError(error) }, 'nobody looked who has left for long'),
      );
    };
    sweep();
    const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
    return () => {
      this.#stopping = true;
      clearInterval(timer);
      return this.#sweep;
    };
  }

  get #all() {
    return this.#parts.store.documents(DEPARTURE, HOUSE);
  }

  async #eraseOrLog(workspace: string): Promise<boolean> {
    try {
      return await this.#erase(workspace);
    } catch (error) {
      const failure = describeError(error);
      this.#parts.log.error({ workspace, failure }, 'a workspace that left could not be erased yet');
      return false;
    }
  }

  /** Under the lock all is looked at anew: another process may have been here, or the workspace may be back. */
  #erase(workspace: string): Promise<boolean> {
    const { store, log, eraseAfterMs, now } = this.#parts;
    return store.exclusive(ownerKey(workspace), async () => {
      const departure = await this.#all.read(workspace);
      if (departure === undefined || departure.leftAt + eraseAfterMs > now()) return false;
      const isBack =
        (await this.#isInstalled(workspace)) ||
        (departure.enterprise !== undefined && (await this.#isInstalled(departure.enterprise)));
      const documents = isBack ? 0 : await store.eraseWorkspace(workspace);
      await this.#all.remove(workspace);
      if (!isBack) log.info({ workspace, documents }, 'the documents of a workspace that left were erased');
      return !isBack;
    });
  }

  async #isInstalled(owner: string): Promise<boolean> {
    return (await this.#parts.store.documents(INSTALLATION, owner).read(INSTALLATION_ID)) !== undefined;
  }
}
