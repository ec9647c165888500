#!/usr/bin/env node
import { run } from '../lib/program.js';

process.exitCode = run(process.argv.slice(2));
