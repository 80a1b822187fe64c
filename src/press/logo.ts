import type { Guide } from '../content/index.ts';
import { type Problem, problem, warning } from '../diagnostics/index.ts';
import { type Picture, sightOf } from '../image/index.ts';
import { type DisplayList, walkItems } from '../paint/index.ts';
import { readPhotograph } from '../proof/index.ts';

/**
 * `IMAGE_UNSEEN` for a guide's own logo that shows nothing, or that is white on white paper: nobody hears it, and who printed it sees a
 * page that looks right.
 * @param isDark whether pages are black
 */
export function logoProblems(
  pages: readonly DisplayList[],
  { data, place }: Guide,
  isDark: boolean,
): Problem[] {
  const { logo } = data.publisher ?? {};
  if (logo === undefined) return [];
  let printed: Picture | undefined;
  for (const page of pages)
    walkItems(page, (item) => {
      if (item.kind === 'picture' && item.picture.name === logo) printed = item.picture;
    });
  const sight = printed === undefined ? 'colours' : sightIn(printed);
  if (sight === 'nothing')
    return [
      problem(
        'IMAGE_UNSEEN',
        `${logo} shows nothing: all of it is transparent, or lies outside of it.`,
        place('publisher.logo'),
        'Export it again, with what is to be seen; or leave logo out.',
      ),
    ];
  if (sight === 'white' && !isDark)
    return [
      warning(
        'IMAGE_UNSEEN',
        `${logo} is white throughout: on white paper nobody sees it.`,
        place('publisher.logo'),
        'Take the logo that is meant for light grounds: those who have a white one have a dark one too.',
      ),
    ];
  return [];
}

const known = new WeakMap<Picture, ReturnType<typeof sightOf>>();

/** What is seen of a picture, found once. */
function sightIn(picture: Picture): ReturnType<typeof sightOf> {
  let sight = known.get(picture);
  if (sight === undefined) {
    const photograph =
      picture.kind === 'raster' && picture.format === 'jpeg' ? readPhotograph(picture.data) : undefined;
    sight = sightOf(picture, typeof photograph === 'object' ? photograph.samples : undefined);
    known.set(picture, sight);
  }
  return sight;
}
