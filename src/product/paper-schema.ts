import * as z from 'zod';
import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { YamlSource } from '../files/index.ts';
import { leastSide, lengthPattern, mostSide, type Paper, papers, pointsOf } from './papers.ts';

const withUnit = 'a length with its unit, as 4in, 99mm or 288pt';
const length = z.string(withUnit).regex(lengthPattern, withUnit);

/** A paper of a product's own. */
export const ownPaperSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name is lower case words and digits joined by hyphens')
    .max(40)
    .describe('What it is called, also in names of files'),
  width: length.describe('With its unit: 4in, 99mm'),
  height: length.describe('With its unit: 9in, 210mm'),
});

export const paperSchema = z.union([z.string().meta({ enum: Object.keys(papers) }), ownPaperSchema]);

type Said = z.infer<typeof paperSchema>;

export const paperName = (paper: Said): string => (typeof paper === 'string' ? paper : paper.name);

/** What is wrong with the papers of a product: names of none, sizes of none, one twice. */
export function paperFaults(said: readonly Said[], place: YamlSource['place']): Problem[] {
  const names = said.map(paperName);
  return said.flatMap((paper, i) => {
    const refuse = (message: string, hint: string) => [
      problem('PRODUCT_INVALID', `papers.${i}: ${message}`, place(['papers', i]), hint),
    ];
    const name = paperName(paper);
    if (names.indexOf(name) !== i) return refuse(`${name} stands there twice.`, 'Take one out.');
    if (typeof paper === 'string')
      return Object.hasOwn(papers, paper)
        ? []
        : refuse(`there is no paper "${paper}".`, suggest(paper, Object.keys(papers)));
    if (Object.hasOwn(papers, name))
      return refuse(
        `${name} is a paper of the table already.`,
        'Write its name alone, or give this one another name.',
      );
    if (/(?:^|-)(?:landscape|portrait)$/.test(name))
      return refuse(
        `a paper is not called "${name}".`,
        'Names of files say by that word how a paper lies: say it with orientations.',
      );
    const { width, height } = sizeOf(paper);
    return [width, height].every((side) => side >= leastSide && side <= mostSide)
      ? []
      : refuse(
          `${paper.width} × ${paper.height} is no size of paper.`,
          `A side is from ${leastSide} to ${mostSide} pt long.`,
        );
  });
}

const sizeOf = ({ width, height }: z.infer<typeof ownPaperSchema>): Paper => {
  const sides = [pointsOf(width)!, pointsOf(height)!].toSorted((a, b) => a - b);
  return { width: sides[0]!, height: sides[1]! };
};

/** Sizes of the papers that are a product's own, upright. */
export function ownPapersOf(said: readonly Said[]): Readonly<Record<string, Paper>> {
  return Object.fromEntries(
    said.flatMap((paper) => (typeof paper === 'string' ? [] : [[paper.name, sizeOf(paper)] as const])),
  );
}
