import type { FirstSecrets } from './commands/ensure-administrator.ts';
import type { Config } from './config.ts';

/** What the terminal shows once the server listens. Vietnamese first; plain text, also read in log viewers. */
export function announcement(
  config: Config,
  secrets: FirstSecrets,
  databaseElsewhere: string | undefined,
  more: readonly string[],
): string {
  const lines = [
    config.demo ? 'Về Bản – bản dùng thử, dữ liệu mẫu / demo with made-up people' : 'Về Bản',
    '',
    `Ứng dụng trên máy tính bảng / field app:  ${config.publicUrl}/`,
    `Bộ phận một cửa / office:                 ${config.publicUrl}/office`,
    '',
    ...secretLines(config, secrets),
    ...(databaseElsewhere === undefined ? [] : elsewhereLines(config, databaseElsewhere)),
    ...more,
  ];
  const rule = '─'.repeat(Math.max(...lines.map((line) => [...line].length)) + 2);
  return [rule, ...lines.map((line) => ` ${line}`.trimEnd()), rule, ''].join('\n');
}

function secretLines(config: Config, secrets: FirstSecrets): string[] {
  const lines = [`Quản trị viên / administrator:            ${secrets.login}`];
  lines.push(
    secrets.oneTimePassword === undefined || config.demo
      ? 'Mật khẩu / password:                      (đã đặt / already set)'
      : `Mật khẩu dùng một lần / one-time password: ${secrets.oneTimePassword}`,
  );
  if (secrets.enrolmentCode !== undefined) {
    lines.push(`Mã ghi danh máy / enrolment code (24 h):  ${secrets.enrolmentCode}`);
  }
  return lines;
}

function elsewhereLines(config: Config, folder: string): string[] {
  return [
    `Cơ sở dữ liệu / database:                 ${folder}`,
    `  (PostgreSQL không vào được / cannot reach ${config.dataDir})`,
  ];
}
