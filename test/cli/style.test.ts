import { expect, test } from 'vitest';
import { terminalStyle } from '../../src/cli/style.ts';

test.each([
  ['a terminal', true, {}, true],
  ['a terminal without abilities', true, { TERM: 'dumb' }, false],
  ['a terminal and NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['a pipe', false, {}, false],
  ['a pipe where tests run for everybody', false, { CI: 'true' }, false],
  ['a pipe and FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ['a terminal and FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
  ['FORCE_COLOR and NO_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('%s: colours are %s', (_, isTTY, env, coloured) => {
  expect(terminalStyle({ stdout: { isTTY }, env }).strong('x') !== 'x').toBe(coloured);
});
