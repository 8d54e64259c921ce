// An OpenID provider for the tests: one server, a tenant per path, claims in the shape of Microsoft
// Entra ID (oid, tid, groups). Who is signed in there is decided by the tests, who write it as JSON
// to POST /_people; nothing is kept when it stops.
//
//   node tests/idp/provider.mjs   → prints {"port": …} once it answers

import http from 'node:http'
import { once } from 'node:events'
import Provider from 'oidc-provider'

const TENANTS = { ashby: 'tid-ashby', brae: 'tid-brae' }
const people = {} // by tenant: { login: { oid, name, groups, disabled, tid, overage } }
const port = Number(process.env.PORT || 0)
const server = http.createServer()
server.listen(port, '127.0.0.1')
await once(server, 'listening')
const base = `http://localhost:${server.address().port}`

const quiet = console.warn
console.warn = console.info = () => {}

function make (tenant, redirect) {
  const provider = new Provider(`${base}/${tenant}`, {
    clients: [{
      client_id: `moothall-${tenant}`,
      client_secret: `secret of ${tenant}`,
      redirect_uris: [redirect],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_post'
    }],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub', 'oid', 'tid', 'groups', '_claim_names'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false, // as Entra does: the claims stand in the ID token
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    cookies: { keys: ['for the tests only'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, interaction) => `/${tenant}/interaction/${interaction.uid}` },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600, RefreshToken: 600 },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId
      })
      grant.addOIDCScope('openid profile offline_access')
      await grant.save()
      return grant
    },
    findAccount: async (ctx, login) => {
      const person = people[tenant]?.[login]
      if (!person || person.disabled) return undefined
      return {
        accountId: login,
        claims: async () => ({
          sub: `pairwise ${login}`,
          oid: person.oid,
          tid: person.tid || TENANTS[tenant],
          name: person.name,
          preferred_username: `${login}@${tenant}.example`,
          ...(person.overage ? { _claim_names: { groups: 'src1' } } : { groups: person.groups })
        })
      }
    }
  })
  return { provider, callback: provider.callback() }
}

const redirects = {}
const tenants = {}

async function body (request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

server.on('request', async (request, response) => {
  try {
    const { pathname } = new URL(request.url, base)
    if (pathname === '/_people') {
      const told = JSON.parse(await body(request))
      Object.assign(people, told.people)
      for (const [tenant, redirect] of Object.entries(told.redirects || {})) {
        if (redirects[tenant] !== redirect) {
          redirects[tenant] = redirect
          tenants[tenant] = make(tenant, redirect)
        }
      }
      return response.end('{}')
    }
    if (pathname === '/favicon.ico') { response.statusCode = 204; return response.end() }
    const [, tenant, ...rest] = pathname.split('/')
    const held = tenants[tenant]
    if (!held) { response.statusCode = 404; return response.end('no such tenant') }
    if (rest[0] === 'interaction') {
      if (request.method === 'POST') {
        const login = new URLSearchParams(await body(request)).get('login')
        request.url = request.url.slice(tenant.length + 1)
        return await held.provider.interactionFinished(request, response, { login: { accountId: login } })
      }
      response.setHeader('Content-Type', 'text/html')
      return response.end(`<!doctype html><html lang="en"><title>${tenant}</title><h1>Sign in to ${tenant}</h1>
<form method="post"><label>Login <input name="login"></label><button>Continue</button></form></html>`)
    }
    request.originalUrl = request.url
    request.url = request.url.slice(tenant.length + 1)
    await held.callback(request, response)
  } catch (error) {
    console.error(error)
    response.statusCode = 500
    response.end(String(error))
  }
})

process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`)
console.warn = quiet
process.stdin.on('end', () => process.exit()).resume() // it stops with the test that started it
