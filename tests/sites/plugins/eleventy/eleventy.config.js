import markdownItStatuscraft from 'markdown-it-statuscraft';

export default (config) => {
  config.amendLibrary('md', (md) => md.use(markdownItStatuscraft));
  config.addGlobalData('layout', 'page.html');
  return { dir: { input: 'docs', includes: '../_includes', output: 'build' } };
};
