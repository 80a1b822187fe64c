import { basename, join, relative, resolve } from 'node:path';
import { idFrom } from '../../content/index.ts';
import { PressError, problem } from '../../diagnostics/index.ts';
import { isThere, listFolder, readBytes } from '../../files/index.ts';
import { shippedCampaigns } from '../../press/index.ts';

/** A file to write, by its path. */
export interface NewFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * The files of a campaign to begin with, which runs as it is: three places, whose numbers are set aside for fiction.
 * @throws PressError USAGE where something of that name is there already
 */
export function newCampaign(folder: string): NewFile[] {
  const starter = join(shippedCampaigns(), 'starter');
  const schema = relative(resolve(folder), join(shippedCampaigns(), 'campaign.schema.json')).replaceAll(
    '\\',
    '/',
  );
  const files = filesIn(starter, '').map((path): NewFile => {
    const content = readBytes(starter, path);
    const isCampaign = path === 'campaign.yaml';
    return {
      path: join(folder, path),
      content: isCampaign ? named(content.toString('utf8'), folder, schema) : content,
    };
  });
  const taken = files.filter(({ path }) => isThere(folder, relative(folder, path)));
  if (taken.length > 0)
    throw new PressError(
      taken.map(({ path }) =>
        problem(
          'USAGE',
          `There is a ${path} already.`,
          { file: path },
          'Name a folder that is not there yet.',
        ),
      ),
    );
  return files;
}

function filesIn(root: string, path: string): string[] {
  return listFolder(root, path).flatMap(({ name, kind }) =>
    kind === 'folder' ? filesIn(root, join(path, name)) : [join(path, name)],
  );
}

/** The campaign with the id of its folder, and where its schema is from there. */
function named(yaml: string, folder: string, schema: string): string {
  return yaml
    .replace('$schema=../campaign.schema.json', () => `$schema=${schema}`)
    .replace(/^id: .*$/m, () => `id: ${idFrom(basename(resolve(folder)), 'campaign')}`);
}
