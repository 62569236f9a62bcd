/** A clock that can be put forward, so that what comes with time can be seen to come. */
export class Clock {
  #aheadMs = 0;

  readonly real: () => number;

  /** `real` gives ms since 1970. */
  constructor(real: () => number = Date.now) {
    this.real = real;
  }

  /** Ms since 1970. */
  readonly now = (): number => this.real() + this.#aheadMs;

  /** Puts the clock to a later time, in ms since 1970; it runs on from there. Tells whether the time is later at all. */
  moveTo(ms: number): boolean {
    const isLater = ms > this.now();
    if (isLater) this.#aheadMs = ms - this.real();
    return isLater;
  }

  /** How far it is ahead of the real one, in ms. */
  get aheadMs(): number {
    return this.#aheadMs;
  }
}
