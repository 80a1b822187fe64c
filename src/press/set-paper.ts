import { throwIfErrors } from '../diagnostics/index.ts';
import type { HtmlDocument } from '../document/index.ts';
import { checkMargins, type Imposed, impose } from '../imposition/index.ts';
import { papers } from '../product/index.ts';
import { compileTemplate, type View } from '../template/index.ts';
import { engrave } from './engrave.ts';
import type { Equipment } from './equipment.ts';
import { defaultJob } from './job.ts';
import type { Engraving } from './set.ts';

/** What a working paper is set from: a review of a translation, the papers of a campaign. */
export interface PaperToSet extends Pick<Engraving, 'guide' | 'locale' | 'numbers' | 'pictures'> {
  /** Folder among the templates; without a `product.yaml` it is no product, and `print` does not know it. */
  readonly template: string;
  /** Name of its paper. */
  readonly paper: string;
  readonly mostPages: number;
  /** What the template sees as `review`. */
  readonly view: View;
}

/** Size of the text of working papers, and the floor of any text in them, pt. */
export const [paperRem, paperFloor] = [10.5, 9];

/**
 * Sets a working paper on as many plain sheets as it takes, for a desk's printer.
 * @throws PressError with everything that is wrong
 */
export function setPaper(
  { guide, locale, template, paper, mostPages, view, ...own }: PaperToSet,
  equipment: Equipment,
): { readonly document: HtmlDocument; readonly imposed: Imposed } {
  const { folders, stock } = equipment;
  const size = papers[paper]!;
  const { document, pages, ink, problems } = engrave(
    {
      ...own,
      guide,
      locale,
      template: compileTemplate(template, folders.templates, defaultJob.theme, stock),
      facts: {
        product: template,
        form: 'long',
        links: 'words',
        edition: defaultJob.edition,
        paper: { name: paper, ...size, orientation: 'portrait' },
        qr: undefined,
        review: view,
      },
      pages: { flow: size, most: mostPages, name: (index) => `sheet-${index + 1}` },
      fit: { min: paperRem, max: paperRem, step: 1, air: 1 },
      floor: () => paperFloor,
    },
    equipment,
  );
  const imposed = impose(pages, { kind: 'single' }, 'office', { direction: 'ltr', duplex: 'short', ink });
  throwIfErrors([...problems, ...checkMargins(imposed)]);
  return { document, imposed };
}
