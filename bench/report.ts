import type { Measured } from './measure.ts';

/** A figure that means the same on every machine: how many times as much, of what was measured in one run. */
export interface Ratio {
  what: string;
  value: number;
}

/** What one run had of something, in a unit; for orientation only. */
export interface Amount {
  name: string;
  value: number;
  unit: 'ms' | 'MB';
}

/** What one subject brings: its ratios, and what they were worked out from. */
export interface Findings {
  subject: string;
  ratios: readonly Ratio[];
  measured: readonly Measured[];
  amounts?: readonly Amount[];
  /** Figures that only tell something side by side. */
  table?: { columns: readonly string[]; rows: readonly (readonly number[])[] };
  /** What a reader has to know to read the ratios aright. */
  note?: string;
}

/** The findings as a table of text, one subject below the other. */
export function tableOf({ subject, ratios, measured, amounts = [], table, note }: Findings): string {
  const width = Math.max(
    ...[...ratios.map(({ what }) => what), ...[...measured, ...amounts].map(({ name }) => name)].map(
      ({ length }) => length,
    ),
  );
  const line = (what: string, value: string): string => `  ${what.padEnd(width)}  ${value.padStart(12)}`;
  return [
    subject,
    ...ratios.map(({ what, value }) => line(what, `${figure(value)} x`)),
    ...measured.map(({ name, perSecond }) => line(name, `${figure(perSecond)} /s`)),
    ...amounts.map(({ name, value, unit }) => line(name, `${figure(value)} ${unit}`)),
    ...(table === undefined ? [] : columnsOf(table)),
    ...(note === undefined ? [] : [`  ${note}`]),
    '',
  ].join('\n');
}

function columnsOf({ columns, rows }: NonNullable<Findings['table']>): string[] {
  const cells = [columns, ...rows.map((row) => row.map(figure))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) => `  ${row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  ')}`);
}

/** Three digits that count, whatever the size. */
const figure = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 4 });
