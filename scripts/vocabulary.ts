/**
 * `npx tsx scripts/vocabulary.ts` writes docs/css.md and docs/html.md from the tables of the code, with pictures that the
 * press itself sets and paints. `tests/style/vocabulary.test.ts` holds that the pages are fresh.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ElementRule, elements } from '../src/document/index.ts';
import { groups, reference } from '../src/style/index.ts';
import { demos } from './vocabulary/demos.ts';
import { demoPicture } from './vocabulary/picture.ts';

/** Files by their path below `docs/`. */
export function vocabularyPages(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const group of groups)
    demos[group].forEach((demo, i) => {
      files.set(pictureName(group, i), demoPicture(demo));
    });
  files.set('css.md', cssPage());
  files.set('html.md', htmlPage());
  return files;
}

const pictureName = (group: string, i: number) => `vocabulary/${group.replaceAll(' ', '-')}-${i + 1}.svg`;
const code = (name: string) => `\`${name}\``;

function cssPage(): string {
  const { properties, shorthands, page } = reference();
  const sections = groups.map((group) => {
    const rows = properties
      .filter((row) => row.group === group)
      .map(
        ({ names, takes, on, initial, inherited }) =>
          `| ${names.map(code).join(', ')} | ${takes} | ${initial} | ${inherited ? 'yes' : 'no'} | ${on} |`,
      );
    const pictures = demos[group].map(
      ({ css }, i) =>
        `![${group}, as the style beside it sets them](${pictureName(group, i)})\n\n\`\`\`css\n${css}\n\`\`\`\n`,
    );
    const title = `## ${group[0]!.toUpperCase()}${group.slice(1)}`;
    const table = `| property | values | initial | inherited | applies to |\n|---|---|---|---|---|\n${rows.join('\n')}`;
    return `${title}\n\n${table}\n${pictures.map((picture) => `\n${picture}`).join('')}`;
  });
  const short = shorthands.map(({ name, takes }) => `| ${code(name)} | ${takes} |`).join('\n');
  return `# CSS

The whole vocabulary: a property, value or selector that is not here is an error, with the nearest name as a hint. What browsers
know under the same name does the same here: block, inline, list, table, grid, flex and columns are compared with Chromium, case
by case, in \`tests/conformance/layout\`. Made from \`src/style/longhands.ts\` by \`npx tsx scripts/vocabulary.ts\`; how products
use it is in [templates.md](templates.md), the elements in [html.md](html.md).

Lengths are in \`pt\`, \`mm\`, \`cm\`, \`in\`, \`px\`, \`rem\`, \`em\`, \`ch\` (half an em), \`vw\` and \`vh\` (hundredths of the first page’s width and height), by \`calc()\`, also with percentages, \`min()\`, \`max()\` and \`clamp()\`;
colours are \`#rgb\`, \`#rrggbb\`, \`rgb()\`, \`hsl()\`, \`cmyk()\` (shown as sRGB shows it), a name of CSS, or \`currentcolor\`. Sides and
corners are logical, so that pages turn with the direction of the writing. \`var()\` takes custom properties.

Selectors: type, class, id, attribute (that there is one; of \`id\`, \`class\`, \`lang\`, \`dir\`, \`src\`, \`data-label\` also which, and \`[src^="qr:"]\` which kind of picture), child,
descendant and sibling combinators, \`:root\`, \`:first-child\`, \`:last-child\`, \`:nth-child()\`, \`:not()\`, \`:is()\`, \`:lang()\`, \`:dir()\`; at the end
\`::before\` and \`::after\`.

${sections.join('\n')}
## Other names

| name | takes |
|---|---|
${short}

## @page

\`@page\` and \`@page <name>\` take ${page.map(code).join(', ')}, and the boxes \`@top-center\` and \`@bottom-center\` with \`content: element(<name>)\`,
\`none\`, or numbers of pages and marks, in their middle: \`counter(page) " / " counter(pages)\`.
`;
}

function htmlPage(): string {
  const rows = Object.entries<ElementRule>(elements).map(([name, rule]) => {
    const inside = rule.parents?.map((parent) => code(parent)).join(', ') ?? '';
    const attributes = rule.attributes.map(code).join(', ');
    return `| ${code(name)} | ${rule.display} | ${rule.contains} | ${inside} | ${attributes} | ${rule.structure ?? '–'} |`;
  });
  return `# HTML

The whole vocabulary: an element or attribute that is not here is an error, with the nearest name as a hint. Each takes \`id\`, \`class\`,
\`lang\` and \`dir\` too. The last column is what the element becomes in the PDF (ISO 32000-1 14.8.4); – stands for an element whose
content belongs to the one around it. Made from \`src/document/elements.ts\` by \`npx tsx scripts/vocabulary.ts\`; how products use it is in
[templates.md](templates.md), the styles in [css.md](css.md).

| element | is set as | holds | stands in | attributes | PDF |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  const docs = join(resolve(import.meta.dirname, '..'), 'docs');
  mkdirSync(join(docs, 'vocabulary'), { recursive: true });
  for (const [path, text] of vocabularyPages()) writeFileSync(join(docs, path), text);
}
