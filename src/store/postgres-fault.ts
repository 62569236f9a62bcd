import { StoreError, type StoreFault } from './errors.ts';

const UNREACHABLE =
  'PostgreSQL cannot be reached. Check that it runs and that DATABASE_URL names its host, port and database.';
const REFUSED =
  'PostgreSQL refused DATABASE_URL. Check its user, password and database, and what the user may do.';

/** SQLSTATEs and errors of the network, by what they mean for whoever runs Rolefit. */
const FAULTS: Readonly<Record<string, readonly [StoreFault, string]>> = {
  '28000': ['refused', REFUSED],
  '28P01': ['refused', REFUSED],
  '3D000': ['refused', REFUSED],
  '42501': ['refused', REFUSED],
  '25006': ['read_only', 'PostgreSQL is read-only. Let DATABASE_URL name the primary server.'],
  '53100': ['full', "PostgreSQL's disk is full, so nothing more was written. Make room and try again."],
  '53300': [
    'unreachable',
    'PostgreSQL has no connection left. Raise its max_connections or run fewer instances.',
  ],
  '57P01': ['unreachable', UNREACHABLE],
  '57P02': ['unreachable', UNREACHABLE],
  '57P03': ['unreachable', UNREACHABLE],
  ECONNREFUSED: ['unreachable', UNREACHABLE],
  ECONNRESET: ['unreachable', UNREACHABLE],
  EPIPE: ['unreachable', UNREACHABLE],
  ENOENT: ['unreachable', UNREACHABLE],
  ENOTFOUND: ['unreachable', UNREACHABLE],
  EAI_AGAIN: ['unreachable', UNREACHABLE],
  ETIMEDOUT: ['unreachable', UNREACHABLE],
  EHOSTUNREACH: ['unreachable', UNREACHABLE],
  ENETUNREACH: ['unreachable', UNREACHABLE],
};

/** The driver's own errors have no code, only these words. */
const LOST = /^(Connection terminated|timeout (exceeded|expired)|Client has encountered a connection error)/i;

/** The fault as a StoreError with a sentence, never with DATABASE_URL itself; what is none of the database's goes up as it is. */
export function postgresFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const [code, sentence] = FAULTS[String((error as { code?: string }).code)] ?? [];
  if (code !== undefined && sentence !== undefined) return new StoreError(code, sentence, { cause: error });
  if (/after calling end on the pool/.test(error.message))
    return new StoreError('closed', 'The store is closed.', { cause: error });
  return LOST.test(error.message) ? new StoreError('unreachable', UNREACHABLE, { cause: error }) : error;
}
