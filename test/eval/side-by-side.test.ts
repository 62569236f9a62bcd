import { expect, test } from 'vitest';
import { sideBySide } from '../../eval/side-by-side.ts';

test('ten answers stand side by side, each phrased in words that are not the template’s', async () => {
  const answers = (await sideBySide()).split('\n\n> ');
  expect(answers).toHaveLength(10);
  for (const answer of answers) {
    const [, template, phrased] = /^- template: (.*)\n- phrased: (.*)$/m.exec(answer) ?? [];
    expect(phrased).not.toMatch(/^the template \(/);
    expect(phrased).not.toBe(template);
  }
});
