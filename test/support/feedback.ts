import pino from 'pino';
import { ANSWER_FEEDBACK } from '../../src/records/answer-feedback.ts';
import { CHECKS } from '../../src/records/checks.ts';
import { openStore } from '../../src/store/open-store.ts';

/** All feedback that the store of a folder keeps, of the first workspace; nothing else may have the folder open. */
export async function feedbackIn(dataDir: string): Promise<object[]> {
  const store = await openStore(
    { backend: 'sqlite', dataDir, encryptionKeys: [] },
    pino({ level: 'silent' }),
  );
  try {
    const found: object[] = [];
    for await (const { value } of store.documents(CHECKS, 'T0ACMESTD').list()) found.push(...value.feedback);
    for await (const { value } of store.documents(ANSWER_FEEDBACK, 'T0ACMESTD').list()) found.push(value);
    return found;
  } finally {
    await store.close();
  }
}
