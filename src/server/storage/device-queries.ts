import { DeviceHealth } from '../../contract/up/device-health.ts';
import type { Scope } from '../policies/reach.ts';
import type { DbOrTrx } from './connection.ts';
import type { DeviceRow } from './rows.ts';

/** Tablets that are not revoked and carry a staff member of the scope, with all their staff, by name. */
export async function listDevices(db: DbOrTrx, scope: Scope): Promise<DeviceRow[]> {
  if (scope.kind === 'none') return [];
  const rows = await db
    .selectFrom('devices')
    .innerJoin('staff_keys', 'staff_keys.device_id', 'devices.id')
    .innerJoin('staff', 'staff.id', 'staff_keys.staff_id')
    .leftJoin('device_health', 'device_health.device_id', 'devices.id')
    .select([
      'device_health.heard_at',
      'device_health.health',
      'devices.id',
      'devices.name',
      'devices.enrolled_at',
      'devices.last_seen_at',
      'devices.app_version',
      'staff.id as staff_id',
      'staff.display_name',
      'staff.commune',
    ])
    .where('devices.revoked_at', 'is', null)
    .orderBy('devices.name')
    .orderBy('devices.id')
    .orderBy('staff.display_name')
    .execute();
  const devices = new Map<
    string,
    DeviceRow & { staff: { id: string; displayName: string }[]; seen: boolean }
  >();
  for (const row of rows) {
    const device = devices.get(row.id) ?? {
      id: row.id,
      name: row.name,
      enrolledAt: row.enrolled_at,
      lastSeenAt: row.last_seen_at,
      appVersion: row.app_version,
      health: healthOf(row.heard_at, row.health),
      staff: [],
      seen: scope.kind === 'all',
    };
    if (scope.kind === 'commune' && row.commune === scope.commune) device.seen = true;
    // A staff member enrolled twice on one tablet has two keys and is one person.
    if (!device.staff.some((member) => member.id === row.staff_id))
      device.staff.push({ id: row.staff_id, displayName: row.display_name });
    devices.set(row.id, device);
  }
  return [...devices.values()].filter((device) => device.seen).map(({ seen: _, ...device }) => device);
}

/** What an older or newer app said in other words is as if it had not been said. */
function healthOf(heardAt: Date | null, health: unknown): DeviceRow['health'] {
  const said = DeviceHealth.safeParse(health);
  return heardAt === null || !said.success ? null : { heardAt, said: said.data };
}
