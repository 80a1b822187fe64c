import {
  besideNumeral,
  type DeclaredNumber,
  declaredIn,
  dialableFaults,
  filled,
  type InlineNode,
  isBlank,
  numberFaults,
  parseInline,
  rememberedPair,
} from '../content/index.ts';
import { PressError, type Problem } from '../diagnostics/index.ts';
import { exchangedNumbers } from './faults/exchanged.ts';
import { exchangedHours } from './faults/exchanged-hours.ts';
import { exchangedWays } from './faults/exchanged-ways.ts';
import { numberInPlace } from './faults/in-place.ts';
import { numberLost } from './faults/lost.ts';
import { numbersMadeUp } from './faults/made-up.ts';
import { otherCount } from './faults/other-count.ts';
import { otherDay } from './faults/other-day.ts';
import { otherHalf } from './faults/other-half.ts';
import { otherMeasure } from './faults/other-measure.ts';
import { otherMonth } from './faults/other-month.ts';
import { otherSpan } from './faults/other-span.ts';
import { rangeTurnedRound } from './faults/turned-round.ts';
import { sameLanguage } from './language.ts';
import { lostName, marksIn, otherLabel, otherMarks, plain } from './marks.ts';
import {
  numbersIn,
  partMadeWhole,
  standsBesideDigits,
  wholeNumber,
  withPartsApart,
} from './quantities/numbers.ts';

/** Where a value is put into a word. */
export const placeholder = /\{\{\s*[\w.]+\s*\}\}/g;

/** Fewer words can be a name, which is the same in both languages. */
const fewestWords = 4;

/** Texts that are names, or say where somebody is: they stay as they are written, marked as the language that they are in. */
const names = /^(?:guide:)?(?:publisher\.(?:name|address)|review\.by|sources\.[^.]+)$/;

/**
 * Everything that is looked for in the translation of a text: the first that is wrong with it.
 * @param key of the text in the guide
 */
export function faultOfText(
  source: string,
  from: string,
  translated: string,
  to: string,
  declared: readonly DeclaredNumber[],
  key = '',
): string | undefined {
  const broken = brokenBy(source, translated, from, to);
  if (broken !== undefined) return broken;
  const [said, again] = [parseInline(source), parseInline(translated)];
  const [saidPlain, againPlain] = [said, again].map(written) as [string, string];
  return (
    undeclared(numberFaults(again, declared, {}, new Set(numbersIn(source)))) ??
    undeclared(besideNumeral(key.replace(/^guide:/, ''), again, declared, {})) ??
    lostNumber(saidPlain, againPlain, declared) ??
    exchangedNumbers(said, again) ??
    exchangedWays(said, from, again, to, declared) ??
    exchangedHours(said, from, again, to, declared) ??
    otherMeasure(saidPlain, from, againPlain, to) ??
    otherCount(saidPlain, from, againPlain, to) ??
    otherSpan(saidPlain, from, againPlain, to) ??
    otherDay(saidPlain, from, againPlain, to) ??
    otherMonth(saidPlain, from, againPlain, to) ??
    otherHalf(saidPlain, from, againPlain, to) ??
    numberLost(saidPlain, from, againPlain, to) ??
    numberInPlace(saidPlain, from, againPlain, to) ??
    rangeTurnedRound(saidPlain, againPlain, to) ??
    untranslatedAt(key, source, from, translated, to)
  );
}

/** What a text says without its marks, its letters composed: 십 is one, and not three. */
const written = (nodes: readonly InlineNode[]): string => withPartsApart(plain(nodes)).normalize('NFC');

/** A declared number that the source says as it is typed, and the translation nowhere: whoever reads it knows whom to call no more. */
function lostNumber(
  source: string,
  translated: string,
  declared: readonly DeclaredNumber[],
): string | undefined {
  const said = declaredIn(source, declared);
  if (said.length === 0) return undefined;
  const again = new Set(declaredIn(translated, declared).map(({ display }) => display));
  const lost = said.find(({ display }) => !again.has(display));
  return lost === undefined ? undefined : `lacks the number ${lost.display}, which its source has`;
}

/** The same of a word of the products. */
export function faultOfWord(
  source: string,
  from: string,
  translated: string,
  to: string,
  declared: readonly DeclaredNumber[],
): string | undefined {
  return (
    brokenWord(source, translated, from, to) ??
    undeclared(dialableFaults(translated.replace(placeholder, filled), declared, {})) ??
    untranslated(source, from, translated, to)
  );
}

/** The first number that could be dialled and is not as the guide declares it. */
function undeclared([fault]: readonly Problem[]): string | undefined {
  return fault === undefined
    ? undefined
    : `has a number that is not as the guide declares it: ${fault.message.replace(/\.$/, '')}`;
}

/** The same of a text of the guide by its key. */
function untranslatedAt(
  key: string,
  source: string,
  from: string,
  translated: string,
  to: string,
): string | undefined {
  const isName = names.test(key);
  if (isName && translated.includes('](lang:')) return undefined;
  const told = untranslated(source, from, translated, to);
  return told !== undefined && isName
    ? `${told}; a name, a reference or an address that stays so is marked with its language, [${source.trim().slice(0, 40)}](lang:${from})`
    : told;
}

