// Passkeys: what the browser alone can do. Each form says by data-passkey what is asked of it:
// `make` a new one, `use` one of a known person, `sign-in` with whichever fits.

const options = () => JSON.parse(document.getElementById('passkey-options').textContent)

const make = async () => {
  const { creation_options: asked } = options()
  const which = asked.publicKey.authenticatorSelection
  // One that signs in by itself: it has to know whose it is, and to check who uses it.
  Object.assign(which, { residentKey: 'required', requireResidentKey: true, userVerification: 'required' })
  return window.webauthnJSON.create(asked)
}

const use = async () => window.webauthnJSON.get(options().request_options)

const signIn = async (form) => {
  const answer = await fetch(form.action, { headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error('The server does not ask for a passkey.')
  return window.webauthnJSON.get((await answer.json()).request_options)
}

const acts = { make, use, 'sign-in': signIn }

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const button = form.querySelector('button')
  const error = form.querySelector('[data-passkey-error]')
  form.querySelector('[data-passkey-button]').hidden = false
  form.querySelector('[data-passkey-without]').hidden = true
  button.addEventListener('click', async () => {
    error.hidden = true
    try {
      form.elements.credential.value = JSON.stringify(await acts[form.dataset.passkey](form))
      form.submit()
    } catch {
      error.hidden = false
    }
  })
}
