import remarkStatuscraft from 'remark-statuscraft';

export default {
  title: 'Site',
  url: 'http://localhost',
  baseUrl: '/',
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/', beforeDefaultRemarkPlugins: [[remarkStatuscraft, { format: 'docusaurus' }]] },
        blog: false,
      },
    ],
  ],
};
