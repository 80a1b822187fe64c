import type { Faces } from './faces.ts';
import { Memo } from './memo.ts';
import { shapeText, sizeText } from './paragraph.ts';
import type { PreparedParagraph, ShapedText } from './prepared-paragraph.ts';
import type { Breaking, Face, Paragraph, ShapedParagraph } from './types.ts';

/** What a paragraph weighs beside its characters: the objects that hold them. */
const WEIGHT_OF_PARAGRAPH = 100;
const CHARACTERS_KEPT = 200_000;
/** Sizes that a text remembers: copyfitting asks for few. */
const SIZES_KEPT = 4;

/** How much a typesetter did, and how much it found done. */
export interface TypesetterCounts {
  /** Texts shaped. */
  readonly shaped: number;
  /** Shaped texts that were set in other sizes than before. */
  readonly sized: number;
  /** Paragraphs that were remembered. */
  readonly hits: number;
}

/** A shaped text and its paragraphs, the last ones last. */
interface Remembered {
  readonly text: ShapedText;
  readonly sized: PreparedParagraph[];
}

/**
 * Shapes paragraphs, and remembers them by their content: faces, sizes, languages, breaking, text. Glyphs are in font
 * units, so a text is shaped once for all its sizes. What it gives never depends on what it remembers.
 */
export class Typesetter {
  readonly #faces: Faces;
  readonly #memo: Memo<Remembered>;
  readonly #keeps: boolean;
  readonly #stackKeys = new WeakMap<readonly Face[], string>();
  readonly #breakingKeys = new WeakMap<Breaking, string>();
  #shaped = 0;
  #sized = 0;
  #hits = 0;

  /**
   * @param faces the only faces that its paragraphs may use
   * @param characters of text that are remembered at most, twice over (two generations); 0: none
   */
  constructor(faces: Faces, { characters = CHARACTERS_KEPT }: { readonly characters?: number } = {}) {
    this.#faces = faces;
    this.#keeps = characters > 0;
    this.#memo = new Memo(characters, ({ text }) => text.paragraph.text.length + WEIGHT_OF_PARAGRAPH);
  }

  get counts(): TypesetterCounts {
    return { shaped: this.#shaped, sized: this.#sized, hits: this.#hits };
  }

  /** Shapes a paragraph once; the same content again costs one look-up. */
  shape(paragraph: Paragraph): ShapedParagraph {
    // Checks the faces, too.
    const key = this.#keyOf(paragraph);
    if (!this.#keeps) return sizeText(this.#shapeText(paragraph), paragraph);
    let remembered = this.#memo.get(key);
    if (remembered === undefined) {
      const text = this.#shapeText(paragraph);
      remembered = { text, sized: [sizeText(text, paragraph)] };
      this.#memo.set(key, remembered);
      return remembered.sized[0]!;
    }
    const { text, sized } = remembered;
    const known = sized.find((prepared) => isAsLarge(prepared.paragraph, paragraph));
    if (known !== undefined) {
      this.#hits++;
      return known;
    }
    this.#sized++;
    const prepared = sizeText(text, paragraph);
    if (sized.length >= SIZES_KEPT) sized.shift();
    sized.push(prepared);
    return prepared;
  }

  /** Forgets every paragraph. */
  clear(): void {
    this.#memo.clear();
  }

  #shapeText(paragraph: Paragraph): ShapedText {
    this.#shaped++;
    return shapeText(paragraph);
  }

  /** Everything that shaping depends on. The text comes last, so that nothing in it can look like a field. */
  #keyOf({ direction, breaking, spans, text }: Paragraph): string {
    let key = `${direction} ${this.#breakingKey(breaking)};`;
    for (const { start, end, faces, digits, language, noWrap, spacing = 0 } of spans)
      key += `${start} ${end} ${noWrap === true ? 1 : 0} ${spacing} ${JSON.stringify(language)}${this.#stackKey(faces)} ${this.#digitsKey(digits)};`;
    return `${key}\n${text}`;
  }

  #breakingKey(breaking: Breaking): string {
    let key = this.#breakingKeys.get(breaking);
    if (key === undefined) {
      key = JSON.stringify(breaking);
      this.#breakingKeys.set(breaking, key);
    }
    return key;
  }

  #digitsKey(face: Face | undefined): string {
    if (face === undefined) return '';
    if (!this.#faces.has(face)) throw new Error('A typesetter takes only open faces of its own Faces');
    return String(face.id);
  }

  #stackKey(stack: readonly Face[]): string {
    let key = this.#stackKeys.get(stack);
    if (key === undefined) {
      if (!stack.every((face) => this.#faces.has(face)))
        throw new Error('A typesetter takes only open faces of its own Faces');
      key = stack.map((face) => ` ${face.id}`).join('');
      this.#stackKeys.set(stack, key);
    }
    return key;
  }
}

/** Are two paragraphs of one text in the same sizes, and their objects equally wide? */
function isAsLarge(a: Paragraph, b: Paragraph): boolean {
  const [wide, other] = [a.objects ?? [], b.objects ?? []];
  return (
    a.spans.every(({ size }, i) => size === b.spans[i]!.size) &&
    wide.length === other.length &&
    wide.every((width, i) => width === other[i])
  );
}
