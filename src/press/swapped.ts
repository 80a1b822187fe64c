import type { Guide } from '../content/index.ts';
import { type Problem, problem } from '../diagnostics/index.ts';
import { type Rect, union } from '../geometry/index.ts';
import { type DisplayList, itemText, type TextItem, walkItems } from '../paint/index.ts';

/** What is said of a helpline: its call above or beside its number, and below who answers, when, and where else it is reached. */
const saidKey = /^helplines\.([^.]+)\.(\w+)$/;
/** Where it is written to, and its TTY: numbers that stand below the one that is called. */
const wayOf = /^([^.]+)\.(\w+)$/;

/** So much nearer it must be, pt: lines that follow each other evenly, a number after its call, are no sign. */
const clearly = 2;

/** A call, or a number, where it stands. */
interface Piece {
  readonly name: string;
  readonly rect: Rect;
}

/** Of one text, by its field: call, answers, hours. */
interface Said extends Piece {
  readonly field: string;
}

interface PrintedNumber extends Piece {
  /** By itself: one within a text is what that text speaks of. */
  readonly isAlone: boolean;
  /** Not one that is written to, or of a TTY, nor one that is no helpline's: 911. */
  readonly isCalled: boolean;
}

/** A page, what it says of helplines, and their numbers. */
interface Found {
  readonly page: string;
  readonly said: readonly Said[];
  readonly numbers: readonly PrintedNumber[];
}

/**
 * What is said of one helpline where it goes with the number of another, or with 911, wherever a template or a style put it: who reads it calls
 * somebody else. `HELPLINE_WRONG`. All of it is there, whole and as links, and nothing but its place tells what goes with which. That a
 * number is nowhere the proof tells.
 */
export function swappedProblems(pages: readonly DisplayList[], { data, place }: Guide): Problem[] {
  const { helplines } = data;
  const names = Object.keys(helplines);
  const displayOf = (name: string) => helplines[name]?.display ?? name;
  const isSame = (a: string, b: string) => displayOf(a) === displayOf(b);
  const others = new Set(otherDisplays(data));
  if (names.length + others.size < 2) return [];
  const found = pages.map((page) => piecesOf(page, names, others));
  const isPrinted = ({ name }: Piece) =>
    found.some(({ numbers }) => numbers.some((number) => isSame(number.name, name)));
  return found.flatMap((each) => {
    const strays = [...strayCalls(each, isSame, isPrinted), ...exchanged(each, isSame)];
    const told = new Map(strays.map((stray) => [`${stray.said.name}.${stray.said.field}`, stray]));
    return [...told].map(([key, { said, other }]) => {
      const what = said.field === 'call' ? 'the call' : `"${said.field}"`;
      return problem(
        'HELPLINE_WRONG',
        `${each.page}: ${what} of the helpline "${said.name}" stands beside ${displayOf(other)}, ${helplines[other] === undefined ? 'another number' : `the number of "${other}"`}, and not beside its own, ${displayOf(said.name)}.`,
        { ...place(`helplines.${key}`), page: each.page },
        'Print each helpline’s number beside its own words, as {{> lines}} does, with more room between two helplines than within one.',
      );
    });
  });
}

/** What is said of a helpline, and that whose number it stands beside. */
interface Stray {
  readonly said: Said;
  readonly other: string;
}

type IsSame = (a: string, b: string) => boolean;

const least = ({ name, rect }: Piece, others: readonly Piece[], isSame: IsSame): number =>
  Math.min(...others.flatMap((other) => (isSame(other.name, name) ? [apart(rect, other.rect)] : [])));

/** A call that is nearer to the number of another than to its own, and nearer than the call that is that number's own. */
function strayCalls({ said, numbers }: Found, isSame: IsSame, isPrinted: (call: Piece) => boolean): Stray[] {
  const calls = said.filter(({ field }) => field === 'call');
  return calls.filter(isPrinted).flatMap((call) => {
    const own = Math.min(least(call, numbers, isSame), besideBlock(call, said, numbers, isSame));
    const other = numbers.find((number) => {
      const distance = apart(call.rect, number.rect);
      return (
        number.isAlone &&
        !isSame(number.name, call.name) &&
        distance + clearly < Math.min(own, least(number, calls, isSame))
      );
    });
    return other === undefined ? [] : [{ said: call, other: other.name }];
  });
}

/**
 * How far its number is from a call with all that follows it line by line: a number in the middle beside these words goes with the
 * call above them, which is not on its line.
 */
function besideBlock(
  call: Said,
  said: readonly Said[],
  numbers: readonly PrintedNumber[],
  isSame: IsSame,
): number {
  let block = call.rect;
  for (const { name, field, rect } of said) {
    const down = rect.y - (block.y + block.height);
    const follows = down > -clearly && down < call.rect.height / 2;
    if (
      name === call.name &&
      field !== 'call' &&
      follows &&
      gap(rect.x, rect.width, block.x, block.width) < 0
    )
      block = union(block, rect);
  }
  const beside = numbers.filter(({ rect }) => isOnLine(block, rect));
  if (beside.some(({ name }) => !isSame(name, call.name))) return Number.POSITIVE_INFINITY;
  return least({ ...call, rect: block }, beside, isSame);
}

