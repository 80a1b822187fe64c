/**
 * Writes the spreadsheet of the sample campaign, as CSV and as a workbook, and its logos: `npx tsx scripts/sample-campaign.ts`.
 * Every number is set aside for fiction (555-0100 to 555-0199 of an area code); the counties are invented.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';

const folder = join(import.meta.dirname, '../campaigns/sample');

const trees =
  `Alder Apple Ash Aspen Basswood Bay Beech Birch Boxwood Buckeye Butternut Catalpa Cedar Cherry Chestnut Cottonwood
Cypress Dogwood Elder Elm Fir Gum Hackberry Hawthorn Hazel Hemlock Hickory Holly Hornbeam Ironwood Juniper Larch Laurel Linden
Locust Madrone Magnolia Maple Mesquite Mulberry Oak Olive Osage Pawpaw Pecan Persimmon Pine Plum Poplar Redbud Redwood Rowan
Sassafras Spruce Sumac Sycamore Tupelo Walnut Willow Yew`.split(/\s+/);
const areas = [202, 212, 303, 312, 404, 415, 503, 512, 602, 617, 702, 713];
const regions = ['North', 'East', 'South', 'West'];
const colors = ['#1F5C7A', '#7A3B1F', '#2F6B3C', '#5B3A7A'];

const header = ['Place', 'Region', 'Helpline', 'Handed out by', 'Address', 'Web', 'Logo', 'Copies'];
const rows = trees.map((tree, i) => {
  const id = tree.toLowerCase();
  const isOwn = i % 5 === 4;
  const hasLogo = i % 15 === 4;
  return [
    id,
    regions[i % 4]!,
    `${areas[i % areas.length]}-555-${String(100 + i).padStart(4, '0')}`,
    isOwn ? `${tree} County Health Department` : '',
    isOwn ? `${i + 10} Example Street, ${tree} Falls` : '',
    isOwn ? `https://${id}.example.org` : '',
    hasLogo ? `logos/${regions[i % 4]!.toLowerCase()}.svg` : '',
    i % 7 === 0 ? 500 : '',
  ];
});

const quoted = (value: string | number) =>
  /[",]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
mkdirSync(join(folder, 'logos'), { recursive: true });
writeFileSync(
  join(folder, 'places.csv'),
  `${[header, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`,
);
writeFileSync(
  join(folder, 'places.xlsx'),
  await writeXlsx({
    sheets: [
      {
        name: 'Places',
        rows: [header, ...rows].map((row) => row.map((value) => (value === '' ? null : value))),
      },
    ],
    properties: { created: new Date('2026-11-26T00:00:00Z'), modified: new Date('2026-11-26T00:00:00Z') },
  }),
);
for (const [i, region] of regions.entries())
  writeFileSync(
    join(folder, `logos/${region.toLowerCase()}.svg`),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48pt" height="48pt">
<title>Counties of the ${region}</title>
<rect width="48" height="48" rx="8" fill="${colors[i]}"/>
<path d="M24 8L36 28H28V40H20V28H12Z" fill="#FFFFFF"/>
</svg>
`,
  );
