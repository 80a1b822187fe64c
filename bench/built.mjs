/**
 * Has the benchmark time what users run: what it imports of `src` comes from `dist`, as `npm run build` makes it. (`tsx`
 * names each function anew wherever it is made, which costs a tenth.) `node --import tsx --import ./bench/built.mjs bench/run.ts`
 */
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const root = pathToFileURL(`${import.meta.dirname}/../`).href;

register(
  `data:text/javascript,${encodeURIComponent(`
    const [src, dist] = ['src/', 'dist/'].map((folder) => ${JSON.stringify(root)} + folder);
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      if (!found.url.startsWith(src)) return found;
      const url = dist + found.url.slice(src.length).replace(/\\.ts(?=$|\\?)/, '.js');
      return { ...found, url, format: 'module' };
    }`)}`,
);
