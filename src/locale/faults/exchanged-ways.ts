import {
  type DeclaredNumber,
  displays,
  type InlineNode,
  plainText,
  splitAtNumbers,
} from '../../content/index.ts';
import { unparted } from '../quantities/whole-word.ts';
import { sentenceEnd } from './exchanged.ts';
import { wayWords } from './way-words.ts';

type Way = 'call' | 'write';

/** What says of a number, on either side of it, up to the next and to the end of its sentence. */
interface Sides {
  readonly number: DeclaredNumber;
  readonly before: string;
  readonly after: string;
  /** The first of its sentence. */
  readonly isFirst: boolean;
}

/**
 * Two numbers that changed places within a sentence: “Call 988 or text 741741”, and in the translation 741741 is called and 988 written
 * to. Told where each is said to be called, or written to, in both languages, and each is what the other was.
 */
export function exchangedWays(
  source: readonly InlineNode[],
  from: string,
  translated: readonly InlineNode[],
  to: string,
  declared: readonly DeclaredNumber[],
): string | undefined {
  if (declared.length < 2) return undefined;
  const said = waysOf(source, from, declared);
  if (said.size < 2) return undefined;
  const again = waysOf(translated, to, declared);
  const [called] = [...said].find(([number, way]) => way === 'call' && again.get(number) === 'write') ?? [];
  const [written] = [...said].find(([number, way]) => way === 'write' && again.get(number) === 'call') ?? [];
  if (called === undefined || written === undefined) return undefined;
  return `says to write to ${called.display} and to call ${written.display}, and its source the other way round`;
}

/** How the numbers of a text are reached, as far as it says so of each in one way. */
function waysOf(
  nodes: readonly InlineNode[],
  tag: string,
  declared: readonly DeclaredNumber[],
): ReadonlyMap<DeclaredNumber, Way> {
  const text = plainText(nodes, { data: { helplines: displays(declared) } }).normalize('NFC');
  const pieces = splitAtNumbers(text, declared);
  if (pieces.filter((piece) => typeof piece !== 'string').length < 2) return new Map();
  const saidIn = wayIn(tag.split('-')[0]!);
  if (saidIn === undefined) return new Map();
  const ways = new Map<DeclaredNumber, Way | undefined>();
  let isBefore = true;
  for (const { number, before, after, isFirst } of sidesOf(pieces)) {
    // In a language whose verbs stand last what is said of a number follows it.
    if (isFirst) isBefore = saidIn(before) !== undefined;
    const way = saidIn(isBefore ? before : after);
    ways.set(number, ways.has(number) && ways.get(number) !== way ? undefined : way);
  }
  return new Map([...ways].filter((entry): entry is [DeclaredNumber, Way] => entry[1] !== undefined));
}

function sidesOf(pieces: readonly (string | DeclaredNumber)[]): Sides[] {
  const textAt = (i: number) => (typeof pieces[i] === 'string' ? pieces[i] : '');
  let hasOne = false;
  return pieces.flatMap((piece, i) => {
    if (typeof piece === 'string') return [];
    const before = textAt(i - 1).split(sentenceEnd);
    const isFirst = !hasOne || before.length > 1;
    hasOne = true;
    return [{ number: piece, before: before.at(-1)!, after: textAt(i + 1).split(sentenceEnd)[0]!, isFirst }];
  });
}

const known = new Map<string, (text: string) => Way | undefined>();

/** What a stretch of text says in a language, where it says one of the two. */
function wayIn(language: string): ((text: string) => Way | undefined) | undefined {
  const words = wayWords[language];
  if (words === undefined || known.has(language)) return known.get(language);
  const [calls, writes] = words.map(
    (stems) => new RegExp(`(?<!\\p{L})(?:${stems})|${unpartedOf(stems)}`, 'iu'),
  );
  const way = (text: string): Way | undefined => {
    const [isCalled, isWritten] = [calls!.test(text), writes!.test(text)];
    return isCalled === isWritten ? undefined : isCalled ? 'call' : 'write';
  };
  known.set(language, way);
  return way;
}

/** Words of writing without spaces stand anywhere. */
const unpartedOf = (stems: string) => (unparted.test(stems) ? stems : '(?!)');
