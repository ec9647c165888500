import globals from 'globals';

export default [
  {
    files: ['**/*.js'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      ecmaVersion: 'latest',
      sourceType: 'commonjs',
      globals: globals.node,
    },
    rules: { 'no-undef': 'error' },
  },
];
