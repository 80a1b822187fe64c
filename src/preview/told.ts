import { isAbsolute, relative } from 'node:path';
import { catalogue, mostTold, type Place, type Problem } from '../diagnostics/index.ts';
import { readNamed } from '../files/index.ts';
import type { SheetAnatomy } from '../press/index.ts';
import { type Mark, marksOf } from './marks.ts';

/** A problem as the page shows it. */
export interface ToldProblem extends Omit<Problem, 'place'> {
  /** What its code means. */
  readonly meaning: string;
  readonly place: Place;
  readonly marks: readonly Mark[];
}

/** Bytes of a file that a line is shown of, and characters of the line. */
const [largest, longest] = [2_000_000, 400] as const;

/** Problems, errors first, each once, with its line and where it is on the pages. */
export function toldProblems(problems: readonly Problem[], sheets: readonly SheetAnatomy[]): ToldProblem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const errorsFirst = [...unique.values()].sort((a, b) => rank(a) - rank(b));
  return errorsFirst.slice(0, mostTold).map((problem) => ({
    ...problem,
    meaning: catalogue[problem.code],
    place: shown(problem.place),
    marks: marksOf(problem.place, sheets),
  }));
}

const rank = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);

function shown(place: Place): Place {
  const { file, line } = place;
  if (file === undefined) return place;
  const source = place.source ?? (line === undefined ? undefined : lineOf(file, line));
  return {
    ...place,
    file: nearPath(file),
    ...(source === undefined ? {} : { source: source.slice(0, longest) }),
  };
}

/** A path as people write it from where they are. */
export function nearPath(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith('..') || isAbsolute(near) ? file : near;
}

function lineOf(file: string, line: number): string | undefined {
  try {
    return readNamed(file, largest).toString('utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}
