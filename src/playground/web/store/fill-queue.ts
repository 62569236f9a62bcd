/** What is entered into fields goes out one after the other; of one field only the latest that still waits. */
export class FillQueue {
  readonly #waiting = new Map<string, () => Promise<unknown>>();
  #running: Promise<void> | undefined;

  add(field: string, send: () => Promise<unknown>): void {
    this.#waiting.delete(field);
    this.#waiting.set(field, send);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits or is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) await next();
    this.#running = undefined;
  }

  #take(): (() => Promise<unknown>) | undefined {
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    this.#waiting.delete(first[0]);
    return first[1];
  }
}
