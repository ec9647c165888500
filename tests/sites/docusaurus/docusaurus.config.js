module.exports = {
  title: 'Site',
  url: 'http://localhost',
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  themeConfig: { prism: { additionalLanguages: ['java', 'php', 'ruby'] } },
}
