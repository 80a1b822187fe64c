#!/usr/bin/env node
import { allowClosing, run } from './cli/index.ts';

for (const stream of [process.stdout, process.stderr]) allowClosing(stream);
process.exitCode = await run(process.argv.slice(2), { out: process.stdout, err: process.stderr });
