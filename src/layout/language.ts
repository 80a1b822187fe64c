import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Breaking, TextSpan } from '../text/index.ts';
import type { Context } from './box.ts';
import type { FamilySetting } from './types.ts';

export function familyOf(context: Context, element: DocumentElement, style: ComputedStyle): FamilySetting {
  return context.input.language(element.lang).families[style.fontFamily];
}

/** The faces of a text in a style. */
export function facesOf(
  family: FamilySetting,
  { fontWeight }: Pick<ComputedStyle, 'fontWeight'>,
): Pick<TextSpan, 'faces' | 'digits'> {
  const weight = fontWeight === 700 ? 'bold' : 'regular';
  const { digits } = family;
  return { faces: family[weight], ...(digits === undefined ? {} : { digits: digits[weight] }) };
}

/** How a language breaks its lines; a style may ask for whole phrases where the language has no rule of its own. */
export function breakingOf(context: Context, element: DocumentElement): Breaking {
  const { breaking } = context.input.language(element.lang);
  const { wordBreak } = context.styled.style(element);
  return wordBreak === 'auto-phrase' && breaking.words === 'normal' ? byPhrases(breaking) : breaking;
}

/** One object for one, so that a typesetter knows it again. */
const phrased = new WeakMap<Breaking, Breaking>();

function byPhrases(breaking: Breaking): Breaking {
  let known = phrased.get(breaking);
  if (known === undefined) {
    known = { ...breaking, words: 'auto-phrase' };
    phrased.set(breaking, known);
  }
  return known;
}
