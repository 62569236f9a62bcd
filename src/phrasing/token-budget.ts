/** Counts tokens a workspace and day; a store keeps it where there are several instances. */
export interface TokenCounter {
  /** Adds (or takes away, when negative) and returns the new sum, in one step. */
  add(workspace: string, day: string, tokens: number): Promise<number>;
}

/** A day's tokens of each workspace. */
export interface DailyBudget {
  /** Sets tokens aside; undefined when the day's are spent. Settle tells what they came to. */
  reserve(workspace: string, tokens: number): Promise<Reservation | undefined>;
}

export interface Reservation {
  settle(tokens: number): Promise<void>;
}

/**
 * So many tokens a workspace and day (UTC). Tokens are set aside before a call and settled after it, so that calls at the same
 * time do not spend them twice.
 */
export function createDailyBudget(
  counter: TokenCounter,
  perDay: number,
  now: () => Date = () => new Date(),
): DailyBudget {
  return {
    async reserve(workspace, tokens) {
      const day = now().toISOString().slice(0, 10);
      const sum = await counter.add(workspace, day, tokens);
      const settle = async (spent: number): Promise<void> => {
        if (spent !== tokens) await counter.add(workspace, day, spent - tokens);
      };
      if (sum <= perDay) return { settle };
      await settle(0);
      return undefined;
    },
  };
}
