import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

/**
 * So many jobs in hand are enough for one process: more would be answered only after people have given up waiting. One
 * workspace alone may ask 200 at once (rates.ts).
 */
const MOST_IN_HAND = 250;

/**
 * One job at a time per conversation: later ones wait their turn, none is dropped. Between any two jobs that begin, what came in
 * meanwhile is seen to, so that Slack has its acks however much work waits.
 */
export class ConversationQueue {
  readonly #queues = new Map<string, PQueue>();
  readonly #most: number;
  #inHand = 0;
  #lastBegun: Promise<void> = Promise.resolve();

  constructor(mostInHand: number = MOST_IN_HAND) {
    this.#most = mostInHand;
  }

  /** Whether so much waits or runs that nobody new should be let ask. What is run all the same has its turn. */
  get isFull(): boolean {
    return this.#inHand >= this.#most;
  }

  /** Runs the job after those before it in the same conversation; settles as the job does. */
  async run<T>(conversation: string, job: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(conversation) ?? new PQueue({ concurrency: 1 });
    this.#queues.set(conversation, queue);
    this.#inHand += 1;
    try {
      return await queue.add(async () => {
        await this.#turn();
        return job();
      });
    } finally {
      this.#inHand -= 1;
      if (queue.size === 0 && queue.pending === 0 && this.#queues.get(conversation) === queue)
        this.#queues.delete(conversation);
    }
  }

  /** Resolves in a turn of the event loop of its own. */
  #turn(): Promise<void> {
    this.#lastBegun = this.#lastBegun.then(() => setImmediate());
    return this.#lastBegun;
  }

  /** Resolves when nothing waits or runs. */
  async idle(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.onIdle()));
  }
}
