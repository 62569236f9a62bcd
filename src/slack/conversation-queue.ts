import PQueue from 'p-queue';

/** One job at a time per conversation: later ones wait their turn, none is dropped. */
export class ConversationQueue {
  readonly #queues = new Map<string, PQueue>();

  /** Runs the job after those before it in the same conversation; settles as the job does. */
  async run<T>(conversation: string, job: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(conversation) ?? new PQueue({ concurrency: 1 });
    this.#queues.set(conversation, queue);
    try {
      return await queue.add(job);
    } finally {
      if (queue.size === 0 && queue.pending === 0 && this.#queues.get(conversation) === queue)
        this.#queues.delete(conversation);
    }
  }

  /** Resolves when nothing waits or runs. */
  async idle(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.onIdle()));
  }
}
