import type { Me, Person } from '../../contract/operations/office.ts';
import type { DeviceRow, StaffRow, StaffWithDevicesRow } from '../storage/rows.ts';
import { presentCommune } from './commune.ts';

/** A colleague as others in the office see them: nothing about passwords. */
export function presentPerson(staff: StaffRow): Person {
  return {
    id: staff.id,
    login: staff.login,
    displayName: staff.displayName,
    roles: staff.roles,
    commune: presentCommune(staff.commune),
    department: staff.department,
  };
}

export function presentMe(staff: StaffRow, demo: boolean): Me {
  return { ...presentPerson(staff), mustChangePassword: staff.mustChangePassword, demo };
}

export function presentStaffLine(staff: StaffWithDevicesRow): Person & { devices: number } {
  return { ...presentPerson(staff), devices: staff.devices };
}

export function presentDevice(device: DeviceRow) {
  return {
    id: device.id,
    name: device.name,
    staff: device.staff.map(({ id, displayName }) => ({ id, displayName })),
    enrolledAt: device.enrolledAt.toISOString(),
    lastSeenAt: device.lastSeenAt?.toISOString() ?? null,
    appVersion: device.appVersion,
    health: device.health && { heardAt: device.health.heardAt.toISOString(), said: device.health.said },
  };
}
