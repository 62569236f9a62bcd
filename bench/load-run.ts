import { askedQuestions, situationTexts } from './cases.ts';
import { load } from './load.ts';
import { tableOf } from './report.ts';

/** `node bench/load-run.ts [seconds for each rate] [minutes of watching the memory]`: 60 and 10 unless told otherwise. */
const [seconds = 60, minutes = 10] = process.argv.slice(2).map(Number);
const questions = askedQuestions().map(({ question }) => question);
process.stdout.write(`${tableOf(await load(situationTexts(), questions, { seconds, minutes }))}\n`);
