import { COVERAGE_STATES, type CoverageState } from '../advisor/team/coverage.ts';

/**
 * What the chart is drawn with: its own light card, so that it reads the same in dark and light; texts at 7:1 or better, the
 * outline of each mark at 3:1 or better.
 */
export const INK = { card: '#ffffff', edge: '#c8c8c8', text: '#1d1c1d', faint: '#55575a', band: '#eef3f8' };

/** Colours that colour-blind people tell apart (after Okabe and Ito); each state has its own shape as well. */
const SHAPES: Readonly<Record<CoverageState, string>> = {
  owned: '<circle r="8" fill="#0072b2"/>',
  shared:
    '<rect x="-7.25" y="-7.25" width="14.5" height="14.5" rx="2" fill="#e69f00" stroke="#a86f00" stroke-width="1.5"/><text class="digit" y="4.5" text-anchor="middle">2+</text>',
  helped:
    '<circle r="7.25" fill="#ffffff" stroke="#0072b2" stroke-width="1.5"/><path d="M0 -7.25 A7.25 7.25 0 0 0 0 7.25 Z" fill="#0072b2"/>',
  open: '<path d="M-6 -6 L6 6 M6 -6 L-6 6" stroke="#c04f00" stroke-width="3.5" stroke-linecap="round"/>',
};
const UNKNOWN = `<path d="M-3 0 H3" stroke="${INK.faint}" stroke-width="2"/>`;

/** Each state in a word or two. */
export const STATE_WORDS: Readonly<Record<CoverageState, string>> = {
  owned: 'one owner',
  shared: 'several owners',
  helped: 'only helpers',
  open: 'nobody',
};

/** The mark of a state around a point; a dash where the state is not known. */
export const mark = (state: CoverageState | null, x: number, y: number): string =>
  `<g transform="translate(${x} ${y})">${state ? SHAPES[state] : UNKNOWN}</g>`;

const LEGEND_STEP = 134;
export const LEGEND_WIDTH = (COVERAGE_STATES.length - 1) * LEGEND_STEP + 76;

/** What the marks mean, in one line. */
export const legend = (x: number, y: number): string =>
  COVERAGE_STATES.map(
    (state, at) =>
      `${mark(state, x + 8 + at * LEGEND_STEP, y)}<text class="small" x="${x + 22 + at * LEGEND_STEP}" y="${y + 4.5}">${STATE_WORDS[state]}</text>`,
  ).join('');
