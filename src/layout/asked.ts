import { PressError } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import type { Picture } from '../image/index.ts';
import { areAsLarge } from './replaced.ts';
import type { LanguageSetting, LayoutInput } from './types.ts';

/** What the layout of a document asked of the press, and what it was told: other documents are told the same, or not. */
export class Asked {
  /** Asks, and remembers. */
  readonly input: LayoutInput;
  readonly #languages = new Map<string, LanguageSetting>();
  readonly #pictures = new Map<DocumentElement, Picture>();

  constructor(input: LayoutInput) {
    const [languages, pictures] = [this.#languages, this.#pictures];
    this.input = {
      typesetter: input.typesetter,
      pages: input.pages,
      language(tag) {
        let known = languages.get(tag);
        if (known === undefined) {
          known = input.language(tag);
          languages.set(tag, known);
        }
        return known;
      },
      picture(element) {
        let known = pictures.get(element);
        if (known === undefined) {
          known = input.picture(element);
          pictures.set(element, known);
        }
        return known;
      },
    };
  }

  /** Whether pages, letters and languages are those of another document. */
  isToldAs(other: Asked): boolean {
    if (this.input.typesetter !== other.input.typesetter) return false;
    if (!haveSamePages(this.input.pages, other.input.pages)) return false;
    for (const [tag, setting] of other.#languages) if (this.input.language(tag) !== setting) return false;
    return true;
  }

  /** Whether a picture is as large as that of the same element in another document; it was not asked for where it is not laid out. */
  isPictureAs(element: DocumentElement, other: Asked, there: DocumentElement): boolean {
    const before = other.#pictures.get(there);
    if (before === undefined) return true;
    try {
      return areAsLarge(this.input.picture(element), before);
    } catch (error) {
      // It is told where it is laid out.
      if (error instanceof PressError) return false;
      throw error;
    }
  }
}

/** Whether pages are as large, and called the same; those that flow may be called otherwise. */
function haveSamePages(a: LayoutInput['pages'], b: LayoutInput['pages']): boolean {
  if ('flow' in a || 'flow' in b)
    return 'flow' in a && 'flow' in b && a.flow.width === b.flow.width && a.flow.height === b.flow.height;
  return (
    a.length === b.length &&
    a.every(({ name, width, height }, i) => {
      const other = b[i]!;
      return name === other.name && width === other.width && height === other.height;
    })
  );
}
