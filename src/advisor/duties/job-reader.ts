import type { JobDescription } from '../advisor.ts';
import { type Tokenizer, tokenizeLines } from '../extract/tokenize.ts';
import type { Job } from './duty.ts';
import type { DutySignals } from './duty-signals.ts';
import { createLineReader, type LineReading } from './line-reader.ts';
import { familyOf, mixOf, most } from './mix.ts';
import { createTitleReader } from './title-reader.ts';

export interface JobReader {
  /** Reads a job by its lines of work. The title says nothing of the family; it is held against it. */
  read(job: JobDescription): Job;
  /** Reads one line of work. */
  line(text: string): LineReading;
}

/**
 * Opens the reading of jobs. It is pure and total: the order of the lines does not change the family, nor does the title.
 * A line without evidence of its own goes with the rest of the job.
 */
export function createJobReader(signals: DutySignals, split: Tokenizer = tokenizeLines): JobReader {
  const line = createLineReader(signals.lines, split);
  const claimOf = createTitleReader(signals.titles);
  return {
    line,
    read({ title, duties }) {
      const readings = duties.map(line);
      const mix = mixOf(readings);
      const family = familyOf(mix);
      const claim = title === undefined ? null : claimOf(title);
      return {
        family,
        duties: duties.map((text, at) => {
          const { points, evidence } = readings[at] ?? line(text);
          const own = most(points);
          return points[own] > 0
            ? { text, class: own, evidence: [...new Set(evidence[own])] }
            : { text, class: family === 'out-of-scope' ? 'out-of-scope' : most(mix), evidence: [] };
        }),
        titleFits: claim && claim === family,
      };
    },
  };
}
