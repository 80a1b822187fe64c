import { allNumbers } from '../numbers/number.ts';
import { type Bounds, grown, intersect, touch } from '../page/matrix.ts';
import type { Annotation, Document, Page } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import type { Letter } from '../reading/area.ts';
import { elementsByNumber, shownBy } from '../reading/link-elements.ts';
import { isBlock, normalize, normalizedTexts, textOfElement } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { count, verdict } from './verdict.ts';

/** Rectangles of links that overlap less than this in both directions touch by rounding, pt. */
const rounding = 1;

/** Every link leads where the guide says, dials what it shows, and lies over no other link. */
export function checkLinkTargets(document: Document, expectation: Expectation): Check {
  const pairs = [
    ...allNumbers(expectation).map(({ display, uri }) => ({ uri, text: normalize(display) })),
    ...expectation.links.map(({ uri, text }) => ({ uri, text: normalize(text) })),
  ];
  const targets = new Set(pairs.map(({ uri }) => uri));
  const wrong: string[] = [];
  let looked = 0;
  document.pages.forEach(({ annotations }, i) => {
    for (const annotation of annotations) {
      looked++;
      const { uri } = annotation;
      if (uri !== undefined && !targets.has(uri)) wrong.push(`page ${i + 1}: a link leads to ${uri}`);
      else if (uri !== undefined && /^(?:tel|sms):/.test(uri)) {
        const text = shownBy(document, annotation);
        if (!pairs.some((pair) => pair.uri === uri && pair.text === text))
          wrong.push(`page ${i + 1}: "${text}" is shown, and ${uri} dialled`);
      }
    }
    for (const [a, b] of overlapping(annotations))
      wrong.push(`page ${i + 1}: the link to ${nameOf(a)} lies over the link to ${nameOf(b)}`);
  });
  return verdict(
    'LINK_WRONG',
    wrong,
    Math.max(1, looked),
    `${count(looked, 'link')} lead where the guide says, and dial what they show.`,
  );
}

const nameOf = ({ uri }: Annotation) => uri ?? 'a place in the file';

/** Links that show the pointer to the disclosure, and open another place of the file. */
export function pointsElsewhere(
  document: Document,
  { pointer, disclosure, texts }: Pick<Expectation, 'pointer' | 'disclosure' | 'texts'>,
): string[] {
  const elements = elementsByNumber(document);
  const shown = normalize(pointer);
  let said: readonly string[] | undefined;
  const isOfDisclosure = (element: Element) => {
    said ??= normalizedTexts(document, texts).filter((_, i) => {
      const { key } = texts[i]!;
      return disclosure.keys.includes(key) || key.startsWith('disclosure.');
    });
    const whole = normalize(wholeText(document, element));
    return said.some((text) => whole.includes(text));
  };
  const known = new Map<Element, boolean>();
  const wrong: string[] = [];
  document.pages.forEach(({ annotations }, i) => {
    for (const annotation of annotations) {
      const { element: number } = annotation;
      const target = number === undefined ? undefined : elements.get(number);
      // Of a file in two languages each half knows its own elements.
      if (target === undefined || !shownBy(document, annotation).includes(shown)) continue;
      let isRight = known.get(target);
      if (isRight === undefined) {
        isRight = isOfDisclosure(target);
        known.set(target, isRight);
      }
      if (!isRight) wrong.push(`page ${i + 1}: "${pointer}" leads elsewhere than to the disclosure`);
    }
  });
  return wrong;
}

/** What an element says, and all that are in it. */
function wholeText(document: Document, element: Element): string {
  const inner = element.kids.map((kid) =>
    kid.kind === 'element' && isBlock(kid.element) ? wholeText(document, kid.element) : '',
  );
  return [textOfElement(document, element), ...inner].join(' ');
}

/** True when a link of the file shows this number, and dials it. */
export function showsLinked(document: Document, { display, uri }: Expectation['numbers'][number]): boolean {
  return document.pages.some(({ annotations }) =>
    annotations.some((link) => link.uri === uri && shownBy(document, link) === normalize(display)),
  );
}

/** Pairs of links that lie over each other, swept from left to right; those of one element are one link. */
function overlapping(annotations: readonly Annotation[]): [Annotation, Annotation][] {
  const found: [Annotation, Annotation][] = [];
  const sorted = annotations.toSorted((a, b) => a.left - b.left);
  let open: Annotation[] = [];
  for (const link of sorted) {
    open = open.filter(({ right }) => right - rounding > link.left);
    for (const other of open)
      if (link.lines.some((line) => other.lines.some((each) => overlap(line, each))))
        found.push([link, other]);
    if (found.length > 0) return found;
    open.push(link);
  }
  return found;
}

function overlap(a: Bounds, b: Bounds): boolean {
  const [left, top, right, bottom] = intersect(a, b);
  return right - left > rounding && bottom - top > rounding;
}

/** Does a link that does not dial the number, or write to it, meet a printing of it, be that content or a repeated band? */
export function isUnderOtherLink(
  { annotations }: Page,
  letters: readonly Letter[],
  uris: ReadonlySet<string>,
): boolean {
  const others = annotations.filter(({ uri }) => uri === undefined || !uris.has(uri));
  const [first] = letters;
  if (others.length === 0 || first === undefined) return false;
  // Around all of them, and more: where no link comes near, none meets a sign.
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { run, index, advance } of letters) {
    const [x, y, reach] = [run.glyphs.xs[index]!, run.glyphs.ys[index]!, run.size + advance];
    left = Math.min(left, x - reach);
    top = Math.min(top, y - reach);
    right = Math.max(right, x + reach);
    bottom = Math.max(bottom, y + reach);
  }
  const around: Bounds = [left, top, right, bottom];
  if (!others.some(({ lines }) => lines.some((line) => touch(around, line)))) return false;
  return letters.some(({ run, index, advance }) => {
    const [x, y] = [run.glyphs.xs[index]!, run.glyphs.ys[index]!];
    // Digits are about as high as capitals: seven tenths of the size.
    const [up, along] = [run.size * 0.7, advance];
    const [ex, ey] = [x + run.dx * along + run.dy * up, y + run.dy * along - run.dx * up];
    const box: Bounds = [Math.min(x, ex), Math.min(y, ey), Math.max(x, ex), Math.max(y, ey)];
    // A link that goes on beside the number touches it by rounding.
    const own = grown(box, -rounding / 2);
    return others.some(({ lines }) => lines.some((line) => touch(own, line)));
  });
}
