import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { DisplayItem, DisplayList, PictureItem } from '../paint/index.ts';
import { photographFault } from '../proof/index.ts';

/**
 * Does something with a file that was just written from pages. A photograph in it that is not as every viewer shows it alike is
 * told by its name: whoever printed it cannot know which one the file means.
 * @throws PressError IMAGE_INVALID for each of them, else what `use` throws
 */
export function namingPhotographs<T>(pages: readonly DisplayList[], use: () => T): T {
  try {
    return use();
  } catch (error) {
    const isForeign =
      error instanceof PressError && error.problems.some(({ code }) => code === 'PDF_FOREIGN');
    const found = isForeign ? damaged(pages) : [];
    throw found.length > 0 ? new PressError(found) : error;
  }
}

function damaged(pages: readonly DisplayList[]): Problem[] {
  const pictures = new Set(pages.flatMap(({ items }) => picturesIn(items)).map(({ picture }) => picture));
  return [...pictures].flatMap((picture) => {
    const fault =
      picture.kind === 'raster' && picture.format === 'jpeg' ? photographFault(picture.data) : undefined;
    if (fault === undefined) return [];
    const { name } = picture;
    return [problem('IMAGE_INVALID', `${name} ${fault}.`, { file: name }, 'Save it anew, as a JPEG.')];
  });
}

function picturesIn(items: readonly DisplayItem[]): PictureItem[] {
  return items.flatMap((item) =>
    item.kind === 'picture' ? [item] : item.kind === 'group' ? picturesIn(item.items) : [],
  );
}
