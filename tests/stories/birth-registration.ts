import { birth, daysAgo } from '../e2e/support/at-the-table.ts';
import { makePicture } from '../e2e/support/picture.ts';
import type { Story } from './story.ts';

export const birthRegistrationStory: Story = {
  procedure: 'birth-registration',
  answers: birth({ certificate: makePicture(1), marriage: makePicture(2) }, daysAgo(12)),
  endsWith: 'signature.requester',
};
