import type { LanguageRow } from '../locale/index.ts';
import { type Face, inkSpan, scripts } from '../text/index.ts';
import { scriptParts, shippedTexts } from './face-coverage.ts';
import { shippedFolders } from './folders.ts';

/**
 * The leading of a language for faces of a user's own, which may draw taller letters than those of the press that it was chosen
 * for: as much more as theirs reach further up and down in the texts that ship, and no more than keeps any two lines apart.
 */
export function ownLeading(
  own: readonly Face[],
  usual: Face,
  leading: number,
  { tag, row }: { readonly tag: string; readonly row: LanguageRow },
): number {
  const parts = scriptParts[row.script] ?? [row.script];
  const words = new Set(shippedTexts(tag, shippedFolders().locales).match(/[\p{L}\p{M}\u200c\u200d]+/gu));
  const written = [...words].filter((word) => parts.includes(scripts(word)[0]!));
  const setting = { script: parts[0]!, language: tag, rightToLeft: row.direction === 'rtl' };
  const heightOf = (face: Face): number => {
    const { above, below } = inkSpan(face, written, setting);
    return above + below;
  };
  const before = heightOf(usual);
  return Math.max(
    leading,
    ...own.map(heightOf).map((height) => Math.min(height, (leading * height) / before)),
  );
}
