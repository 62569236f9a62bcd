import createClassifier from 'wink-naive-bayes-text-classifier';
import prepareText from 'wink-naive-bayes-text-classifier/src/prep-text.js';
import type { Baseline } from './classifier.ts';
import { commonestLabel } from './commonest.ts';

/** What the library says of a text without a known word. */
const UNKNOWN = 'unknown';

/**
 * Naive Bayes over word stems, stop words left out and negated words kept apart, set up as the library's readme shows.
 * A text without a known word gets the commonest label.
 */
export const naiveBayes: Baseline = {
  name: 'Naive Bayes',
  train: (_, cases) => {
    const fallback = commonestLabel(cases);
    if (new Set(cases.map(({ label }) => label)).size < 2) return () => fallback;
    const classifier = createClassifier();
    classifier.definePrepTasks([prepareText]);
    classifier.defineConfig({ considerOnlyPresence: false, smoothingFactor: 0.5 });
    for (const { text, label } of cases) classifier.learn(text, label);
    classifier.consolidate();
    return (text) => {
      const label = classifier.predict(text);
      return label === UNKNOWN ? fallback : label;
    };
  },
};
