import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { dueAtOnce } from './digests.ts';
import { tableOf } from './report.ts';

/** `node bench/digests-run.ts [workspaces]`: so many digests due in one minute, ten thousand unless told otherwise. */
const workspaces = Number(process.argv[2] ?? 10_000);
process.stdout.write(`${tableOf(await dueAtOnce(openAdvisor(), workspaces))}\n`);
