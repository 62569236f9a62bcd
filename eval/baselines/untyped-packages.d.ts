/** The parts that we use of packages that bring no types. */

declare module 'wink-naive-bayes-text-classifier' {
  interface TextClassifier {
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): number;
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    learn(text: string, label: string): boolean;
    consolidate(): boolean;
    predict(text: string): string;
  }
  export default function createClassifier(): TextClassifier;
}

declare module 'wink-naive-bayes-text-classifier/src/prep-text.js' {
  export default function prepareText(text: string): string[];
}

declare module 'tiny-tfidf' {
  export class Corpus {
    constructor(names: readonly string[], texts: readonly string[]);
    getResultsForQuery(query: string): [name: string, score: number][];
  }
}
