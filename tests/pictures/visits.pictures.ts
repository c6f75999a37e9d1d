import { expect, type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import { sealReport } from '../../src/contract/envelope/seal-report.ts';
import type { ProblemReport } from '../../src/contract/up/report.ts';
import type { HeadlessTablet } from '../../src/server/demo/tablet.ts';
import { drawPaper } from '../../src/server/demo/picture.ts';
import { enrolHeadless, fileBirth } from '../e2e/support/arrivals.ts';
import { signInFirstTime } from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shootOffice } from './shoot.ts';

test('the office: visits and problems', async () => {
});
