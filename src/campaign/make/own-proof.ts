import { proofName } from '../store/names.ts';
import type { Store } from '../store/store.ts';

/** Whether the proof of a file is one, whole, and of these bytes and no others. What it says is read by `campaign verify`. */
export async function hasOwnProof(file: string, sha256: string, store: Store): Promise<boolean> {
  const bytes = await store.get(proofName(file));
  if (bytes === undefined) return false;
  try {
    const record: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return record instanceof Object && 'sha256' in record && record.sha256 === sha256;
  } catch {
    return false;
  }
}
