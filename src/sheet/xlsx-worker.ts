/** The thread that reads workbooks, which anybody may have made. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet, type SheetAnswer, type SheetRequest } from './xlsx.ts';

const { request } = workerData as { readonly request: SheetRequest };
async function answer(): Promise<void> {
  const said: SheetAnswer = await readSheet(request).catch((error: unknown) => ({
    fault: `The workbook cannot be read: ${error instanceof Error ? error.message.split('\n')[0]! : String(error)}`,
  }));
  parentPort?.postMessage(said);
}

void answer();
