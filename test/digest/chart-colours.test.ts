import { describe, expect, test } from 'vitest';
import { COVERAGE_STATES } from '../../src/advisor/team/coverage.ts';
import { INK, mark } from '../../src/digest/chart-marks.ts';

/* The picture's colours, as people with each kind of colour vision see them. */

/** Linear red, green and blue, 0 to 1. */
type Light = readonly [number, number, number];

const lightOf = (hex: string): Light => {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const dot = (row: Light, light: Light): number =>
  row.reduce((sum, weight, at) => sum + weight * (light[at] ?? 0), 0);
const luminance = (light: Light): number => dot([0.2126, 0.7152, 0.0722], light);

/** Contrast as WCAG 2.2 defines it. */
function contrast(one: Light, other: Light): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Colour vision that lacks one kind of cone wholly: Machado, Oliveira and Fernandes (2009). */
const VISIONS: Readonly<Record<string, readonly [Light, Light, Light]>> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Lightness and the two axes of colour, CIELAB under daylight (D65). */
function labOf(light: Light): Light {
  const curve = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
  const x = curve(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047);
  const y = curve(luminance(light));
  const z = curve(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const difference = (one: Light, other: Light): number => {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

const coloursOf = (svg: string): string[] => [...new Set(svg.match(/#[0-9a-f]{6}/g))];
const drawn = (state: (typeof COVERAGE_STATES)[number] | null): string => mark(state, 0, 0);
/** What the body of each state is filled or drawn with. */
const BODIES = ['#0072b2', '#e69f00', '#c04f00'];

describe.each(Object.entries(VISIONS))('with %s', (_name, [red, green, blue]) => {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const seen = (hex: string): Light => {
    const light = lightOf(hex);
    return [within(dot(red, light)), within(dot(green, light)), within(dot(blue, light))];
  };

  test.each([...COVERAGE_STATES, null])(
    'the mark of %s stands out from the card and from its newest column',
    (state) => {
      for (const ground of [INK.card, INK.band]) {
        const best = Math.max(...coloursOf(drawn(state)).map((one) => contrast(seen(one), seen(ground))));
        expect(best).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test('the colours of the marks are told apart', () => {
    for (const [at, one] of BODIES.entries())
      for (const other of BODIES.slice(at + 1))
        expect(difference(seen(one), seen(other)), `${one} and ${other}`).toBeGreaterThan(20);
  });
});

test('the colours that are told apart are those of the marks', () => {
  const all = COVERAGE_STATES.flatMap((state) => coloursOf(drawn(state)));
  expect(all).toEqual(expect.arrayContaining(BODIES));
});

test('texts have a contrast of seven to one on the card, the strong ones in the newest column too', () => {
  const card = lightOf(INK.card);
  expect(contrast(lightOf(INK.faint), card)).toBeGreaterThanOrEqual(7);
  expect(contrast(lightOf(INK.text), lightOf(INK.band))).toBeGreaterThanOrEqual(7);
});

test('the card stands out from Slack’s dark ground, so that what is on it reads the same as on the light one', () => {
  expect(contrast(lightOf(INK.card), lightOf('#1a1d21'))).toBeGreaterThan(3);
});
