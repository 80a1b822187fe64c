import { loadCampaign } from '../plan/load-campaign.ts';
import { planOf } from '../plan/plan.ts';
import type { Plan } from '../plan/row.ts';
import { type JobOptions, planOptionsOf } from './queue-job.ts';

/** The plan of a job's campaign, by the files of this machine as they are now. @throws PressError with all that is wrong with them */
export async function planAgain(campaign: string, options: JobOptions): Promise<Plan> {
  return planOf(loadCampaign(campaign), planOptionsOf(options));
}
