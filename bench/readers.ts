import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { ATTACKS, LENGTH, msOf, PLAIN_TEXT, readersOf } from '../test/security/readers.ts';

/** How long each reader takes over 20,000 characters, plain and spiteful, in ms of the processor: `node bench/readers.ts`. */
let times = 0;
/** The advisor remembers what it made of the latest texts, so that none is read twice. */
const anew = (text: string): string => {
  times += 1;
  return `${text.slice(0, -5)}${String(times).padStart(5)}`;
};
const advisor = openAdvisor();
// What learns learns at the first text of its kind.
for (const subject of ['situation', 'candidate', 'job'] as const) advisor.check(anew(PLAIN_TEXT), subject);
const rows = Object.entries(readersOf(advisor)).map(([name, read]) => {
  const plain = msOf(() => read(anew(PLAIN_TEXT)));
  const attacks = ATTACKS.map((text) => ({ ms: msOf(() => read(anew(text))), text }));
  const [worst] = attacks.sort((a, b) => b.ms - a.ms);
  return { name, plain, worst: worst?.ms ?? 0, text: JSON.stringify(worst?.text.slice(0, 12)) };
});
process.stdout.write(`${LENGTH} characters, ms of the processor\n`);
for (const { name, plain, worst, text } of rows)
  process.stdout.write(
    `${name.padEnd(24)}${plain.toFixed(1).padStart(9)}${worst.toFixed(1).padStart(9)}  ${text}\n`,
  );
