import { describe, expect, it } from 'vitest';
import { type Claim, checkClaim } from '../../src/translations/import.ts';
import { problemsOf } from '../content/folder.ts';

const told = (claim: Claim) =>
  problemsOf(() => checkClaim(claim)).map(({ code, message, hint }) => [
    code,
    message.slice(0, 24),
    typeof hint,
  ]);
const usage = (start: string) => [['USAGE', start.slice(0, 24), 'string']];
const signed: Claim = { status: 'reviewed', by: 'Ana Ruiz', on: '2026-12-01' };

describe('what is claimed of a translation', () => {
  it.each<Claim>([
    {},
    { status: 'machine-draft' },
    { status: 'human-draft' },
    signed,
    { ...signed, by: 'A'.repeat(200) },
    { ...signed, by: '李' },
    { ...signed, on: '2028-02-29' },
  ])('may be %j', (claim) => {
    expect(told(claim)).toEqual([]);
  });

  it.each<[Claim, string]>([
    [{ status: 'reviewed' }, 'Say who reviewed the translation'],
    [{ status: 'reviewed', by: 'Ana Ruiz' }, 'Say who reviewed the translation'],
    [{ status: 'reviewed', on: '2026-12-01' }, 'Say who reviewed the translation'],
    [{ by: 'Ana Ruiz' }, '--by and --on belong to --status'],
    [{ on: '2026-12-01' }, '--by and --on belong to --status'],
    [{ status: 'human-draft', by: 'Ana Ruiz', on: '2026-12-01' }, '--by and --on belong to --status'],
    [{ ...signed, by: '' }, '--by is a name of up to 200'],
    [{ ...signed, by: '12 34' }, '--by is a name of up to 200'],
    [{ ...signed, by: 'A'.repeat(201) }, '--by is a name of up to 200'],
    [{ ...signed, by: 'Ana\u0007Ruiz' }, '--by is a name of up to 200'],
    [{ ...signed, on: '2026-13-01' }, '--on is a day, such as 2026'],
    [{ ...signed, on: '2026-02-30' }, '--on is a day, such as 2026'],
    [{ ...signed, on: '2026-12-1' }, '--on is a day, such as 2026'],
    [{ ...signed, on: '+002026-12-01' }, '--on is a day, such as 2026'],
  ])('is refused: %j', (claim, start) => {
    expect(told(claim)).toEqual(usage(start));
  });

  it('says what a day looks like', () => {
    const [problem] = problemsOf(() => checkClaim({ ...signed, on: 'now' }));
    expect(problem!.message).toBe('--on is a day, such as 2026-11-23, and not "now".');
  });

  it('is told whole', () => {
    expect(told({ by: '', on: 'now' })).toHaveLength(3);
  });
});
