import { loadCampaign, type Plan, planOf } from '../../src/campaign/index.ts';
import { folderWith } from './folder.ts';

/** A folder with a campaign of posters for so many places, in English; every `own`th with a publisher of its own. */
export function campaignFolder(
  places: number,
  { locales = ['en'], own = 0 }: { readonly locales?: readonly string[]; readonly own?: number } = {},
): string {
  const rows = Array.from({ length: places }, (_, i) => {
    const name = own > 0 && i % own === own - 1 ? `Clinic ${i}` : '';
    return `p${String(i).padStart(4, '0')},202-555-${String(1000 + i).slice(-4)},${name}`;
  });
  return folderWith({
    'campaign.yaml': `id: clinics
guides: [heroin-detox]
products: [poster]
locales: [${locales.join(', ')}]
purposes: [screen]
places: { file: places.csv }
`,
    'places.csv': `id,helpline,name\n${rows.join('\n')}\n`,
  });
}

export const planIn = (folder: string): Promise<Plan> => planOf(loadCampaign(folder));

export const rowsOf = ({ batches }: Plan) => batches.flatMap(({ rows }) => rows);
