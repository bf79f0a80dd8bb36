import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A screen of the explorer: its address, its name in the navigation, and its page, loaded when it is first opened. */
export type Screen = {
  readonly path: string;
  /** Null for one that only links lead to. */
  readonly name: string | null;
  readonly page: LazyExoticComponent<ComponentType>;
};

/** All screens in the order of the navigation. */
export const screens: readonly Screen[] = [
  { path: '/', name: 'Overview', page: lazy(() => import('./screens/overview.tsx')) },
  { path: '/coding', name: 'Coding', page: lazy(() => import('./screens/coding.tsx')) },
  { path: '/coding/:sample', name: null, page: lazy(() => import('./screens/coding-desk.tsx')) },
];
