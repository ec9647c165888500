/**
 * Keeps the code groups of VitePress in step: a tab that is chosen in one is chosen in every other that has one of the same
 * name. Without a document, as on a server, it does nothing.
 */
export function synchronizeTabs(page?: Document): void;
