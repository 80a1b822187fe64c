import { basename, dirname, resolve } from 'node:path';
import type { z } from 'zod';
import {
  mostTold,
  PressError,
  type Problem,
  problem,
  schemaFault,
  suggest,
  valueAt,
} from '../../diagnostics/index.ts';
import { asTyped, isThere, readYaml, type YamlSource } from '../../files/index.ts';
import { columnFields } from '../schema/column-names.ts';
import { type CampaignData, campaignSchema, placesFields, selectionFields } from '../schema/schema.ts';

/** A campaign as it is said, with the places of what it says. */
export interface Campaign {
  /** Folder that its spreadsheets, logos and guides lie in, absolute. */
  readonly folder: string;
  readonly data: CampaignData;
  readonly source: YamlSource;
}

/** The file in a folder that says a campaign. */
const fileOfFolder = 'campaign.yaml';
const largestCampaign = 1_000_000;

/**
 * Loads a campaign from its file, or from a folder with `campaign.yaml`.
 * @throws PressError FILE_NOT_FOUND, YAML_SYNTAX, CAMPAIGN_INVALID: all that are found
 */
export function loadCampaign(typed: string): Campaign {
  const path = asTyped(typed);
  const isFolder = isThere(path, fileOfFolder);
  const [folder, file] = isFolder ? [path, fileOfFolder] : [dirname(path), basename(path)];
  const source = readYaml(folder, file, largestCampaign);
  const parsed = campaignSchema.safeParse(source.value);
  if (!parsed.success)
    throw new PressError(
      parsed.error.issues.flatMap((issue) => schemaProblems(issue, source)).slice(0, mostTold),
    );
  return { folder: resolve(folder), data: parsed.data, source };
}

function schemaProblems(issue: z.core.$ZodIssue, source: YamlSource): Problem[] {
  // Of the forms that a value may have, the one that it keeps to the longest is meant.
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
    if (depthOf(meant) > 0)
      return meant.flatMap((inner) =>
        schemaProblems({ ...inner, path: [...issue.path, ...inner.path] }, source),
      );
  }
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      problem(
        'CAMPAIGN_INVALID',
        `"${key}" is not a field of ${field === '' ? 'a campaign' : field}.`,
        source.place([...issue.path, key]),
        suggest(key, fieldsAt(issue.path)),
      ),
    );
  const value = valueAt(issue.path, source.value);
  if (issue.code === 'invalid_value' && typeof value === 'string')
    return [
      problem(
        'CAMPAIGN_INVALID',
        `${field} cannot be "${value.slice(0, 80)}".`,
        source.place(issue.path),
        suggest(value, issue.values.map(String)),
      ),
    ];
  return [
    problem(
      'CAMPAIGN_INVALID',
      `${field === '' ? 'The campaign' : field}: ${faultOf(issue, value)}.`,
      source.place(issue.path),
      // The value is not said: YAML reads 0800 as 800.
      typeof value === 'number' && issue.code === 'invalid_type' && issue.expected === 'string'
        ? 'Write it in quotes.'
        : 'docs/campaigns.md lists the fields of a campaign.',
    ),
  ];
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value !== undefined && issue.code === 'invalid_union')
    return 'a list is wanted, or one of the words that stand for all';
  if (value !== undefined && issue.code === 'invalid_type' && issue.expected === 'array')
    return 'a list is wanted: [one, two]';
  return schemaFault(issue, value);
}

const depthOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length));

/** The fields that stand at a place of a campaign. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  const [first, second] = path.map(String);
  if (first === 'places') return second === 'columns' ? columnFields : placesFields;
  if (first === 'quantities') return [...selectionFields, 'copies'];
  return first === undefined ? Object.keys(campaignSchema.shape) : selectionFields;
}
