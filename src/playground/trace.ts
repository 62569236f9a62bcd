/** How the app came to something that it said: the rules that led there, and what made them hold. */
export interface Trace {
  readonly id: string;
  readonly outcome: string;
  readonly summary: string;
  readonly facts: readonly string[];
  readonly rules: readonly {
    readonly id: string;
    readonly effect: string;
    readonly because: readonly string[];
    readonly source: string;
  }[];
}

/** Traces whatever the app can trace of a text it sent, as far as this person may see it. */
export type Tracer = (text: string, user: string) => Promise<readonly Trace[]>;
