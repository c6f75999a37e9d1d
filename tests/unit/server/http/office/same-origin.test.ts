import { describe, expect, it } from 'vitest';
import { isFromOwnPage, type RequestOrigin } from '../../../../../src/server/http/office/same-origin.ts';

const PUBLIC = 'https://mot-cua.example.vn';
const post: RequestOrigin = {
  method: 'POST',
  origin: undefined,
  fetchSite: undefined,
  host: '192.168.1.20:3000',
};

describe('requests that change something', () => {
  it.each([
    ['nothing said', {}, false],
    ['the browser says same-origin', { fetchSite: 'same-origin' }, true],
    ['another site', { fetchSite: 'cross-site', origin: 'https://evil.example' }, false],
    ['a sibling site', { fetchSite: 'same-site', origin: PUBLIC }, false],
    ['typed by hand', { fetchSite: 'none' }, false],
    ['the public address behind a proxy', { origin: PUBLIC }, true],
    ['the host of a local network', { origin: 'http://192.168.1.20:3000' }, true],
    ['another port of the same machine', { origin: 'http://192.168.1.20:8080' }, false],
    ['a host that only begins alike', { origin: 'https://mot-cua.example.vn.evil.example' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
  ])('%s', (_name, given: Partial<RequestOrigin>, expected) => {
    expect(isFromOwnPage({ ...post, ...given }, PUBLIC)).toBe(expected);
  });

  it('reading is free', () => {
    expect(isFromOwnPage({ ...post, method: 'GET', fetchSite: 'cross-site' }, PUBLIC)).toBe(true);
  });
});
