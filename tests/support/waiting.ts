/** Reference rows of methods that are not built yet; whoever builds one moves its rows into a test. */
export const waiting: readonly string[] = ['sw_0', 'sw_1', 'sw_2', 'survival_fisher'];
