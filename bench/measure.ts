import { Bench } from 'tinybench';

/** One way to do a job. A pass does the job once for each of the same inputs. */
export interface Contender {
  name: string;
  pass: () => unknown;
}

export interface Measured {
  name: string;
  /** Inputs done a second: the median pass of the least disturbed round. */
  perSecond: number;
}

const ROUNDS = 3;
const ROUND_MILLISECONDS = 200;

/**
 * Measures contenders in this process, in rounds that let each have its turn, since whatever else runs on the machine
 * disturbs one turn more than another. All are warmed up first.
 */
export async function measure(contenders: readonly Contender[], inputsPerPass: number): Promise<Measured[]> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({
      time: ROUND_MILLISECONDS,
      iterations: 1,
      warmup: round === 0,
      warmupTime: ROUND_MILLISECONDS,
      warmupIterations: 1,
      retainSamples: true,
      throws: true,
    });
    for (const { name, pass } of contenders) bench.add(name, pass);
    for (const { name, result } of await bench.run()) {
      if (result.state !== 'completed') throw new Error(`${name} was not measured to the end.`);
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, result.latency.p50));
    }
  }
  return [...best].map(([name, milliseconds]) => ({
    name,
    perSecond: (inputsPerPass * 1_000) / milliseconds,
  }));
}

/** How many times as much of `first` is done in a second as of `second`. */
export function ratioOf(measured: readonly Measured[], first: string, second: string): number {
  const perSecond = (name: string): number =>
    measured.find((each) => each.name === name)?.perSecond ?? Number.NaN;
  return perSecond(first) / perSecond(second);
}
