import { PressError, problem } from '../diagnostics/index.ts';
import { loadGuide } from './guide.ts';
import type { Guide } from './loaded.ts';

/**
 * A guide from data in memory, checked as one that is loaded. Places in problems are those of the data written as JSON,
 * with an indent of two.
 * @param data what `guide.yaml` would say: an object, or its YAML
 * @param folder where its pictures and translations lie
 * @throws PressError USAGE for what is no data, and all that `loadGuide` throws
 */
export function guideFrom(data: object | string, options: { readonly folder: string }): Guide {
  const folder: unknown = (options as { readonly folder?: unknown } | undefined)?.folder;
  if (typeof folder !== 'string')
    throw new PressError([
      problem(
        'USAGE',
        'Where the pictures and translations of the guide lie is not said.',
        {},
        "Name their folder: guideFrom(data, { folder: 'my-guide' }).",
      ),
    ]);
  return loadGuide(folder, typeof data === 'string' ? data : written(data));
}

function written(data: object): string {
  const refuse = (why: string) =>
    new PressError([
      problem('USAGE', `The data of the guide ${why}.`, {}, 'Give an object as guide.yaml would say it.'),
    ]);
  if (typeof data !== 'object' || data === null) throw refuse('are no object');
  try {
    // JSON is YAML (YAML 1.2, 1.3), but for two line ends of Unicode, which it takes for spaces.
    return JSON.stringify(data, null, 2).replace(
      /[\u2028\u2029\u0085]/g,
      (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  } catch (error) {
    throw refuse(`cannot be written as JSON: ${(error as Error).message.split('\n')[0]}`);
  }
}
