import { Worker } from 'node:worker_threads';
import type { SheetAnswer, SheetRequest } from './xlsx.ts';

/** A sheet of 100,000 places takes five seconds and 500 MB. */
const sheetLimits = { seconds: 120, megabytes: 1500 } as const;

/** Reads a sheet in a thread that is given up when it takes too long or too much memory. */
export async function readSheetApart(
  request: SheetRequest,
  { seconds, megabytes }: { seconds: number; megabytes: number } = sheetLimits,
): Promise<SheetAnswer> {
  const worker = start(request, megabytes);
  try {
    return await new Promise<SheetAnswer>((resolve) => {
      const timer = setTimeout(
        () => resolve({ fault: `Reading the workbook takes more than ${seconds} seconds` }),
        seconds * 1000,
      );
      const end = (answer: SheetAnswer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      worker.on('message', end);
      worker.on('error', (error: NodeJS.ErrnoException) =>
        end({
          fault:
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? `Reading the workbook takes more than ${megabytes} MB`
              : `The workbook cannot be read: ${error.message.split('\n')[0]!}`,
        }),
      );
      worker.on('exit', () => end({ fault: 'The workbook cannot be read' }));
    });
  } finally {
    await worker.terminate();
  }
}

/** Node 20 reads no TypeScript: where this runs from its sources, in tests, a loader is brought in. */
const fromSources =
  "import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.module); });";

function start(request: SheetRequest, maxOldGenerationSizeMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./xlsx-worker.js', import.meta.url), {
      resourceLimits,
      workerData: { request },
    });
  const module = new URL('./xlsx-worker.ts', import.meta.url).href;
  const code = `const { workerData } = require('node:worker_threads'); ${fromSources}`;
  return new Worker(code, { eval: true, workerData: { request, module }, resourceLimits });
}
