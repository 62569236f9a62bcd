import type { Poster, PosterFor } from '../../src/digest-runner/poster.ts';
import { KeyRing } from '../../src/store/encryption.ts';
import { Store } from '../../src/store/store.ts';
import type { Table } from '../../src/store/table.ts';
import { silent } from './rolefit.ts';

/** What a process does that others see: writes to the store, and calls of Slack. */
const WRITES: readonly string[] = ['put', 'swap', 'remove'] satisfies (keyof Table)[];
const CALLS: readonly string[] = ['isHere', 'find', 'upload', 'post', 'tell'] satisfies (keyof Poster)[];

/** A process that dies at one of its deeds, before or after it took effect; dead, it does nothing any more. */
export class Mortal {
  #left: number;
  readonly #after: boolean;
  isDead = false;
  /** What it was at when it died. */
  died = '';

  readonly #of: string | undefined;

  /** It dies at its `at`th deed of all, or of those named `of`. */
  constructor({ at, after, of }: { at: number; after: boolean; of?: string }) {
    this.#left = at;
    this.#after = after;
    this.#of = of;
  }

  /** The same object, as this process uses it. */
  uses<T extends object>(used: T, deeds: readonly string[]): T {
    return new Proxy(used, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        if (!deeds.includes(String(name))) {
          return (...given: unknown[]) => {
            this.#live();
            return Reflect.apply(member, target, given);
          };
        }
        return (...given: unknown[]) => this.#does(String(name), () => Reflect.apply(member, target, given));
      },
    });
  }

  async #does(name: string, deed: () => Promise<unknown>): Promise<unknown> {
    this.#live();
    if (this.#of !== undefined && this.#of !== name) return deed();
    this.#left -= 1;
    if (this.#left > 0) return deed();
    if (this.#after) await deed();
    this.isDead = true;
    this.died = `${this.#after ? 'after' : 'before'} ${name}`;
    return this.#live();
  }

  #live(): void {
    if (this.isDead) throw new Error('This process is dead.');
  }
}

/** The store as a mortal process has it. */
export const storeOf = (mortal: Mortal, table: Table): Store =>
  new Store({ table: mortal.uses(table, WRITES), keys: new KeyRing([]), log: silent, retention: {} });

/** Slack as a mortal process reaches it. */
export const postersOf =
  (mortal: Mortal, posterFor: PosterFor): PosterFor =>
  async (...where) =>
    mortal.uses(await posterFor(...where), CALLS);
