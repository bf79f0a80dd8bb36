/** The coder who is served alone, as the server says in the page; null where everything is. */
export const coder: string | null = document.documentElement.dataset['coder'] ?? null;
