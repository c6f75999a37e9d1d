import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import type { Deps } from '../deps.ts';
import { addCataloguePages } from './catalogue-pages.ts';
import { addCitizenPages } from './citizen-pages.ts';
import { isClientFile, serveClient } from './client-files.ts';
import { addDrafts } from './drafts-route.ts';
import { addEnrolment } from './enrolment-route.ts';
import { replyWithErrorBodies } from './error-reply.ts';
import { addFieldWork } from './field-work-route.ts';
import { addHandingOver } from './handed-items-route.ts';
import { addLanguages } from './languages-route.ts';
import { registerOfficeRoutes } from './office/index.ts';
import { addProcedures } from './procedures-route.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { stopInGoodTime } from './stop-in-good-time.ts';
import { addSync } from './sync-route.ts';
import { addSystemRoutes } from './system-routes.ts';
import { addUploads } from './upload-routes.ts';

/** What only the one who starts the server knows. */
export interface AppSurroundings {
  /** Folder of the built web app; without an index.html in it the server answers /api only. */
  readonly clientDir: string;
  readonly version: string;
}

const GENERAL_BUDGET = { max: 600, timeWindow: '1 minute' };
const JSON_LIMIT = 256 * 1024;

/** The whole HTTP face of the server, not yet listening. */
export async function buildApp(deps: Deps, surroundings: AppSurroundings): Promise<FastifyInstance> {
  const { tls } = deps.config;
  const options = {
    logger: false,
    bodyLimit: JSON_LIMIT,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 100 },
  };
  const app: FastifyInstance = tls === undefined ? fastify(options) : fastify({ ...options, https: tls });
  stopInGoodTime(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  replyWithErrorBodies(app, deps.log);
  await sendSecurityHeaders(app, tls !== undefined);
  await app.register(fastifyCookie);
  await app.register(fastifyRateLimit, {
    ...GENERAL_BUDGET,
    // A tablet that installs the app fetches some three hundred files, and a commune's tablets share one address.
    allowList: ({ url }) => isClientFile(url),
    errorResponseBuilder: tooManyRequests,
  });
  await app.register(fastifySwagger, {
    openapi: { info: { title: 'Về Bản', version: `${surroundings.version}, contract ${CONTRACT_VERSION}` } },
    transform: jsonSchemaTransform,
  });
  await app.register(async (api) => {
    api.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    addSystemRoutes(api, surroundings.version);
    addEnrolment(api, deps);
    await addSync(api, deps);
    await addUploads(api, deps);
    await addHandingOver(api, deps);
    await addDrafts(api, deps);
    await addProcedures(api, deps);
    await addLanguages(api, deps);
    await addFieldWork(api, deps);
    await registerOfficeRoutes(api, deps);
    api.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  addCataloguePages(app, deps);
  await addCitizenPages(app, deps);
  await serveClient(app, surroundings.clientDir);
  return app;
}

function tooManyRequests(_request: unknown, context: { readonly statusCode: number; readonly ttl: number }) {
  return Object.assign(new Error('too many requests'), {
    statusCode: context.statusCode,
    retryAfter: Math.ceil(context.ttl / 1000),
  });
}