function untranslated(source: string, from: string, translated: string, to: string): string | undefined {
  return isUntranslated(source, from, translated, to) ? 'is still the source’s text' : undefined;
}

/** What the translation of a text of a guide lost or made up, against its source; each in its language. */
export function brokenBy(source: string, translated: string, from = 'en', to = 'en'): string | undefined {
  return faultBetween(`${from} ${source}`, `${to} ${translated}`) || undefined;
}

/** The same, empty where nothing is wrong; kept, as it does not depend on the guide's numbers. No tag has a space. */
const faultBetween = rememberedPair((source, translated) => {
  const of = (tagged: string) =>
    [tagged.slice(0, tagged.indexOf(' ')), tagged.slice(tagged.indexOf(' ') + 1)] as const;
  const [[from, said], [to, again]] = [of(source), of(translated)];
  return lostOrMadeUp(said, again, from, to) ?? '';
});

function lostOrMadeUp(
  source: string,
  translated: string,
  sourceTag: string,
  tag: string,
): string | undefined {
  const parsed = parsedBoth(source, translated);
  if (typeof parsed === 'string') return parsed;
  const [from, to] = parsed;
  const other = otherMarks(marksIn(from), marksIn(to));
  if (other !== undefined)
    return `has other marks (bold, links, languages or helplines) than its source: ${other}`;
  return (
    otherPlaceholders(source, translated) ??
    otherLabel(from, to) ??
    lostName(from, to, sourceTag) ??
    unlike(written(from), written(to), sourceTag, tag)
  );
}

/** The same of a word of the products, which has values put in, and no marks that its source has not. */
export function brokenWord(
  source: string,
  translated: string,
  sourceTag = 'en',
  tag = 'en',
): string | undefined {
  const parsed = parsedBoth(source, translated);
  if (typeof parsed === 'string') return parsed;
  const [from, to] = parsed;
  const isPlain = (nodes: readonly InlineNode[], text: string) => plain(nodes) === text && nodes.length <= 1;
  if (isPlain(from, source) && !isPlain(to, translated))
    return 'has marks, which its source does not have (write it without * _ [ ] ` & and \\)';
  const values = (text: string) => text.replace(placeholder, filled).normalize('NFC');
  return otherPlaceholders(source, translated) ?? unlike(values(source), values(translated), sourceTag, tag);
}

/**
 * A whole sentence that is still in the source's language; both parse. Languages of one base may share sentences, and
 * words that are marked as another language's are the same in all.
 */
export function isUntranslated(source: string, sourceTag: string, translated: string, tag: string): boolean {
  if (sameLanguage(sourceTag, tag)) return false;
  const isMarked = (node: InlineNode) => node.kind === 'language' && sameLanguage(node.tag, sourceTag);
  const parsed = (text: string) => parseInline(text.replace(placeholder, ''));
  // All of it marked as the source's language is no translation either.
  const isSame =
    source.trim() === translated.trim() ||
    (translated.includes('](lang:') && wordsOutside(parsed(translated), isMarked) === 0);
  return isSame && wordsOutside(parsed(source), ({ kind }) => kind === 'language') >= fewestWords;
}

/** Words of a text that stand in none of the nodes that are left out. */
function wordsOutside(nodes: readonly InlineNode[], isLeftOut: (node: InlineNode) => boolean): number {
  const said = (inner: readonly InlineNode[]): string =>
    inner
      .map((node) => {
        if (isLeftOut(node) || node.kind === 'helpline') return '';
        return node.kind === 'text' ? node.text : said(node.children);
      })
      .join('');
  return (said(nodes).match(/\p{L}+/gu) ?? []).length;
}

function parsedBoth(
  source: string,
  translated: string,
): string | readonly [readonly InlineNode[], readonly InlineNode[]] {
  try {
    return [parseInline(source), parseInline(translated)];
  } catch (error) {
    if (error instanceof PressError)
      return `has a mark that texts do not take: ${error.problems[0]!.message.replace(/\.$/, '')}`;
    throw error;
  }
}

/** What holds for texts and words alike. */
function unlike(source: string, translated: string, from: string, to: string): string | undefined {
  if (isBlank(translated)) return 'has no words that can be seen';
  const [made] = numbersMadeUp(source, translated, from, to);
  if (made !== undefined)
    return `has the number ${wholeNumber(made, translated)}, which its source does not have`;
  const whole = partMadeWhole(translated, source);
  if (whole !== undefined) return `has ${whole}, which its source has as a part of one only`;
  if (standsBesideDigits(translated, source))
    return 'has a digit beside a number that is put in: together they read as another number';
  return /\p{L}{2}/u.test(source) && !/\p{L}|24 ?[/x×] ?7/u.test(translated)
    ? 'has no letters, and its source has'
    : undefined;
}

function otherPlaceholders(source: string, translated: string): string | undefined {
  const of = (text: string) => (text.match(placeholder) ?? []).sort().join();
  if (/\$t\(/.test(translated) && !/\$t\(/.test(source)) return 'has another word put into it: $t(…)';
  const rest = translated.replace(placeholder, '');
  return of(source) !== of(translated) ||
    (rest.includes('{{') && !source.replace(placeholder, '').includes('{{'))
    ? 'has other placeholders than its source'
    : undefined;
}
