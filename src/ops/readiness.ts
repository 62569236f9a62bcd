/** What must work for Rolefit to do its work. */
const PARTS = ['store', 'slack', 'clock'] as const;
export type Part = (typeof PARTS)[number];
export type PartState = 'ok' | 'failing' | 'starting';

/** A part that takes longer to answer than this, in ms, does not. */
const ANSWER_WITHIN_MS = 2_000;

/** Whether a part works at this moment; rejecting means that it does not. */
export type Probe = () => boolean | Promise<boolean>;

/** Asks each part whether it works, when asked itself. A part that nobody has told of yet is starting. */
export class Readiness {
  readonly #probes = new Map<Part, Probe>();

  watch(part: Part, probe: Probe): void {
    this.#probes.set(part, probe);
  }

  async look(): Promise<{ ready: boolean; parts: Record<Part, PartState> }> {
    const [store, slack, clock] = await Promise.all(PARTS.map((part) => stateOf(this.#probes.get(part))));
    const parts = { store, slack, clock } as Record<Part, PartState>;
    return { ready: Object.values(parts).every((state) => state === 'ok'), parts };
  }
}

async function stateOf(probe: Probe | undefined): Promise<PartState> {
  if (!probe) return 'starting';
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ANSWER_WITHIN_MS);
  try {
    return (await Promise.race([probe(), late.promise])) ? 'ok' : 'failing';
  } catch {
    // Why is logged where it fails; who asks here needs to know only that it does.
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
