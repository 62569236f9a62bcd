/** That somebody asked something; the question itself is not kept. */
export interface AskedTheme {
  /** What it was about, such as a passage's title. */
  theme: string;
  /** Who asked; only counted. */
  asker: string;
}

export interface ThemeCount {
  theme: string;
  questions: number;
}

/** Fewer people than these could be told by what was asked. */
const FEWEST_ASKERS = 3;

/** How often each theme was asked about, most first; only themes that at least three different people asked about. */
export function themesOf(asked: readonly AskedTheme[]): ThemeCount[] {
  const byTheme = Map.groupBy(asked, ({ theme }) => theme);
  return [...byTheme]
    .filter(([, questions]) => new Set(questions.map(({ asker }) => asker)).size >= FEWEST_ASKERS)
    .map(([theme, questions]) => ({ theme, questions: questions.length }))
    .sort((a, b) => b.questions - a.questions || (a.theme < b.theme ? -1 : 1));
}
