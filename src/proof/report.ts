import type { Proof } from './types.ts';

const signs = { passed: 'ok ', failed: 'NOT', 'not-checked': '-  ' } as const;

/** A proof as text for a terminal, one line a check. */
export function formatProof(proof: Proof): string {
  const lines = proof.checks.map(
    ({ code, status, detail }) => `  ${signs[status]} ${code.padEnd(22)} ${detail}`,
  );
  const notices = proof.notices.map((notice) => `  note: ${notice}`);
  return [proof.passed ? 'proved' : 'NOT PROVED', ...lines, ...notices].join('\n');
}
