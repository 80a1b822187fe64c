import { columnOf, type Fold, type FoldStep } from './folds.ts';

/** One panel of the sheet: what is seen of it from above, and from below. */
interface Leaf {
  readonly row: number;
  readonly column: number;
  readonly up: string;
  readonly down: string;
  /** It was turned about a horizontal line: what stood upright stands upside down. */
  readonly upside: boolean;
}

type Pile = readonly Leaf[];

/**
 * Folds a sheet by its steps, and says what is wrong with them: one that cannot be folded, a sheet that does not come
 * together in one pile, a panel that lies between two others and is no narrower, a page that is upside down for who opens
 * it. Empty: nothing.
 */
export function foldingFaults(fold: Fold): string[] {
  const faults: string[] = [];
  const [rows, columns] = [fold.inside.length, fold.inside[0]!.length];
  let grid = flatSheet(fold);
  /** From the open sheet to the pile. */
  const stages = [grid];
  for (const step of fold.folding) {
    const lines = isAcross(step) ? rows : columns;
    const next = step.line < lines ? folded(grid, step) : undefined;
    if (next === undefined) {
      faults.push(`${stepName(step)}: there is no such line, or too little paper beside it`);
      return faults;
    }
    grid = next;
    stages.push(grid);
    if (rows === 1) faults.push(...tooWide(fold, grid, step));
  }
  if (grid.flat().filter((pile) => pile.length > 0).length !== 1)
    faults.push('the sheet does not come together in one pile');
  return [...faults, ...upsideDown(fold, stages)];
}

const isAcross = ({ part }: FoldStep) => part === 'top' || part === 'bottom';
const stepName = ({ line, part, goes }: FoldStep) => `{ line: ${line}, part: ${part}, goes: ${goes} }`;

function flatSheet({ inside, outside }: Fold): readonly (readonly Pile[])[] {
  return inside.map((names, row) =>
    names.map((up, column): Pile => {
      const down = outside[row]!.at(-1 - column)!;
      return [{ row, column, up, down, upside: false }];
    }),
  );
}

/** Undefined where the part would come to lie beyond the sheet. */
function folded(
  grid: readonly (readonly Pile[])[],
  { line, part, goes }: FoldStep,
): readonly (readonly Pile[])[] | undefined {
  const across = part === 'top' || part === 'bottom';
  const isMoved = (at: number) => (part === 'left' || part === 'top' ? at < line : at >= line);
  const next = grid.map((row) => row.map((pile): Pile => pile));
  for (const [r, row] of grid.entries())
    for (const [c, pile] of row.entries()) {
      if (pile.length === 0 || !isMoved(across ? r : c)) continue;
      const [to, of] = across ? [2 * line - 1 - r, c] : [r, 2 * line - 1 - c];
      const target = next[to]?.[of];
      if (target === undefined) return undefined;
      const turned = pile.toReversed().map((leaf) => ({
        ...leaf,
        up: leaf.down,
        down: leaf.up,
        upside: across !== leaf.upside,
      }));
      next[to]![of] = goes === 'over' ? [...turned, ...target] : [...target, ...turned];
      next[r]![c] = [];
    }
  return next;
}

/** Panels that a fold closes in between the two that it joins: their edge would meet it. */
function tooWide(fold: Fold, grid: readonly (readonly Pile[])[], { line }: FoldStep): string[] {
  const pile = grid[0]!.find((each) => each.some(({ column }) => column === line))!;
  const ends = [line - 1, line].map((at) => pile.findIndex(({ column }) => column === at));
  if (ends.includes(-1)) return [];
  const between = pile.slice(Math.min(...ends) + 1, Math.max(...ends));
  const said = (of: Readonly<Record<string, number>>, column: number) =>
    Object.entries(of).find(([name]) => columnOf(fold, name) === column)?.[1];
  const steps = (column: number) => said(fold.narrower, column) ?? 0;
  const share = (column: number) => said(fold.shares, column) ?? 1;
  const around = Math.max(steps(line - 1), steps(line));
  const [least, most] = [share(line - 1), share(line)].toSorted((a, b) => a - b);
  return (
    between
      .filter(({ column }) => steps(column) <= around)
      // The two wings of a gate lie beside each other.
      .filter(({ column }) => share(column) + least! > most!)
      .map(
        ({ column }) => `${fold.inside[0]![column]} is folded in, and no narrower than what it lies between`,
      )
  );
}

/** Pages that are upside down where who opens the sheet first sees them. */
function upsideDown(fold: Fold, stages: readonly (readonly (readonly Pile[])[])[]): string[] {
  const seen = new Map<string, boolean>();
  for (const grid of stages.toReversed())
    for (const pile of grid.flat()) {
      const [top, bottom] = [pile[0], pile.at(-1)];
      for (const [name, leaf] of [
        [top?.up, top],
        [bottom?.down, bottom],
      ] as const)
        if (name !== undefined && !seen.has(name))
          seen.set(name, leaf!.upside !== fold.turned.includes(name));
    }
  return [...seen].flatMap(([name, isUpside]) =>
    isUpside ? [`${name} is upside down for who opens the sheet: say turned: [${name}]`] : [],
  );
}
