/** Typed news: who listens hears each notice of its kind, at once and in the order posted. */
export class Bulletin<Notices extends object> {
  readonly #listeners = new Map<keyof Notices, Set<(notice: never) => void>>();

  /** Calls `listener` on every later notice of `kind`. Returns the way to stop. */
  on<Kind extends keyof Notices>(kind: Kind, listener: (notice: Notices[Kind]) => void): () => void {
    const listeners = this.#listeners.get(kind) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(kind, listeners);
    return () => listeners.delete(listener);
  }

  /** Resolves with the next notice of `kind` that `matches`; rejects with `NothingCame` after `timeoutMs`. */
  once<Kind extends keyof Notices>(
    kind: Kind,
    matches: (notice: Notices[Kind]) => boolean = () => true,
    timeoutMs = 5000,
  ): Promise<Notices[Kind]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new NothingCame(String(kind), timeoutMs));
      }, timeoutMs);
      const stop = this.on(kind, (notice) => {
        if (!matches(notice)) return;
        clearTimeout(timer);
        stop();
        resolve(notice);
      });
    });
  }

  /** Tells every listener of `kind`. */
  post<Kind extends keyof Notices>(kind: Kind, notice: Notices[Kind]): void {
    for (const listener of [...(this.#listeners.get(kind) ?? [])]) {
      (listener as (notice: Notices[Kind]) => void)(notice);
    }
  }
}

/** What was waited for did not come in time. */
export class NothingCame extends Error {
  readonly code = 'nothing_came';
  readonly awaited: string;
  readonly timeoutMs: number;

  constructor(awaited: string, timeoutMs: number, detail = '') {
    super(`No ${awaited} came within ${timeoutMs} ms${detail && `: ${detail}`}`);
    this.awaited = awaited;
    this.timeoutMs = timeoutMs;
    this.name = 'NothingCame';
  }
}
