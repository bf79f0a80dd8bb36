import { frozenHost, killedCoordinator, killedWorker, poison } from './faults.ts';
import { withstands } from './withstands.ts';

withstands([killedCoordinator, killedWorker, poison, frozenHost]);
