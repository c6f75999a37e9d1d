import { describe, expect, it } from 'vitest';
import { Me, Person } from '../../../../src/contract/operations/office.ts';
import { presentMe, presentPerson } from '../../../../src/server/presenters/staff.ts';
import type { StaffRow } from '../../../../src/server/storage/rows.ts';

const staff: StaffRow = {
  id: '019ab000-0000-7000-8000-000000000001',
  login: 'lan',
  displayName: 'Phạm Thị Lan',
  roles: ['officer'],
  commune: '14956',
  passwordHash: '$argon2id$secret',
  mustChangePassword: true,
  department: null,
};

describe('staff as others see them', () => {
  it('fits the contract, which is strict, so nothing about the password can slip in', () => {
    expect(Person.parse(presentPerson(staff))).toEqual(presentPerson(staff));
    expect(JSON.stringify(presentMe(staff, false))).not.toContain('argon2');
  });

  it('tells a person about their own one-time password and the demo', () => {
    expect(Me.parse(presentMe(staff, true))).toMatchObject({ mustChangePassword: true, demo: true });
  });
});
