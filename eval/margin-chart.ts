import type { Bucket } from './calibration.ts';

const WIDTH = 640;
const HEIGHT = 400;
const PLOT = { left: 64, right: 616, top: 56, bottom: 316 };
const INK = '#1f2933';
const FAINT = '#d7dce1';
const LINE = '#1f5fa8';

/**
 * Accuracy by margin as a curve with 95 % intervals and the number of verdicts in each bucket. It brings its own white
 * background, so that it reads alike on light and dark pages.
 */
export function marginChart(buckets: readonly Bucket[]): string {
  const step = (PLOT.right - PLOT.left) / Math.max(1, buckets.length);
  const x = (at: number) => PLOT.left + step * (at + 0.5);
  const y = (share: number) => PLOT.bottom - share * (PLOT.bottom - PLOT.top);
  const points = buckets.map(({ accuracy }, at) => `${round(x(at))},${round(y(accuracy))}`).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="14" fill="${INK}">`,
    '<title id="title">Accuracy of decided verdicts by margin</title>',
    `<desc id="description">${escaped(described(buckets))}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${PLOT.left}" y="30" font-size="16" font-weight="600">How often a decided verdict is right, by its margin</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${round(y(share))}" y2="${round(y(share))}" stroke="${FAINT}"/>`,
      `<text x="${PLOT.left - 8}" y="${round(y(share) + 5)}" text-anchor="end">${share * 100} %</text>`,
    ]),
    ...buckets.flatMap(({ label, count, right, accuracy, interval }, at) => [
      `<line x1="${round(x(at))}" x2="${round(x(at))}" y1="${round(y(interval.low))}" y2="${round(y(interval.high))}" stroke="${LINE}" stroke-width="8" stroke-opacity="0.25" stroke-linecap="round"/>`,
      `<circle cx="${round(x(at))}" cy="${round(y(accuracy))}" r="5" fill="${LINE}"/>`,
      `<text x="${round(x(at))}" y="${PLOT.bottom + 24}" text-anchor="middle">${escaped(label)}</text>`,
      `<text x="${round(x(at))}" y="${PLOT.bottom + 44}" text-anchor="middle" font-size="12">${right} of ${count}</text>`,
    ]),
    `<polyline points="${points}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle" font-size="12">Margin (points of evidence to the nearest flip), verdicts right; bars: 95 % intervals</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const described = (buckets: readonly Bucket[]): string =>
  buckets.map(({ label, right, count }) => `Margin ${label}: ${right} of ${count} right.`).join(' ');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const round = (value: number): number => Math.round(value * 10) / 10;
