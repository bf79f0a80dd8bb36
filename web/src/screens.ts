import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { coder } from './seat.ts';

/** A screen of the explorer: its address, its name in the navigation, and its page, loaded when it is first opened. */
export type Screen = {
  readonly path: string;
  /** Null for one that only links lead to. */
  readonly name: string | null;
  readonly page: LazyExoticComponent<ComponentType>;
  /** Whether a coder who is served alone has it. */
  readonly ofCoders?: true;
};

const all: readonly Screen[] = [
  { path: '/', name: 'Overview', page: lazy(() => import('./screens/overview.tsx')) },
  { path: '/claims', name: 'Claims', page: lazy(() => import('./screens/claims.tsx')) },
  { path: '/claims/:hypothesis', name: null, page: lazy(() => import('./screens/hypothesis.tsx')) },
  { path: '/institutions', name: 'Institutions', page: lazy(() => import('./screens/institutions.tsx')) },
  { path: '/time', name: 'Time', page: lazy(() => import('./screens/time.tsx')) },
  { path: '/search', name: 'Search', page: lazy(() => import('./screens/search.tsx')) },
  { path: '/documents', name: 'Documents', page: lazy(() => import('./screens/documents.tsx')) },
  { path: '/documents/:document', name: null, page: lazy(() => import('./screens/reader.tsx')) },
  { path: '/lexicon', name: 'Lexicon', page: lazy(() => import('./screens/lexicon.tsx')) },
  { path: '/lexicon/term', name: null, page: lazy(() => import('./screens/term.tsx')) },
  { path: '/notes', name: 'Notes', page: lazy(() => import('./screens/notes.tsx')) },
  { path: '/runs', name: 'Runs', page: lazy(() => import('./screens/runs.tsx')) },
  { path: '/runs/compare', name: null, page: lazy(() => import('./screens/runs-compared.tsx')) },
  { path: '/runs/:run', name: null, page: lazy(() => import('./screens/run.tsx')) },
  { path: '/evidence', name: null, page: lazy(() => import('./screens/evidence.tsx')) },
  { path: '/mentions', name: null, page: lazy(() => import('./screens/mentions.tsx')) },
  { path: '/coding', name: 'Coding', page: lazy(() => import('./screens/coding.tsx')), ofCoders: true },
  {
    path: '/coding/:sample',
    name: null,
    page: lazy(() => import('./screens/coding-desk.tsx')),
    ofCoders: true,
  },
];

/** All screens in the order of the navigation; of a coder who is served alone those of Coding. */
export const screens: readonly Screen[] = all.filter(({ ofCoders }) => coder === null || ofCoders);
