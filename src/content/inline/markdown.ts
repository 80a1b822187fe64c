import MarkdownIt from 'markdown-it';
import { Lettered } from '../../letters/index.ts';

type Parser = ReturnType<typeof MarkdownIt>;
type State = InstanceType<Parser['inline']['State']>;

/**
 * Scripts that do not part words by spaces, and Hangul, whose particles follow a word directly: there a mark stands beside
 * punctuation and letters at once, and opens or closes all the same (the CommonMark amendment “CJK-friendly emphasis”).
 */
export const unparted =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\u3000-\u303f\uff00-\uffef]/u;
const space = /\s/u;
const sign = new Lettered(String.raw`[\p{P}\p{S}]`, 'u');

let parser: Parser | undefined;

/** Marks that texts do not take are parsed too, so that they are refused rather than printed as typed. */
export function markdown(): Parser {
  if (parser !== undefined) return parser;
  parser = MarkdownIt('zero', { html: true }).enable([
    'emphasis',
    'link',
    'escape',
    'autolink',
    'backticks',
    'image',
    'html_inline',
    'entity',
    'newline',
  ]);
  // What is escaped stays apart from what is typed.
  parser.core.ruler.disable('text_join');
  parser.validateLink = () => true;
  parser.normalizeLink = (url: string) => url;
  parser.inline.ruler.at('link', link);
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<State['scanDelims']> {
      return flanking(this, start, canSplitWord);
    }
  };
  return parser;
}

/** Whether a run of marks may open or close (CommonMark 0.31.2, 6.2), as it is for words that no spaces part. */
function flanking(
  { src, posMax }: State,
  start: number,
  canSplitWord: boolean,
): ReturnType<State['scanDelims']> {
  let end = start;
  while (end < posMax && src[end] === src[start]) end++;
  const before = [...src.slice(Math.max(0, start - 2), start)].at(-1) ?? ' ';
  const after = end < posMax ? String.fromCodePoint(src.codePointAt(end)!) : ' ';
  const isOpen = (one: string) => space.test(one) || sign.test(one) || unparted.test(one);
  const isSign = (one: string) => sign.test(one) && !unparted.test(one);
  const left = !space.test(after) && (!isSign(after) || isOpen(before));
  const right = !space.test(before) && (!isSign(before) || isOpen(after));
  return {
    can_open: left && (canSplitWord || !right || sign.test(before)),
    can_close: right && (canSplitWord || !left || sign.test(after)),
    length: end - start,
  };
}

/** `[words](address)` and `[words](address "short one")`: a phrase may be marked with its language and be a link at once, which CommonMark's links cannot. */
function link(state: State, silent: boolean): boolean {
  const { src, pos: start, posMax, md } = state;
  if (src[start] !== '[') return false;
  const end = md.helpers.parseLinkLabel(state, start, false);
  if (end < 0 || src[end + 1] !== '(') return false;
  const destination = md.helpers.parseLinkDestination(src, end + 2, posMax);
  if (!destination.ok) return false;
  const [whole = '', title] = /^(?:[ \n]+"([^"\n]*)")?\)/.exec(src.slice(destination.pos, posMax)) ?? [];
  if (whole === '') return false;
  if (!silent) {
    state.pos = start + 1;
    state.posMax = end;
    const open = state.push('link_open', 'a', 1);
    open.attrSet('href', destination.str);
    if (title !== undefined) open.attrSet('title', title);
    md.inline.tokenize(state);
    state.push('link_close', 'a', -1);
  }
  state.pos = destination.pos + whole.length;
  state.posMax = posMax;
  return true;
}
