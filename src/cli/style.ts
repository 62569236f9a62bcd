import pc from 'picocolors';
import { PLAIN, type TextStyle } from '../phrasing/text.ts';

/** Colours where standard output is a terminal; NO_COLOR switches them off, FORCE_COLOR on. */
export const terminalStyle: TextStyle = pc.isColorSupported ? { strong: pc.bold, faint: pc.dim } : PLAIN;
