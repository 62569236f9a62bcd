import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { ATTACKS, LENGTH, msOf, PLAIN_TEXT, readersOf } from '../test/security/readers.ts';

/** How long each reader takes over 20,000 characters, plain and spiteful, in ms of the processor: `node bench/readers.ts`. */
const rows = Object.entries(readersOf(openAdvisor())).map(([name, read]) => {
  const plain = msOf(() => read(PLAIN_TEXT));
  const attacks = ATTACKS.map((text) => ({ ms: msOf(() => read(text)), text }));
  const [worst] = attacks.sort((a, b) => b.ms - a.ms);
  return { name, plain, worst: worst?.ms ?? 0, text: JSON.stringify(worst?.text.slice(0, 12)) };
});
process.stdout.write(`${LENGTH} characters, ms of the processor\n`);
for (const { name, plain, worst, text } of rows)
  process.stdout.write(
    `${name.padEnd(24)}${plain.toFixed(1).padStart(9)}${worst.toFixed(1).padStart(9)}  ${text}\n`,
  );
