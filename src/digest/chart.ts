import type { AreaClass } from '../advisor/team/area.ts';
import { COVERAGE_STATES, type CoverageState } from '../advisor/team/coverage.ts';
import { INK, LEGEND_WIDTH, legend, mark, STATE_WORDS } from './chart-marks.ts';
import { type CoverageTrend, countStates } from './coverage-trend.ts';
import { dayWords } from './local-date.ts';

/** A picture with the sentence that stands for it. */
export interface Chart {
  svg: string;
  /** Pixels of the drawing. */
  width: number;
  height: number;
  alt: string;
}

/** Measures in pixels. */
const PAD = 24;
const LABELS = 236;
const COLUMN = 52;
const STATES = 116;
const ROW = 27;
const HEADING = 34;
const HEAD = 74;
const FOOT = 52;
const MARK_ABOVE_BASELINE = 5;

const GROUPS: readonly (readonly [AreaClass, string])[] = [
  ['executive', 'Executive'],
  ['hands-on', 'Hands-on'],
];

const COLUMNS = PAD + LABELS;
const middleOf = (column: number): number => COLUMNS + (column + 0.5) * COLUMN;

/** Draws coverage by area, a column a digest; the last column is the newest and also told in words. */
export function coverageChart(trend: CoverageTrend): Chart {
  const { dates, rows } = trend;
  const groups = GROUPS.map(
    ([work, title]) => [title, rows.filter((row) => row.class === work)] as const,
  ).filter(([, own]) => own.length > 0);
  const words = COLUMNS + dates.length * COLUMN + 10;
  const width = Math.max(words + STATES, PAD + LEGEND_WIDTH) + PAD;
  const drawn: string[] = [];
  let y = HEAD;
  for (const [title, own] of groups) {
    drawn.push(text('strong', PAD, y + 18, title));
    y += HEADING;
    for (const row of own) {
      drawn.push(rowOf(row, words, y + 14));
      y += ROW;
    }
    y += 8;
  }
  if (dates.length > 0) {
    const heads = dates.map((date) => dayWords(date, date));
    const totals = dates.map((_, at) => String(countStates(trend, at).owned));
    drawn.push(text('strong', PAD, y + 18, 'Areas with one owner'));
    drawn.push(lineOf(heads, HEAD - 10), lineOf(totals, y + 18));
    y += HEADING;
  }
  const height = y + FOOT;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    STYLE,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="12" fill="${INK.card}" stroke="${INK.edge}"/>`,
    text('title', PAD, 38, 'Who owns what'),
    newestBand(dates.length, y),
    ...drawn,
    `<path d="M${PAD} ${y} H${width - PAD}" stroke="${INK.edge}"/>`,
    legend(PAD, y + FOOT / 2),
    '</svg>',
  ].join('');
  return { svg, width, height, alt: altText(trend) };
}

/** An area: its label, a mark a date, and how it stands now in words. */
function rowOf({ label, states }: CoverageTrend['rows'][number], words: number, y: number): string {
  const now = states.at(-1);
  return [
    text('label', PAD, y, label),
    ...states.map((state, at) => mark(state, middleOf(at), y - MARK_ABOVE_BASELINE)),
    now ? text(now === 'owned' ? 'small' : 'strong-small', words, y, STATE_WORDS[now]) : '',
  ].join('');
}

/** A text a column, the newest one strong. */
const lineOf = (texts: readonly string[], y: number): string =>
  texts
    .map((words, at) => text(at === texts.length - 1 ? 'day now' : 'day', middleOf(at), y, words))
    .join('');

/** What sets the newest column apart. */
const newestBand = (columns: number, bottom: number): string =>
  columns === 0
    ? ''
    : `<rect x="${COLUMNS + (columns - 1) * COLUMN}" y="${HEAD - 30}" width="${COLUMN}" height="${bottom - HEAD + 30}" rx="6" fill="${INK.band}"/>`;

const STYLE = `<style>text{font-family:Inter;fill:${INK.text}}.title{font-size:20px;font-weight:600}.strong{font-size:14px;font-weight:600}.label{font-size:15px}.small{font-size:13px;fill:${INK.faint}}.strong-small{font-size:13px;font-weight:600}.day{font-size:12px;fill:${INK.faint};text-anchor:middle}.now{fill:${INK.text};font-weight:600}.digit{font-size:10px;font-weight:600}</style>`;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const text = (style: string, x: number, y: number, words: string): string =>
  `<text class="${style}" x="${x}" y="${y}">${words.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign)}</text>`;

const HAVE: Readonly<Record<CoverageState, (count: number) => string>> = {
  owned: (count) => `${count} ${count === 1 ? 'has' : 'have'} one owner`,
  shared: (count) => `${count} ${count === 1 ? 'has' : 'have'} several owners`,
  helped: (count) => `${count} ${count === 1 ? 'has' : 'have'} only helpers`,
  open: (count) => `${count} ${count === 1 ? 'has' : 'have'} nobody`,
};

/** The chart in one sentence: how the areas stand, and how many had an owner the time before. */
function altText(trend: CoverageTrend): string {
  const { dates, rows } = trend;
  const today = dates.at(-1);
  if (today === undefined) return `Coverage of ${rows.length} areas: nothing is recorded yet.`;
  const now = countStates(trend, dates.length - 1);
  const parts = COVERAGE_STATES.filter((state) => now[state] > 0).map((state) => HAVE[state](now[state]));
  const before = dates.at(-2);
  const then = before
    ? `; on ${dayWords(before, today)} ${countStates(trend, dates.length - 2).owned} had one owner`
    : '';
  const areas = rows.length === 1 ? '1 area' : `${rows.length} areas`;
  return `Coverage of ${areas} on ${dayWords(today, today)}: ${parts.join(', ')}${then}.`;
}
