import { expect, test } from 'vitest';
import { COVERAGE_STATES, type CoverageState } from '../../src/advisor/team/coverage.ts';
import { coverageChart } from '../../src/digest/chart.ts';
import { type CoverageTrend, coverageTrend } from '../../src/digest/coverage-trend.ts';
import { pngOf } from '../../src/digest/png.ts';
import { team } from '../support/team.ts';

const DATES = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];

/** A trend in which the area and the date give the state. */
const trend = (
  stateOf: (area: number, date: number) => CoverageState,
  dates = DATES,
  areas: Parameters<typeof coverageTrend>[1] = team.areas,
): CoverageTrend =>
  coverageTrend(
    dates.map((date, at) => ({
      date,
      states: Object.fromEntries(areas.map(({ id }, nth) => [id, stateOf(nth, at)])),
    })),
    areas,
  );
const mixed = (area: number, date: number): CoverageState => COVERAGE_STATES[(area + date) % 4] ?? 'open';
const many = Array.from({ length: 30 }, (_, at) => ({
  id: `area-${at}`,
  label: `Area ${at}`,
  class: at < 15 ? ('executive' as const) : ('hands-on' as const),
}));

/** Width and height as the header of a PNG says. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.each<[string, CoverageTrend]>([
  ['no gaps', trend(() => 'owned')],
  ['many gaps', trend(mixed)],
  ['thirty areas', trend(mixed, DATES, many)],
  ['a first week', trend(mixed, DATES.slice(-1))],
  ['nothing recorded', trend(mixed, [])],
])('a chart of %s becomes a picture of twice its size', async (_name, data) => {
  const { svg, width, height } = coverageChart(data);
  const png = await pngOf(svg);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(sizeOf(png)).toEqual([2 * width, 2 * height]);
});

test('letters are drawn, from the font that comes along', async () => {
  const drawn = coverageChart(trend(mixed)).svg;
  const silent = drawn.replace(/<text[^>]*>[^<]*<\/text>/g, '');
  expect((await pngOf(drawn)).length).toBeGreaterThan(2 * (await pngOf(silent)).length);
});

test('a state is told by shape, not by colour alone, and that of today in words', () => {
  const { svg } = coverageChart(trend((area) => COVERAGE_STATES[area] ?? 'owned', DATES.slice(-1)));
  const marks = [...svg.matchAll(/<g transform="[^"]+">(.*?)<\/g>/g)].map(([, mark = '']) => mark);
  const shapes = marks.map((mark) => mark.replace(/#[0-9a-f]{6}/g, ''));
  expect(new Set(shapes).size).toBe(COVERAGE_STATES.length);
  for (const words of ['one owner', 'several owners', 'only helpers', 'nobody']) expect(svg).toContain(words);
});

test('labels are escaped', () => {
  const { svg } = coverageChart(trend(mixed, DATES, [{ id: 'a', label: 'R&D <x>', class: 'executive' }]));
  expect(svg).toContain('R&amp;D &lt;x&gt;');
});

test('the alternative text is one sentence on today and the time before', () => {
  const now = trend((area, date) => (area < date ? 'owned' : area === 10 ? 'shared' : 'open'));
  expect(coverageChart(now).alt).toBe(
    'Coverage of 18 areas on 30 Nov: 3 have one owner, 1 has several owners, 14 have nobody; on 23 Nov 2 had one owner.',
  );
  expect(coverageChart(trend(() => 'owned', DATES.slice(-1))).alt).toBe(
    'Coverage of 18 areas on 30 Nov: 18 have one owner.',
  );
  expect(coverageChart(trend(mixed, [])).alt).toBe('Coverage of 18 areas: nothing is recorded yet.');
});
