import { fileURLToPath } from 'node:url';
import type { Folders } from './job.ts';

const root = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The templates, translations and fonts that come with the package. */
export function shippedFolders(): { readonly [name in keyof Folders]: string } {
  return { templates: root('templates'), locales: root('locales'), fonts: root('fonts') };
}

/** The guides that come with the package. */
export function shippedGuides(): string {
  return root('guides');
}

/** The campaigns that come with the package: a sample, and one to begin with. */
export function shippedCampaigns(): string {
  return root('campaigns');
}
