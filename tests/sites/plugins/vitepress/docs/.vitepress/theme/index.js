import { synchronizeTabs } from 'markdown-it-statuscraft/client';
import DefaultTheme from 'vitepress/theme';

export default {
  extends: DefaultTheme,
  enhanceApp: () => synchronizeTabs(),
};
