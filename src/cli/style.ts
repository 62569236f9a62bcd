import pc from 'picocolors';
import type { TextStyle } from '../phrasing/text.ts';

/** What decides about colours: where the output goes, and what the person wishes. */
export interface ColourSource {
  stdout: { isTTY?: boolean };
  env: NodeJS.ProcessEnv;
}

/** Colours where standard output is a terminal; NO_COLOR switches them off, FORCE_COLOR on. */
export function terminalStyle(source: ColourSource): TextStyle {
  const { bold, dim } = pc.createColors(hasColours(source));
  return { strong: bold, faint: dim };
}

function hasColours({ stdout, env: { NO_COLOR, FORCE_COLOR, TERM } }: ColourSource): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return stdout.isTTY === true && TERM !== 'dumb';
}
