/** What is said above the fields of a guide that somebody begins. */
import { expect, it } from 'vitest';
import { taught } from '../../src/content/schema/taught.ts';

const yaml = `id: new
title: A new guide
# Why there are two.
version: 1.0.0
helplines:
  main: { display: 800-315-1376, dial: "+18003151376" }
  second:
    display: "988"
    dial: "988"
sections:
  - id: one
    title: One
    blocks:
      - id: a
        kind: callout
        text: You can do it.
      - id: b
        kind: callout
        text: Call now.
  - id: two
    title: Two
    blocks: []
`;

it('is each thing once, where a beginner meets it first, and nothing where a comment stands', () => {
  const lines = taught(yaml).split('\n');
  const above = (line: string) => lines[lines.indexOf(line) - 1];
  expect(lines.filter((line) => !/^\s*# [A-Z]/.test(line) || line === '# Why there are two.')).toEqual(
    yaml.split('\n'),
  );
  expect(above('title: A new guide')).toMatch(/^# [A-Z]/);
  expect(above('version: 1.0.0')).toBe('# Why there are two.');
  expect(above('        kind: callout')).toMatch(/^ {8}# [A-Z]/);
  // Of the second helpline, the second callout and the second section nothing is said again.
  expect(lines.slice(lines.indexOf('  second:'), lines.indexOf('sections:') - 1).join()).not.toContain('#');
  expect(lines.slice(lines.indexOf('        text: You can do it.')).join()).not.toContain('#');
  expect(new Set(lines).size).toBe(new Set(lines.map((line) => line.trim())).size);
});
