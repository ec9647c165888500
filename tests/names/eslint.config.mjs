import { readFileSync } from 'node:fs';
import globals from 'globals';

const given = JSON.parse(readFileSync(new URL('given.json', import.meta.url))).express;

export default [
  {
    files: ['**/*.js'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      ecmaVersion: 'latest',
      sourceType: 'commonjs',
      globals: { ...globals.node, ...Object.fromEntries(given.map((name) => [name, 'readonly'])) },
    },
    rules: { 'no-undef': 'error' },
  },
];
