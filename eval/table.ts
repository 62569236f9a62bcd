import type { Interval } from './bootstrap.ts';
import type { Bounded, Figure } from './score.ts';

/** A cell; `undefined` is shown as a dash. */
export type Cell = string | number | undefined;

const DASH = '–';

/** A Markdown table whose columns are aligned for reading in a terminal too: the first to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [head, ...rows].map((row) => row.map((cell) => (cell === undefined ? DASH : String(cell))));
  const widths = head.map((_, at) => Math.max(3, ...texts.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [first = [], ...others] = texts;
  return [line(first), rule, ...others.map(line)].join('\n');
}

/** A share as percent with one decimal. */
export const percent = (figure: Figure): Cell =>
  figure === undefined ? undefined : (figure * 100).toFixed(1);

/** An interval of shares as whole percents. */
const range = (interval: Interval | undefined): Cell =>
  interval && `${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}`;

export const withRange = ({ value, interval }: Bounded): Cell =>
  value === undefined ? undefined : `${percent(value)} (${range(interval) ?? DASH})`;

/** A change of shares in points, with its sign; an undefined share has no change. */
export function points(before: Figure, after: Figure): Cell {
  if (before === undefined || after === undefined) return undefined;
  const change = (after - before) * 100;
  const rounded = Math.abs(change).toFixed(1);
  if (rounded === '0.0') return '0.0';
  return `${change < 0 ? '−' : '+'}${rounded}`;
}
