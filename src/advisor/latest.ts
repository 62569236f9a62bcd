/**
 * A pure function of a text that keeps what it made of the latest `count` texts: all that reads a text asks for the same
 * things of it, one after another.
 */
export function latest<Result>(count: number, read: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, { result: Result }>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known.result;
    const made = { result: read(text) };
    const [oldest] = kept.keys();
    if (kept.size >= count && oldest !== undefined) kept.delete(oldest);
    kept.set(text, made);
    return made.result;
  };
}
