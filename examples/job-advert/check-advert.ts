/** Does an advert's title fit the work it lists? The first line is the title, each line with a dash a duty. */
import { readFileSync } from 'node:fs';
import { answerText, openAdvisor } from 'rolefit/advisor';

const [title = '', ...lines] = readFileSync(process.argv[2] ?? 'advert.txt', 'utf8')
  .trim()
  .split('\n');
const duties = lines.filter((line) => line.startsWith('-')).map((line) => line.replace(/^-\s*/, ''));

const advisor = openAdvisor();
const job = advisor.duties({ title, duties });
for (const duty of job.duties) console.log(`${duty.class.padEnd(12)} ${duty.text}`);
console.log(`\nAs a whole: ${job.family}`);

if (job.titleFits === false) {
  console.log(
    `“${title}” does not fit this work. ${answerText(advisor.ask('What does a COO do?'), advisor)}`,
  );
  process.exitCode = 1;
}
