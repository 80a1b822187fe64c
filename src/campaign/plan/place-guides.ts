import { join, resolve } from 'node:path';
import {
  type GivenPublisher,
  type Guide,
  loadGuide,
  withHelpline,
  withPublisher,
} from '../../content/index.ts';
import { PressError, problem } from '../../diagnostics/index.ts';
import { asSpelled, checkFile, isThere } from '../../files/index.ts';
import { shippedGuides } from '../../press/index.ts';
import type { PlaceValues, Row } from './row.ts';

/** Where the guides of a campaign may lie, beside its own folder. */
export interface GuideFolders {
  /** Folder of the campaign. */
  readonly campaign: string;
  /** Folder with guides, each in a folder of its name. */
  readonly guides?: string | undefined;
}

/** The guides of a campaign, loaded once, and what places make of them. */
export class PlaceGuides {
  readonly #folders: GuideFolders;
  readonly #loaded = new Map<string, Guide>();
  /** The guide of the last place: rows of one place follow each other. */
  #last: { readonly key: string; readonly guide: Guide } | undefined;

  constructor(folders: GuideFolders) {
    this.#folders = folders;
  }

  /** Folder of a guide by the name that a campaign gives it. @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE for a link out of there */
  folderOf(name: string): string {
    const { campaign, guides } = this.#folders;
    if (isThere(campaign, join(name, 'guide.yaml'))) {
      checkFile(campaign, join(name, 'guide.yaml'));
      return resolve(campaign, asSpelled(campaign, name));
    }
    const isName = /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name);
    const found = [guides, shippedGuides()].find(
      (folder) => isName && folder !== undefined && isThere(folder, join(name, 'guide.yaml')),
    );
    if (found !== undefined) return resolve(found, name);
    throw new PressError([
      problem(
        'FILE_NOT_FOUND',
        `There is no guide "${name}" in the campaign's folder${guides === undefined ? '' : `, nor in ${guides}`}, and none of that name comes with helpline-press.`,
        { file: join(campaign, name, 'guide.yaml') },
        'Name a folder below the campaign, or say with --guides where your guides are.',
      ),
    ]);
  }

  /** A guide as it is. @throws PressError with everything that is wrong with it */
  load(name: string): Guide {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const guide = loadGuide(this.folderOf(name));
    this.#loaded.set(name, guide);
    return guide;
  }

  /** The guide of a row, with what its place brings. @throws PressError, as `load`, `withHelpline` and `withPublisher` */
  of({ guide, place }: Pick<Row, 'guide' | 'place'>): Guide {
    return place === undefined ? this.load(guide) : this.with(guide, place);
  }

  /** The guide with the values of a place. */
  with(name: string, { publisher, helpline }: Omit<PlaceValues, 'id'>): Guide {
    const key = JSON.stringify([name, publisher, helpline]);
    if (this.#last?.key === key) return this.#last.guide;
    const guide = this.load(name);
    // The number first: an address may name it.
    const numbered = helpline === undefined ? guide : withHelpline(guide, 'main', helpline);
    const published = publisher === undefined ? numbered : withPublisher(numbered, this.#given(publisher));
    this.#last = { key, guide: published };
    return published;
  }

  #given({ logo, ...texts }: NonNullable<PlaceValues['publisher']>): GivenPublisher {
    return logo === undefined ? texts : { ...texts, logo: { folder: this.#folders.campaign, path: logo } };
  }
}
