import { basename, dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { mostTold, PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { isThere, readYaml, type YamlSource } from '../files/index.ts';
import { type CampaignData, campaignSchema } from './schema.ts';

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
export function loadCampaign(path: string): Campaign {
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
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      problem(
        'CAMPAIGN_INVALID',
        `"${key}" is not a field of ${field === '' ? 'a campaign' : field}.`,
        source.place([...issue.path, key]),
        suggest(key, Object.keys(campaignSchema.shape)),
      ),
    );
  return [
    problem(
      'CAMPAIGN_INVALID',
      `${field === '' ? 'The campaign' : field}: ${issue.message}.`,
      source.place(issue.path),
      'docs/campaigns.md lists the fields of a campaign.',
    ),
  ];
}
