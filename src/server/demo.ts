import { DEMO_PASSWORD, DEMO_STAFF, seedDemo } from './demo/seed.ts';
import { needsPassword } from './policies/staff.ts';
import { runServer } from './run-server.ts';

/*
 * `npm run demo`: the same server on its own folder and port, marked as a demo on every screen, with made-up people.
 * Without TLS: it is for looking around on this machine.
 */
const { TLS_CERT: _cert, TLS_KEY: _key, DATABASE_URL: _url, ...rest } = process.env;
const environment = { PORT: '3100', DATA_DIR: './demo-data', ...rest, DEMO: '1' };

await runServer(environment, async (deps, origin) => {
  await seedDemo(deps, origin);
  const logins = [
    'admin',
    ...DEMO_STAFF.filter(({ roles }) => needsPassword(roles)).map(({ login }) => login),
  ];
  return [`Đăng nhập dùng thử / demo sign-in: ${logins.join(', ')}   mật khẩu / password: ${DEMO_PASSWORD}`];
});
