import { netns } from '../support/netns.ts';
import { cutNetwork, otherVersion, skewedClocks } from './faults.ts';
import { withstands } from './withstands.ts';

withstands([otherVersion, skewedClocks, ...(netns ? [cutNetwork] : [])]);