/**
 * What is said of two helplines alike, and would be nearer to the other's number, or to what stands by that, the other way round. Each
 * by itself may be as near to the one as to the other, where all lines follow each other evenly: which belongs to which the two tell
 * together.
 */
function exchanged({ said, numbers: all }: Found, isSame: IsSame): Stray[] {
  const numbers = all.filter(({ isCalled }) => isCalled);
  // What stands by each number, as far as it was looked through.
  const own: Piece[] = [...numbers];
  const alone: Piece[] = numbers.filter(({ isAlone }) => isAlone);
  const strays: Stray[] = [];
  for (const field of new Set(said.map(({ field }) => field))) {
    const pieces = said.filter((piece) => piece.field === field);
    const found = exchangedOf(pieces, own, alone, isSame);
    strays.push(...found);
    for (const piece of pieces) {
      const name = found.find(({ said }) => said === piece)?.other ?? piece.name;
      own.push({ ...piece, name });
      alone.push({ ...piece, name });
    }
  }
  return strays;
}

function exchangedOf(
  pieces: readonly Said[],
  own: readonly Piece[],
  alone: readonly Piece[],
  isSame: IsSame,
): Stray[] {
  return pieces.flatMap((one, at) =>
    pieces.slice(at + 1).flatMap((two) => {
      if (isSame(one.name, two.name)) return [];
      const from = [least(one, own, isSame), least(two, own, isSame)] as const;
      const to = [
        least({ ...one, name: two.name }, alone, isSame),
        least({ ...two, name: one.name }, alone, isSame),
      ] as const;
      // Without its own number on this page nothing can be held to it; what is nearer to its own stays where it is.
      if (!Number.isFinite(from[0] + from[1]) || to[0] > from[0] + clearly || to[1] > from[1] + clearly)
        return [];
      if (from[0] + from[1] <= to[0] + to[1] + clearly) return [];
      return [
        { said: one, other: two.name },
        { said: two, other: one.name },
      ];
    }),
  );
}

/** Numbers that are declared beside those of helplines, as they are shown. */
function otherDisplays({ numbers = {}, helplines }: Guide['data']): string[] {
  const own = new Set(Object.values(helplines).map(({ display }) => display));
  return Object.values(numbers).flatMap(({ display }) => (own.has(display) ? [] : display));
}

/** What a page says of helplines, their numbers, and others that stand by themselves: 911. */
function piecesOf(page: DisplayList, names: readonly string[], others: ReadonlySet<string>): Found {
  const said = new Map<unknown, Said>();
  const numbers: PrintedNumber[] = [];
  walkItems(page, (item) => {
    if (item.kind !== 'text') return;
    const key = item.owner.kind === 'content' ? item.owner.node.origin.key : undefined;
    const [, way, kind] = wayOf.exec(item.number ?? '') ?? [];
    const [, name = way, field = kind] = saidKey.exec(key ?? '') ?? [];
    if (name !== undefined && field !== undefined && names.includes(name)) {
      const before = said.get(item.paragraph)?.rect ?? item.rect;
      said.set(item.paragraph, { name, field, rect: union(before, item.rect) });
    }
    if (item.number === undefined && others.has(itemText(item)) && isWhole(item))
      numbers.push({ name: itemText(item), rect: item.rect, isAlone: true, isCalled: false });
    const dialled = way ?? item.number;
    if (dialled !== undefined && names.includes(dialled))
      numbers.push({
        name: dialled,
        rect: item.rect,
        isAlone: key === undefined,
        isCalled: way === undefined,
      });
  });
  return { page: page.page, said: [...said.values()], numbers };
}

/** Is it all that its paragraph says? */
const isWhole = (item: TextItem): boolean =>
  itemText({ ...item, start: 0, end: item.paragraph.text.length }) === itemText(item);

/** Eyes go along a line: what stands on it is nearer than what is above or below, and this than what is aslant, pt. */
const along = 1 / 8;
const aslant = 12;

/** How far a call and a number are from each other, pt, as eyes go from the one to the other. */
function apart(a: Rect, b: Rect): number {
  const across = gap(a.x, a.width, b.x, b.width);
  const down = gap(a.y, a.height, b.y, b.height);
  if (isOnLine(a, b)) return along * Math.max(0, across);
  return Math.hypot(Math.max(0, across), Math.max(0, down)) + (across < 0 ? 0 : aslant);
}

const isOnLine = (a: Rect, b: Rect): boolean =>
  -gap(a.y, a.height, b.y, b.height) >= Math.min(a.height, b.height) / 2;

/** What stands between two stretches, below 0 where they share some. */
const gap = (from: number, size: number, to: number, other: number): number =>
  Math.max(to - (from + size), from - (to + other));
