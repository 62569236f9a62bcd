import { expect, test } from 'vitest';
import { plainText } from '../../src/slack/plain-text.ts';

test.each([
  ['<@U01|anna> keeps the minutes', 'this person keeps the minutes'],
  ['<@UBOT> what is a COO?', 'what is a COO?'],
  ['see <https://example.com/job|our advert> in <#C1|hiring>', 'see our advert in hiring'],
  ['a <https://example.com> link', 'a https://example.com link'],
  ['<!channel> we are *14* people', 'we are 14 people'],
  ['R&amp;D &lt;3 &gt; 2', 'R&D <3 > 2'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['_nothing_ gets ~finished~ `ever`', 'nothing gets finished ever'],
  ['&gt; quoted line', 'quoted line'],
  ['snake_case_words stay', 'snake_case_words stay'],
  ['*two words* and (*three more words*), 2 *3 * 4', 'two words and (three more words), 2 *3 * 4'],
])('%s reads as: %s', (slack, plain) => {
  expect(plainText(slack, 'UBOT')).toBe(plain);
});

test.each([' *a', '(_a', '~a *b', '*a_', ' *  ', '<a', '<', '`', '&gt; '])(
  'a text of nothing but "%s" is read in time that grows with the text alone',
  (part) => {
    const text = part.repeat(300_000 / part.length);
    const before = process.cpuUsage();
    plainText(text);
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(3_000_000);
  },
);
