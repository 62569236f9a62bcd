import { parseArgs } from 'node:util';
import { SET_NAMES } from './sets.ts';

export interface Options {
  help: boolean;
  /** Names of the sets to run; all when empty. */
  sets: readonly string[];
  errors: boolean;
  /** Refresh the tables in docs/evaluation.md. */
  write: boolean;
  /** Draw docs/evaluation-margin.svg. */
  svg: boolean;
  /** Figures as JSON: to the file, or to stdout in place of the tables. */
  json: { file?: string } | undefined;
}

/** Wrong usage: one sentence for stderr, exit code 2. */
export class UsageError extends Error {
  readonly code = 'usage';
}

export const HELP = `npm run eval -- [--set NAME]... [--errors] [--json [FILE]] [--write] [--svg]
  --set NAME     only this set; may be given more than once
  --errors       each miss with its facts, rules or passages
  --json [FILE]  the figures as JSON, to FILE or in place of the tables
  --write        refresh the tables in docs/evaluation.md
  --svg          draw docs/evaluation-margin.svg
Sets: ${SET_NAMES.join(', ')}
`;

/** @throws UsageError whose message is a sentence for the person. */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const sets = values.set ?? [];
  const unknown = sets.find((name) => !SET_NAMES.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no set "${unknown}"; use one of ${SET_NAMES.join(', ')}.`);
  }
  const [file, ...more] = positionals;
  const surplus = values.json ? more[0] : file;
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is not an option; see --help.`);
  if (sets.length > 0 && (values.write || values.svg)) {
    throw new UsageError('What goes into the documents comes from all sets; leave out --set.');
  }
  if (values.errors && values.json && file === undefined) {
    throw new UsageError('The misses would stand among the JSON; give --json a file.');
  }
  return {
    help: values.help ?? false,
    sets,
    errors: values.errors ?? false,
    write: values.write ?? false,
    svg: values.svg ?? false,
    json: values.json ? { ...(file !== undefined && { file }) } : undefined,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        set: { type: 'string', multiple: true },
        errors: { type: 'boolean' },
        json: { type: 'boolean' },
        write: { type: 'boolean' },
        svg: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (cause) {
    const [sentence] = cause instanceof Error ? cause.message.split('. ') : [];
    throw new UsageError(`${sentence ?? 'The options cannot be read'}; see --help.`, { cause });
  }
}
