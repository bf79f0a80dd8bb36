/** Most institutions beside each other on a page. */
export const mostCompared = 4;
