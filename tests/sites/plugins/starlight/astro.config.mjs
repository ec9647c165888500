import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkStatuscraft from 'remark-statuscraft';

export default defineConfig({
  integrations: [starlight({ title: 'Site', pagefind: false })],
  markdown: { processor: unified({ remarkPlugins: [[remarkStatuscraft, { format: 'starlight' }]] }) },
});
