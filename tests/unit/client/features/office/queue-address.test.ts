import { describe, expect, it } from 'vitest';
import {
  addressOfQueue,
  asQueuePlace,
  filterOf,
} from '../../../../../src/client/features/office/common/queue-address.ts';

describe('the address of a filtered queue', () => {
  it('leads back to the very same filter', () => {
    const filter = {
      status: 'accepted',
      village: 'Bản Hiêu & Đôn',
      due: 'late',
      waiting: 'one-stop',
      procedure: 'birth-registration',
      tablet: '019ab000-0000-7000-8000-0000000000d1',
    } as const;
    const url = new URL(addressOfQueue(filter), 'https://office');
    expect(url.pathname).toBe('/queue/accepted');
    expect(filterOf('accepted', url.search)).toEqual(filter);
    expect(addressOfQueue({}, 'x')).toBe('/queue/all/x');
  });

  it('passes over what no filter can be set to, and never carries what was searched for', () => {
    expect(filterOf('all', '?due=someday&village=&q=Hà+Thị+Mây&search=mây&tablet=not-an-id')).toEqual({});
    expect(filterOf('all', '?due=today&waiting=nobody')).toEqual({ due: 'today' });
    expect(asQueuePlace('elsewhere')).toBeUndefined();
  });
});
