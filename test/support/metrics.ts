import type { Running } from '../../src/start.ts';

/** What Prometheus would be told by an app that has `operations`. */
export const metricsAt = async ({ operationsUrl }: Pick<Running, 'operationsUrl'>): Promise<string> =>
  (await fetch(`${operationsUrl}/metrics`)).text();

/** The names of the metrics of our own in such a text. */
export const ourMetrics = (text: string): string[] =>
  [...text.matchAll(/^# TYPE (rolefit_\w+)/gm)].map(([, name]) => String(name));
