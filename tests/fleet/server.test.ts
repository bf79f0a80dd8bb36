import { forgetfulServer, fullServer, killedServer, twoSubmitters } from './faults.ts';
import { withstands } from './withstands.ts';

withstands([forgetfulServer, fullServer, killedServer, twoSubmitters]);
