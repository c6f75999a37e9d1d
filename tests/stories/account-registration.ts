import { registration } from '../e2e/support/at-the-table.ts';
import type { Story } from './story.ts';

export const accountRegistrationStory: Story = {
  procedure: 'account-registration',
  answers: registration,
  endsWith: 'signature.person',
};
