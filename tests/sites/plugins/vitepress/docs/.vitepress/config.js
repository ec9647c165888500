import markdownItStatuscraft from 'markdown-it-statuscraft';

export default {
  title: 'Site',
  markdown: { config: (md) => md.use(markdownItStatuscraft, { format: 'vitepress' }) },
};
