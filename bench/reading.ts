import { MAX_TEXT } from '../src/advisor/extract/extract.ts';
import type { OpenAdvisor } from '../src/knowledge/open-advisor.ts';
import { measure, ratioOf } from './measure.ts';
import type { Findings } from './report.ts';

const SHORT = 200;
const LONG_TEXTS = 5;

/** How fast a text becomes advice: characters per second of a short message and of the longest that is read. */
export async function reading(advisor: OpenAdvisor, texts: readonly string[]): Promise<Findings> {
  const all = texts.join(' ');
  const endless = all.repeat(Math.ceil((MAX_TEXT + LONG_TEXTS * SHORT) / all.length));
  // Several in turn, since what was read of the latest texts is remembered.
  const longs = Array.from({ length: LONG_TEXTS }, (_, at) =>
    endless.slice(at * SHORT, at * SHORT + MAX_TEXT),
  );
  const [long = ''] = longs;
  let turn = 0;
  const nextLong = (): string => {
    turn += 1;
    return longs[turn % LONG_TEXTS] ?? long;
  };
  const short = Array.from({ length: MAX_TEXT / SHORT }, (_, at) => long.slice(at * SHORT, (at + 1) * SHORT));
  const names = { short: `${SHORT} characters`, long: `${MAX_TEXT.toLocaleString('en')} characters` };
  const measured = await measure(
    [
      { name: names.short, pass: () => short.map((text) => advisor.check(text, 'situation')) },
      { name: names.long, pass: () => advisor.check(nextLong(), 'situation') },
    ],
    MAX_TEXT,
  );
  return {
    subject: 'Reading a text and advising on it, characters',
    ratios: [
      {
        what: `characters, of ${names.long} / of ${names.short}`,
        value: ratioOf(measured, names.long, names.short),
      },
    ],
    measured,
  };
}
